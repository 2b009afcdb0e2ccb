"""`tracker same`: event reports that are of one batch."""

from typing import Annotated

import typer

from tracker.cli.deciding import decide
from tracker.cli.options import Author, Because, Store
from tracker.domain.decision import DecisionKind

EXAMPLE = 'Example: tracker same 3 7 --because "the same bus, says the ministry".'


def command(
    context: typer.Context,
    numbers: Annotated[list[int], typer.Argument(metavar="ID ID...", help="The figures' numbers, two at least.")],
    because: Because,
    author: Author = None,
    store: Store = None,
) -> None:
    """Decide that event reports are of one batch.

    They count once, and are not suspected any more. A newer decision wins over an older one; both are kept.
    """
    decide(context, DecisionKind.SAME, numbers, because, author, store)
