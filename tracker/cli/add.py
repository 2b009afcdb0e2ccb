"""`tracker add`: record one figure, from arguments or by asking."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.archiving import Archive, ArchiveUrl, Retrieved, archived, how_archived
from tracker.cli.console import remark, say
from tracker.cli.fields import AsOf, Basis, Note, Places, Published, Publisher, Quote, Since, Source, Url
from tracker.cli.options import Author, Store, now, open_to_write, today
from tracker.domain.errors import WrongUse
from tracker.wording.names import other_spelling

if TYPE_CHECKING:
    from tracker.domain.figure import Figure
    from tracker.store.ledger import Store as Ledger
    from tracker.wording.entry import Known

EXAMPLE = """\
Examples: tracker add returned "fewer than 400" --source "Children of War" --publisher "live news page"
--as-of 2024-04-04 --published 2024-04-04. A batch: tracker add returned +7 --source "Dmytro Lubinets"
--as-of 2024-04-03 --place "Kherson Oblast".
With a saved page: --archive page.html --retrieved 2024-04-05. Without arguments it asks, one by one."""


def command(
    context: typer.Context,
    indicator: Annotated[str | None, typer.Argument(help="What is counted: see `tracker indicator list`.")] = None,
    value: Annotated[
        str | None, typer.Argument(help='The words as printed: 19546, "at least 19,500", "<400", +7 (a batch).')
    ] = None,
    source: Source = None,
    publisher: Publisher = None,
    as_of: AsOf = None,
    since: Since = None,
    basis: Basis = None,
    place: Places = None,
    published: Published = None,
    url: Url = None,
    quote: Quote = None,
    archive: Archive = None,
    archive_url: ArchiveUrl = None,
    retrieved: Retrieved = None,
    note: Note = None,
    author: Author = None,
    store: Store = None,
) -> None:
    """Record one figure as printed.

    Aggregates only: never enter a child's name.
    """
    from tracker.wording.entry import Known

    entry = {
        "indicator": indicator,
        "value": value,
        "source": source,
        "publisher": publisher,
        "as_of": as_of,
        "since": since,
        "basis": basis,
        "place": ";".join(place or []),
        "published": published,
        "url": url,
        "quote": quote,
        "note": note,
    }
    with open_to_write(context, store, author) as ledger:
        known = Known.of((known.name for known in ledger.indicators()), ledger.places(), today())
        given = {column: words for column, words in entry.items() if words}
        figure = how_archived(_read(given, known) if given else _asked(known), archive_url, retrieved)
        if archive is not None:
            figure = archived(figure, archive, ledger)
        _warn_of_new_names(ledger, figure)
        recorded = ledger.record([figure], at=now())[0]
    _tell(recorded.id, figure, new=recorded.new)


def _asked(known: "Known") -> "Figure":
    from tracker.cli.questions import ask

    return ask(known)


def _read(given: dict[str, str], known: "Known") -> "Figure":
    from tracker.wording.entry import Entry, figure_of

    missing = [column for column in ("indicator", "value", "source") if column not in given]
    if missing:
        name = missing[0]
        option = f"--{name}" if name == "source" else name.upper()
        raise WrongUse(f"{name} is missing: give {option}, or no argument at all to be asked one by one")
    if "as_of" not in given and "published" not in given:
        given["published"] = known.today.isoformat()
        remark(f"no --as-of and no --published: taken as published today, {known.today}")
    return figure_of(Entry(**given), known)


def _warn_of_new_names(ledger: "Ledger", figure: "Figure") -> None:
    names = {source.name for source in ledger.sources()}
    for name in dict.fromkeys((figure.source, figure.publisher)):
        close = None if name in names else other_spelling(name, names)
        if close:
            remark(f"{name!r} is new here and close to {close!r}: if they are one, record it under that name")


def _tell(number: int, figure: "Figure", *, new: bool) -> None:
    if not new:
        say(f"Already recorded as figure {number}; nothing was recorded.")
        if figure.archive:
            remark(f"to make the saved page its evidence: tracker correct {number} --archive FILE --because WHY")
        return
    say(f"Recorded figure {number}: {figure.indicator} {figure.value!r}, {figure.place}")
    say(f"  read as {figure.bounds} ({figure.hedge}), {figure.basis} as of {figure.as_of}, {_credit(figure)}")


def _credit(figure: "Figure") -> str:
    return f"by {figure.source}" if figure.first_hand else f"by {figure.source} in {figure.publisher}"
