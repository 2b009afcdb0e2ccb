"""`tracker distinct`: event reports of which no two are of one batch."""

from typing import Annotated

import typer

from tracker.cli.deciding import decide
from tracker.cli.options import Author, Because, Store
from tracker.domain.decision import DecisionKind

EXAMPLE = 'Example: tracker distinct 3 7 --because "one from Kherson, one from Donetsk".'


def command(
    context: typer.Context,
    numbers: Annotated[list[int], typer.Argument(metavar="ID ID...", help="The figures' numbers, two at least.")],
    because: Because,
    author: Author = None,
    store: Store = None,
) -> None:
    """Decide that event reports are of as many batches.

    They add up where their days are apart. A newer decision wins over an older one; both are kept.
    """
    decide(context, DecisionKind.DISTINCT, numbers, because, author, store)
