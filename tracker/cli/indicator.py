"""`tracker indicator`: what is counted."""

from typing import Annotated

import typer

from tracker.cli.console import say, say_json, table
from tracker.cli.options import AsJson, Author, Store, now, open_ledger, open_to_write
from tracker.domain.errors import WrongUse
from tracker.domain.indicator import Indicator

app = typer.Typer(name="indicator", help="What is counted, each with its definition.", no_args_is_help=True)


@app.command("list", epilog="Example: tracker indicator list --json.")
def list_all(context: typer.Context, as_json: AsJson = False, store: Store = None) -> None:
    """List the indicators with their definitions."""
    with open_ledger(context, store) as ledger:
        indicators = ledger.indicators()
    if as_json:
        say_json([{"name": one.name, "definition": one.definition} for one in indicators])
    else:
        say(table([("indicator", "definition"), *((one.name, one.definition) for one in indicators)]))


@app.command(epilog='Example: tracker indicator add transferred --definition "Children moved to Crimea."')
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Lower case, words joined by hyphens.")],
    definition: Annotated[str, typer.Option(help="One sentence that says who is counted.")],
    author: Author = None,
    store: Store = None,
) -> None:
    """Make a new indicator."""
    if not name.replace("-", "a").isalnum() or name != name.lower() or name.strip("-") != name:
        raise WrongUse(f"{name!r} is no name for an indicator: use lower case letters and digits, joined by hyphens")
    if not definition.strip():
        raise WrongUse("--definition is empty: say in one sentence who is counted")
    with open_to_write(context, store, author) as ledger:
        ledger.add_indicator(Indicator(name, definition.strip()), at=now())
    say(f"Made the indicator {name}.")
