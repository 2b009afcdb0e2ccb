"""`tracker cite`: the sentence that one figure supports."""

from typing import Annotated

import typer

from tracker.cli.console import say
from tracker.cli.options import Lang, Language, Store, open_ledger
from tracker.cli.show import versions_of

EXAMPLE = "Example: tracker cite 12 --lang uk."


def command(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The figure's number.")],
    lang: Lang = Language.EN,
    store: Store = None,
) -> None:
    """Write the sentence a figure supports.

    With hedge, source and publisher, ready to publish.
    """
    from tracker.wording.citation import cite

    with open_ledger(context, store) as ledger:
        figure = versions_of(ledger, number)[-1]
    say(cite(figure, lang.value))
