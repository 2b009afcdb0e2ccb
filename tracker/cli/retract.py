"""`tracker retract`: take a figure out of force; it stays in the history."""

from typing import Annotated

import typer

from tracker.cli.console import say
from tracker.cli.options import Author, Because, Store, now, open_to_write, require_reason

EXAMPLE = 'Example: tracker retract 12 --because "it counts adults too".'


def command(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The figure's number.")],
    because: Because,
    author: Author = None,
    store: Store = None,
) -> None:
    """Take a figure out of force.

    Nothing is deleted: `tracker show` still tells it, with the reason, and `tracker correct` brings it back.
    """
    require_reason(because)
    with open_to_write(context, store, author) as ledger:
        ledger.retract(number, because=because, at=now())
    say(f"Retracted figure {number}, because: {because}")
