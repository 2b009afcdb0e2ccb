"""`tracker waive`: let a finding stand, with a reason."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.console import say
from tracker.cli.examined import checked
from tracker.cli.options import Author, Because, Store, name_of, now, open_to_write, require_reason
from tracker.domain.decision import Waiver
from tracker.domain.errors import NothingFound, WrongUse

if TYPE_CHECKING:
    from tracker.store.ledger import Store as Ledger

EXAMPLE = 'Example: tracker waive dispute-1a2b3c4d --because "the register is kept up late, says the ministry".'


def command(
    context: typer.Context,
    finding: Annotated[str, typer.Argument(help="The finding's short name, as `tracker check` prints it.")],
    because: Because,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="End a waiver; both decisions are kept.")] = False,
    author: Author = None,
    store: Store = None,
) -> None:
    """Let a finding stand.

    It is then left out of reports, but stays counted. The waiver holds for the figures as they are: when one of them
    changes, the finding is back; when the finding is gone, `tracker check` says that the waiver is obsolete.
    """
    from tracker.wording.decisions import waiver_text

    require_reason(because)
    who = name_of(author)
    with open_to_write(context, store, who) as ledger:
        if withdraw:
            ledger.end_waiver(finding, because=because, author=who, at=now())
            say(f"Ended the waiver of {finding}, because: {because}")
            return
        waiver = _waiver(ledger, finding, because, who)
        ledger.waive(waiver)
    say(f"{finding} is {waiver_text(waiver)}")


def _waiver(ledger: "Ledger", name: str, because: str, author: str) -> Waiver:
    from tracker.consistency.waivers import fingerprint
    from tracker.wording.decisions import waiver_text

    found = checked(ledger)
    held = found.held
    for finding, waiver in held.waived:
        if finding.id == name:
            raise WrongUse(f"{name} is {waiver_text(waiver)}; to end that: tracker waive {name} --withdraw")
    for finding in held.standing:
        if finding.id == name:
            return Waiver(
                finding=name,
                check=finding.check,
                figures=finding.figures,
                fingerprint=fingerprint(finding.figures, found.figures),
                because=because,
                author=author,
                recorded_at=now(),
            )
    raise NothingFound(f"there is no finding {name!r}: `tracker check` names those there are")
