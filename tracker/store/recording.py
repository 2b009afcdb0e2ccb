"""Writing figures, version by version, within one transaction."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from tracker.domain.figure import Figure, RecordedFigure, Status
from tracker.store.catalogue import Catalogue
from tracker.store.content import archive_row, content_row, fingerprint
from tracker.store.database import Database

# Enough to make the cost of each question to the database small; naming more parameters costs more than it saves.
_AT_ONCE = 250


class Recorded(NamedTuple):
    """What became of one figure that was given to be recorded.

    Attributes:
        id: the number of the figure in the store.
        new: False when the store already held, in any version, a figure that says the same.
    """

    id: int
    new: bool


@dataclass(frozen=True, slots=True)
class Change:
    """How a later version of a figure came about: corrected or retracted, why, and when it is written."""

    status: Status
    because: str
    at: int


def record(database: Database, figures: Iterable[Figure], at: int) -> list[Recorded]:
    """Record each figure that is not there yet, in the order given."""
    catalogue = Catalogue(database, at)
    ((entry, number),) = database.rows("last_figure")
    ending = (str(Status.RECORDED), "", at, None)
    results: list[Recorded] = []
    known: dict[bytes, int] = {}
    was_empty = not entry  # then only what this call records can be there already, and need not be asked for
    for chunk in _chunks(figures):
        marks = [_mark(catalogue, figure) for figure in chunk]
        if not was_empty:
            known = dict(database.rows("known_fingerprints", fingerprints=marks))
        rows: list[tuple[Any, ...]] = []
        archives: list[tuple[Any, ...] | None] = []
        for figure, mark in zip(chunk, marks, strict=True):
            same = known.get(mark)
            if same is None:
                entry += 1
                number += 1
                known[mark] = number
                rows.append((entry, number, 1, *_said(catalogue, figure), mark, *ending))
                archives.append(archive_row(entry, figure, at))
                results.append(Recorded(number, new=True))
            else:
                results.append(Recorded(same, new=False))
        database.insert("figure", rows)
        _insert_archives(database, archives)
    return results


def supersede(database: Database, last: RecordedFigure, figure: Figure, change: Change) -> None:
    """Close the last version of a figure and write the next one."""
    catalogue = Catalogue(database, change.at)
    ((entry, _),) = database.rows("last_figure")
    database.run("close_figure", of=last.id, moment=change.at)
    start = (entry + 1, last.id, last.version + 1)
    ending = (str(change.status), change.because, change.at, None)
    database.insert("figure", [(*start, *_said(catalogue, figure), _mark(catalogue, figure), *ending)])
    _insert_archives(database, [archive_row(entry + 1, figure, change.at)])


def _insert_archives(database: Database, rows: Iterable[tuple[Any, ...] | None]) -> None:
    given = [row for row in rows if row is not None]
    if given:
        database.insert("figure_archive", given)


def _mark(catalogue: Catalogue, figure: Figure) -> bytes:
    return fingerprint(figure, catalogue.place_names[catalogue.places[figure.place]])


def _said(catalogue: Catalogue, figure: Figure) -> tuple[Any, ...]:
    """The columns between the version and the fingerprint."""
    return (
        catalogue.indicators[figure.indicator],
        catalogue.sources[figure.source],
        catalogue.sources[figure.publisher],
        catalogue.places[figure.place],
        catalogue.evidence[figure.archive],
        *content_row(figure),
    )


def _chunks(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    remaining = iter(figures)
    while chunk := list(islice(remaining, _AT_ONCE)):
        yield chunk
