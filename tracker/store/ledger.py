"""The store as the rest of tracker sees it: figures recorded, corrected, retracted, and asked for as known on a day.

What people decide about figures and findings is in `tracker.store.decisions`, and what they archive in
`tracker.store.evidence`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tracker.domain.errors import NothingFound, WrongUse
from tracker.domain.figure import Figure, RecordedFigure, Status
from tracker.domain.indicator import Indicator
from tracker.domain.place import Place
from tracker.domain.source import Coverage, Source
from tracker.store import journal, making, recording
from tracker.store.catalogue import Catalogue
from tracker.store.database import Database, connect
from tracker.store.decisions import Deciding
from tracker.store.evidence import KeepingEvidence
from tracker.store.journal import Entry, Head
from tracker.store.moments import LATEST, end_of, following, microseconds
from tracker.store.names import Names
from tracker.store.recording import Change, Recorded

if TYPE_CHECKING:
    from tracker.domain.table import Table
    from tracker.store.verifying import Verdict

# Who is written down when a program that opens a store names nobody.
UNNAMED = "unnamed"

_GRADES = frozenset("ABCDEF")
# So many numbers are asked for in one question to the database; some take no more than a few thousand.
_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds: figures, all their versions, sources, places (the joined ones included) and evidence."""

    figures: int
    versions: int
    sources: int
    places: int
    evidence: int


class Store(Deciding, KeepingEvidence):
    """A store that is open; a context manager that lets go of it.

    Attributes:
        location: where it is, without any password.
        product: the name and version of the database program.
        kept: where the store as it was before it was upgraded just now is kept; None where it was not, or by others.
    """

    def __init__(self, database: Database, author: str, kept: Path | None) -> None:
        self._database = database
        self._author = author
        self.kept = kept
        self.location = database.location
        self.product = database.product

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._database.close()

    def record(self, figures: Iterable[Figure], *, at: datetime) -> list[Recorded]:
        """Record figures, all or none; one that says what any version in the store says is not recorded again.

        A source, publisher or place that is not known yet is made. Places are kept under the names the store knows
        them by. A long run may be streamed: a few hundred figures are held at once.

        Args:
            figures: what was printed.
            at: the moment of recording, in any time zone.

        Returns:
            For each figure, in order, its number and whether it is new.

        Raises:
            WrongUse: when an indicator is not known, evidence is missing, or a text cannot be kept.
            UnusableStore: when the store cannot be written.
            TrackerError: when it is locked, damaged, or out of room.
        """
        with self._change(at):
            return recording.record(self._database, figures, microseconds(at))

    def correct(self, id: int, figure: Figure, *, because: str, at: datetime) -> None:  # noqa: A002 - as users say it
        """Add a version that says what should have been recorded, and close the one before; retracted ones come back.

        Raises:
            NothingFound: when no figure has that number.
            WrongUse: when no reason is given, nothing would change, or the clock is behind the last version.
        """
        with self._change(at):
            last = self._last_version(id)
            if last.status is not Status.RETRACTED and _content(last) == _content(figure):
                raise WrongUse(f"figure {id} already says that: give what is to change")
            self._supersede(last, figure, _change(id, Status.CORRECTED, because, at))

    def retract(self, id: int, *, because: str, at: datetime) -> None:  # noqa: A002 - as above
        """Add a version that takes the figure out of force, and close the one before; nothing is deleted.

        Raises:
            NothingFound: when no figure has that number.
            WrongUse: when no reason is given, it is retracted already, or the clock is behind the last version.
        """
        with self._change(at):
            last = self._last_version(id)
            if last.status is Status.RETRACTED:
                raise WrongUse(f"figure {id} is retracted already, because: {last.because}")
            self._supersede(last, last, _change(id, Status.RETRACTED, because, at))

    def figures(  # noqa: PLR0913 - one for each filter of a list
        self,
        *,
        indicator: str | None = None,
        source: str | None = None,
        publisher: str | None = None,
        place: str | None = None,
        ids: Iterable[int] | None = None,
        known_on: date | None = None,
        with_retracted: bool = False,
    ) -> list[RecordedFigure]:
        """The figures in force, by the last day they speak of, then by when they could be read, then by number.

        Args:
            indicator: only those that count this.
            source: only those credited to it.
            publisher: only those read there.
            place: only those about exactly this place, by any of its names; several joined by `;`.
            ids: only those with these numbers.
            known_on: as they stood at the end of that day, UTC; None for now.
            with_retracted: the retracted ones too.
        """
        names = Names(self._database)
        wanted = names.numbers(indicator=indicator, source=source, publisher=publisher, place=place)
        if wanted is None:
            return []
        view = {"moment": end_of(known_on), "with_retracted": int(with_retracted)}
        if ids is None:
            return self._in_view(names.figure(row) for row in self._database.rows("figures", **wanted, **view))
        numbers = sorted(set(ids))
        found = [
            names.figure(row)
            for start in range(0, len(numbers), _AT_ONCE)
            for row in self._database.rows("figures_by_id", ids=numbers[start : start + _AT_ONCE], **wanted, **view)
        ]
        return self._in_view(sorted(found, key=lambda figure: (figure.as_of.last, figure.known_by, figure.id)))

    def _in_view(self, figures: Iterable[RecordedFigure]) -> list[RecordedFigure]:
        """What of the figures found whoever asks may see: here all."""
        return list(figures)

    def table(self, known_on: date | None = None) -> "Table":
        """All figures in force at the end of that day, UTC, None for now, as columns; loads NumPy."""
        from tracker.store.tables import table_of  # noqa: PLC0415 - as said

        return table_of(self._database, end_of(known_on))

    def addresses(self, indicators: Collection[str] | None = None, known_on: date | None = None) -> int:
        """At how many addresses the figures in force on these indicators, None for all, were read."""
        wanted = [
            number for number, name, _ in self._database.rows("indicators") if indicators is None or name in indicators
        ]
        ((number,),) = self._database.rows("addresses", indicators=wanted, moment=end_of(known_on))
        return int(number)

    def versions(self, id: int) -> list[RecordedFigure]:  # noqa: A002 - as above
        """All versions of a figure, oldest first; empty when no figure has that number."""
        names = Names(self._database)
        return [names.figure(row) for row in self._database.rows("versions", id=id)]

    def indicators(self) -> list[Indicator]:
        """What can be counted, in the order in which it was added."""
        return [Indicator(name, definition) for _, name, definition in self._database.rows("indicators")]

    def add_indicator(self, indicator: Indicator, *, at: datetime) -> None:
        """Add an indicator; once there, neither its name nor its definition ever changes.

        Raises:
            WrongUse: when its name is taken or either text is empty.
        """
        with self._change(at):
            making.add_indicator(self._database, indicator, microseconds(at))

    def sources(self, known_on: date | None = None) -> list[Source]:
        """All sources and publishers by name, with what was said of them at the end of that day, UTC; None for now."""
        found = self._database.rows("sources_known", moment=end_of(known_on))
        said = [
            Source(name, Coverage(coverage), grade, bool(confidential))
            for name, coverage, grade, confidential, *_ in found
        ]
        # Not in SQL: each database has its own alphabet.
        return sorted(said, key=lambda source: source.name)

    def set_source(self, source: Source, *, at: datetime) -> None:
        """Make a source, or say anew what is known of one; what was said before is kept.

        Raises:
            WrongUse: when the name or grade cannot be kept, or the clock is behind what was said last.
        """
        if source.grade not in _GRADES:
            raise WrongUse(
                f"{source.grade!r} is no grade: give A (completely reliable) to E (unreliable), or F (unrated)"
            )
        now = microseconds(at)
        with self._change(at):
            catalogue = Catalogue(self._database, now)
            if source.name not in catalogue.sources:
                catalogue.sources.make(source)
                return
            for name, coverage, grade, confidential, version, recorded_at in self._database.rows(
                "sources_known", moment=LATEST
            ):
                if name == source.name and Source(name, Coverage(coverage), grade, bool(confidential)) != source:
                    then = following(f"source {name}", recorded_at, now)
                    self._database.run("close_source_version", of=catalogue.sources[name], moment=then)
                    Catalogue(self._database, then).sources.say(source, version + 1)

    def places(self) -> list[Place]:
        """The parts that figures may speak of, with their other names, in the order in which they were added."""
        names = dict(self._database.rows("places"))
        aliases: dict[int, list[str]] = {}
        for _, _, alias, number in self._database.rows("place_aliases"):
            aliases.setdefault(number, []).append(alias)
        return [
            Place(names[number], tuple(alias for alias in known if alias != names[number]))
            for number, known in aliases.items()
        ]

    def add_place(self, place: Place, *, at: datetime) -> None:
        """Add a part, or to a known one the other names it does not have yet.

        Raises:
            WrongUse: when one of the names means another place already.
        """
        with self._change(at):
            Catalogue(self._database, microseconds(at)).places.make(place)

    def last_number(self) -> int:
        """The number of the figure recorded last, and so how many there are, whatever became of them."""
        ((_, number),) = self._database.rows("last_figure")
        return int(number)

    def authors(self, id: int) -> list[str]:  # noqa: A002 - as above
        """Who wrote each version of a figure, oldest first, as the journal has it."""
        written = [row[0] for row in self._database.rows("versions", id=id)]
        found = (self._database.rows("author", about="figure", number=entry) for entry in written)
        return [rows[0][0] if rows else "" for rows in found]

    def head(self) -> Head | None:
        """The last entry of the journal; None in an empty one."""
        return journal.head(self._database)

    def find_head(self, digest: str) -> Head | None:
        """The entry of the journal that has a hash; None where there is none."""
        return journal.find(self._database, digest)

    def log(self, many: int) -> list[Entry]:
        """The last entries of the journal, newest first, with names beside the numbers of what has a name."""
        names = Names(self._database)
        return [
            one._replace(said=one.said | names.named(one.about, one.said))
            for one in journal.last_entries(self._database, many)
        ]

    def verify(self) -> "Verdict":
        """Work the journal out anew, and hold every row against it."""
        from tracker.store.verifying import verify  # noqa: PLC0415 - spares the commands that add a figure the time

        return verify(self._database)

    def back_up(self, path: Path, *, at: datetime, replace: bool = False) -> "Verdict":
        """Write the store into a SQLite file, while others go on writing; see `tracker.store.backup`.

        Raises:
            WrongUse: when the file is there and may not be replaced, or its folder is not.
            TrackerError: when it cannot be written, or what was written is not what the store holds.
        """
        from tracker.store.backup import back_up  # noqa: PLC0415 - as above

        return back_up(self._database, path, microseconds(at), replace=replace)

    def counts(self) -> Counts:
        """How much the store holds."""
        (numbers,) = self._database.rows("counts")
        return Counts(*numbers)

    def schema(self) -> str:
        """The revision of the schema."""
        return str(self._database.revision())

    def faults(self) -> list[str]:
        """What is broken in the files or references of the store, a sentence each; empty when all is well."""
        return self._database.faults()

    def _last_version(self, number: int) -> RecordedFigure:
        versions = self.versions(number)
        if not versions:
            raise NothingFound(f"there is no figure {number}: tracker list shows those there are")
        return versions[-1]

    def _supersede(self, last: RecordedFigure, figure: Figure, change: Change) -> None:
        then = following(f"figure {last.id}", microseconds(last.recorded_at), change.at)
        recording.supersede(self._database, last, figure, replace(change, at=then))


def open_store(location: str, *, at: datetime, author: str = UNNAMED, view: type[Store] = Store) -> Store:
    """Open the store at a location; make it when there is none, upgrade it when it is of an older schema.

    Args:
        location: a path, or a URL of a SQLite file or a PostgreSQL database; see `tracker.store.locate`.
        at: the moment to write beside the indicators, sources and places that a new store starts with.
        author: who makes the changes; it is kept with each of them.
        view: how it is seen: whole, or as `tracker.store.public.PublicStore`.

    Raises:
        WrongUse: when the location names no kind of database that can hold a store.
        UnusableStore: when what is there is foreign, unreadable, or made by a newer tracker.
        TrackerError: when it cannot be reached, or is locked, damaged or out of room.
    """
    database = connect(location)
    try:
        kept = making.make_or_upgrade(database, microseconds(at))
    except BaseException:
        database.close()
        raise
    return view(database, author, kept)


def _change(number: int, status: Status, because: str, at: datetime) -> Change:
    if not because.strip():
        raise WrongUse(f"figure {number} cannot change without a reason: give one with --because")
    return Change(status, because, microseconds(at))


def _content(figure: Figure) -> tuple[Any, ...]:
    return tuple(getattr(figure, field.name) for field in fields(Figure))
