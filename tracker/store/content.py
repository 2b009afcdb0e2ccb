"""A figure as a row of the store and back, and the fingerprint by which the same content is known again."""

from collections.abc import Mapping
from datetime import date, datetime
from hashlib import blake2b
from typing import Any, NamedTuple

from tracker.domain.bounds import Bounds
from tracker.domain.errors import WrongUse
from tracker.domain.figure import Basis, Figure, RecordedFigure, Status
from tracker.domain.hedge import Hedge
from tracker.domain.span import Span
from tracker.store.moments import moment

_LARGEST = 2**63 - 1
_NO_SPAN = (None, None, None)
_FIELDS_BETWEEN = 13


def fingerprint(figure: Figure, place: str) -> bytes:
    """Sixteen bytes that two figures share only when they say the same, whatever the archive and the hedge rule.

    Args:
        figure: what was printed.
        place: the name under which the store keeps the figure's place.

    Raises:
        WrongUse: when a text holds a character that no store can keep.
    """
    bounds = figure.bounds
    # A zero character parts the fields, and is refused within them: no two contents give the same text.
    text = (
        f"{figure.indicator}\0{figure.value}\0{bounds.low}\0{bounds.high}\0{figure.basis}\0{figure.as_of.text}\0"
        f"{figure.since and figure.since.text}\0{figure.source}\0{figure.publisher}\0"
        f"{figure.published and figure.published.text}\0{place}\0{figure.url}\0{figure.quote}\0{figure.note}"
    )
    try:
        encoded = text.encode()
    except UnicodeEncodeError as error:
        raise _unkeepable(figure, f"a broken character, {text[error.start]!a}") from error
    if encoded.count(0) != _FIELDS_BETWEEN:
        raise _unkeepable(figure, "a zero character")
    if (bounds.high or bounds.low or 0) > _LARGEST:
        raise WrongUse(f"{figure.value!r} from {figure.source}: no count of children is that large; check the number")
    return blake2b(encoded, digest_size=16).digest()


def content_row(figure: Figure) -> tuple[Any, ...]:
    """The columns from `value` to `note`, as the table `figure` has them."""
    as_of, since, published = figure.as_of, figure.since, figure.published
    # Plain texts: the database driver is slow with a text that is also a member of an enumeration.
    return (
        figure.value,
        figure.bounds.low,
        figure.bounds.high,
        str(figure.hedge),
        figure.hedge_table,
        str(figure.basis),
        as_of.text,
        as_of.first.toordinal(),
        as_of.last.toordinal(),
        *((since.text, since.first.toordinal(), since.last.toordinal()) if since else _NO_SPAN),
        *((published.text, published.first.toordinal(), published.last.toordinal()) if published else _NO_SPAN),
        figure.url,
        figure.quote,
        figure.note,
    )


class Archived(NamedTuple):
    """How the page of a figure was archived, as the table `figure_archive` has it."""

    url: str = ""
    retrieved_on: int | None = None
    holds_number: int | None = None


def archive_row(entry: int, figure: Figure, at: int) -> tuple[Any, ...] | None:
    """The row of `figure_archive` for a version of a figure; None where there is nothing to say."""
    if not figure.archive_url and figure.retrieved is None and figure.in_archive is None:
        return None
    retrieved_on = None if figure.retrieved is None else figure.retrieved.toordinal()
    holds_number = None if figure.in_archive is None else int(figure.in_archive)
    return (entry, *Archived(figure.archive_url, retrieved_on, holds_number), at)


class Reader:
    """Makes figures of rows; what many rows share (names, spans, bounds, moments) is made once."""

    def __init__(
        self,
        indicators: Mapping[int, str],
        sources: Mapping[int, str],
        places: Mapping[int, str],
        evidence: Mapping[int | None, str],
        archived: Mapping[int, Archived],
    ) -> None:
        self._indicators = indicators
        self._sources = sources
        self._places = places
        self._evidence = evidence
        self._archived = archived
        self._hedges = {hedge.value: hedge for hedge in Hedge}
        self._bases = {basis.value: basis for basis in Basis}
        self._statuses = {status.value: status for status in Status}
        self._bounds = _BoundsMade()
        self._spans = _SpansMade()
        self._moments = _MomentsMade()

    def figure(self, row: tuple[Any, ...]) -> RecordedFigure:
        """The figure that a whole row of the table `figure` holds."""
        (
            entry, number, version, indicator, source, publisher, place, evidence,
            value, low, high, hedge, hedge_table, basis,
            as_of, as_of_first, as_of_last, since, since_first, since_last, published, published_first, published_last,
            url, quote, note, _fingerprint, status, because, recorded_at, _closed_at,
        ) = row  # fmt: skip
        spans = self._spans
        archived = self._archived.get(entry, _NOT_ARCHIVED)
        return RecordedFigure(
            id=number,
            version=version,
            indicator=self._indicators[indicator],
            value=value,
            bounds=self._bounds[low, high],
            hedge=self._hedges[hedge],
            hedge_table=hedge_table,
            basis=self._bases[basis],
            as_of=spans[as_of, as_of_first, as_of_last],
            since=spans[since, since_first, since_last] if since is not None else None,
            source=self._sources[source],
            publisher=self._sources[publisher],
            published=spans[published, published_first, published_last] if published is not None else None,
            place=self._places[place],
            url=url,
            quote=quote,
            note=note,
            archive=self._evidence[evidence],
            archive_url=archived.url,
            retrieved=None if archived.retrieved_on is None else date.fromordinal(archived.retrieved_on),
            in_archive=None if archived.holds_number is None else bool(archived.holds_number),
            recorded_at=self._moments[recorded_at],
            status=self._statuses[status],
            because=because,
        )


_NOT_ARCHIVED = Archived()


class _BoundsMade(dict[tuple[int | None, int | None], Bounds]):
    def __missing__(self, ends: tuple[int | None, int | None]) -> Bounds:
        self[ends] = made = Bounds(*ends)
        return made


class _SpansMade(dict[tuple[str, int, int], Span]):
    def __missing__(self, span: tuple[str, int, int]) -> Span:
        text, first, last = span
        self[span] = made = Span(date.fromordinal(first), date.fromordinal(last), text)
        return made


class _MomentsMade(dict[int, datetime]):
    def __missing__(self, number: int) -> datetime:
        self[number] = made = moment(number)
        return made


def _unkeepable(figure: Figure, what: str) -> WrongUse:
    return WrongUse(f"{figure.value!r} from {figure.source!a} holds {what}, which no store can keep: take it out")
