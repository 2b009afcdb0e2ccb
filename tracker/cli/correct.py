"""`tracker correct`: say what should have been recorded; what was recorded before is kept."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.archiving import Archive, ArchiveUrl, Retrieved, archived, how_archived, searched
from tracker.cli.console import remark, say
from tracker.cli.fields import AsOf, Basis, Note, Places, Published, Publisher, Quote, Since, Source, Url
from tracker.cli.options import Author, Because, Store, now, open_to_write, require_reason, today
from tracker.cli.show import difference_lines, versions_of
from tracker.domain.errors import TrackerError, WrongUse
from tracker.domain.figure import Status
from tracker.domain.hedge import Hedge
from tracker.wording.columns import columns_of

if TYPE_CHECKING:
    from tracker.domain.figure import Figure, RecordedFigure
    from tracker.store.ledger import Store as Ledger
    from tracker.wording.entry import Known

EXAMPLE = """\
Example: tracker correct 12 --value "fewer than 400" --because "the hedge was left out". An empty text clears a field:
tracker correct 12 --basis total --since "" --because "it is a running total"."""


def command(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="ID", help="The figure's number.")],
    because: Because,
    indicator: Annotated[str | None, typer.Option(help="What is counted.")] = None,
    value: Annotated[str | None, typer.Option(help="The words as printed.")] = None,
    source: Source = None,
    publisher: Publisher = None,
    as_of: AsOf = None,
    since: Since = None,
    basis: Basis = None,
    place: Places = None,
    published: Published = None,
    url: Url = None,
    quote: Quote = None,
    note: Note = None,
    archive: Archive = None,
    archive_url: ArchiveUrl = None,
    retrieved: Retrieved = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Correct a figure.

    Fields that are not given stay as they are. The version before is kept, with the reason for the change.
    """
    from tracker.wording.entry import Known

    require_reason(because)
    given = {
        "indicator": indicator,
        "value": value,
        "source": source,
        "publisher": publisher,
        "as_of": as_of,
        "since": since,
        "basis": basis,
        "place": None if place is None else ";".join(place),
        "published": published,
        "url": url,
        "quote": quote,
        "note": note,
    }
    changes = {column: words for column, words in given.items() if words is not None}
    with open_to_write(context, store, author) as ledger:
        old = versions_of(ledger, number)[-1]
        changed = bool(changes) or any(given is not None for given in (archive, archive_url, retrieved))
        if not changed and old.status is not Status.RETRACTED:
            raise WrongUse(f"nothing to correct in figure {number}: give the fields to change, such as --value")
        known = Known.of((known.name for known in ledger.indicators()), ledger.places(), today())
        figure = how_archived(_corrected(old, changes, known), archive_url, retrieved)
        if archive is not None:
            figure = archived(figure, archive, ledger)
        elif figure.archive and figure.value != old.value:
            figure = _searched_anew(figure, ledger)
        ledger.correct(number, figure, because=because, at=now())
    say(f"Corrected figure {number}, because: {because}")
    for line in difference_lines(old, figure):
        say(line)


def _corrected(old: "RecordedFigure", changes: dict[str, str], known: "Known") -> "Figure":
    """The whole entry read anew; words that stay keep the meaning that was recorded with them."""
    from tracker.wording.entry import COLUMNS, Entry, figure_of

    was = {column: "" if cell is None else str(cell) for column, cell in columns_of(old).items()}
    entry = {column: was[column] for column in COLUMNS}
    if old.first_hand:
        entry["publisher"] = ""  # where a source is read itself, another source is
    if "value" not in changes and old.hedge is Hedge.CODED:
        entry |= {"low": was["low"], "high": was["high"]}
    figure = replace(
        figure_of(Entry(**{**entry, **changes}), known),
        archive=old.archive,
        archive_url=old.archive_url,
        retrieved=old.retrieved,
        in_archive=old.in_archive,
    )
    if "value" in changes:
        return figure
    return replace(figure, bounds=old.bounds, hedge=old.hedge, hedge_table=old.hedge_table)


def _searched_anew(figure: "Figure", ledger: "Ledger") -> "Figure":
    try:
        evidence = ledger.evidence(figure.archive)
    except TrackerError as fault:  # which is no reason to leave a false number in force
        remark(f"whether {figure.value!r} occurs in the archived copy cannot be told: {fault}")
        return replace(figure, in_archive=None)
    return searched(figure, evidence.name, evidence.content)
