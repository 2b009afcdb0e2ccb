"""`tracker place`: the parts of the whole that figures speak of."""

from typing import Annotated

import typer

from tracker.cli.console import say, say_json, table
from tracker.cli.options import AsJson, Author, Store, now, open_ledger, open_to_write
from tracker.domain.errors import WrongUse
from tracker.domain.place import Place, is_whole

app = typer.Typer(name="place", help="Places; each is a part of the whole.", no_args_is_help=True)


@app.command("list", epilog="Example: tracker place list.")
def list_all(context: typer.Context, as_json: AsJson = False, store: Store = None) -> None:
    """List the places with the other names they go by."""
    with open_ledger(context, store) as ledger:
        places = ledger.places()
    if as_json:
        say_json([{"name": one.name, "aliases": list(one.aliases)} for one in places])
    else:
        say(table([("place", "also called"), *((one.name, ", ".join(one.aliases)) for one in places)]))


@app.command(epilog='Example: tracker place add "Oleshky" --alias "Олешки".')
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="As tracker shall print it.")],
    alias: Annotated[list[str] | None, typer.Option(help="Another name it goes by; may be repeated.")] = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Make a place known with its other names, so that figures that use them come together."""
    if not name.strip() or ";" in name or is_whole(name):
        raise WrongUse(f"{name!r} is no name for a part of the whole: give one place, without ;")
    with open_to_write(context, store, author) as ledger:
        ledger.add_place(Place(name.strip(), tuple(alias or ())), at=now())
    say(f"Made the place {name}.")
