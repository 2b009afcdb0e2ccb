"""Figures for tests, from the words that a person would type."""

from datetime import UTC, date, datetime

from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis, Figure, RecordedFigure, Status
from tracker.domain.hedge import Hedge, bounds_of
from tracker.domain.place import WHOLE
from tracker.domain.span import Span

_READ = -1  # "take the bound from the words"; None is taken, it means an open end


def figure(
    indicator: str = "returned",
    value: str = "388",
    *,
    as_of: str = "2024-04-04",
    source: str = "Children of War",
    publisher: str | None = None,
    published: str | None = None,
    since: str | None = None,
    basis: str | None = None,
    place: str = WHOLE,
    low: int | None = _READ,
    high: int | None = _READ,
    hedge: str | None = None,
    url: str = "",
    quote: str = "",
    note: str = "",
    archive: str = "",
    archive_url: str = "",
    retrieved: str | None = None,
    in_archive: bool | None = None,
) -> Figure:
    """A figure with sensible defaults: first-hand, about the whole.

    Words of the form "fewer than 400" are read by the hedge table; `+7` is an event, and a `since` makes a period.
    Give `low` and `high` for any other words; the hedge is then `coded`, unless it is given too.

    >>> figure("returned", "fewer than 400").bounds
    Bounds(low=0, high=399)
    """
    if _READ in (low, high):
        rule, bounds = _read(value)
    else:
        rule, bounds = Hedge.CODED, Bounds(low, high)
    return Figure(
        indicator=indicator,
        value=value,
        bounds=bounds,
        hedge=Hedge(hedge) if hedge else rule,
        basis=Basis(basis or _basis(value, since)),
        as_of=Span.parse(as_of),
        since=Span.parse(since) if since else None,
        source=source,
        publisher=source if publisher is None else publisher,
        published=Span.parse(published) if published else None,
        place=place,
        url=url,
        quote=quote,
        note=note,
        archive=archive,
        archive_url=archive_url,
        retrieved=day(retrieved) if retrieved else None,
        in_archive=in_archive,
    )


def recorded(
    of: Figure,
    id: int = 1,  # noqa: A002 - named as the field it fills
    *,
    version: int = 1,
    recorded_at: datetime | None = None,
    status: str = "recorded",
    because: str = "",
) -> RecordedFigure:
    """The same figure as it would come out of a store, under the number `id`."""
    content = {name: getattr(of, name) for name in Figure.__dataclass_fields__}
    return RecordedFigure(
        **content,
        id=id,
        version=version,
        recorded_at=recorded_at or moment("2024-04-05"),
        status=Status(status),
        because=because,
    )


def moment(text: str) -> datetime:
    """A moment, UTC, from ISO text without a zone: `2024-04-05` is its midnight."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def day(text: str) -> date:
    """A day from ISO text."""
    return date.fromisoformat(text)


def _read(value: str) -> tuple[Hedge, Bounds]:
    words, _, number = value.lstrip("+").rpartition(" ")
    hedge = Hedge("_".join(words.split())) if words else Hedge.EXACT
    return hedge, bounds_of(hedge, int(number.replace(",", "")))


def _basis(value: str, since: str | None) -> Basis:
    if value.startswith("+"):
        return Basis.EVENT
    return Basis.PERIOD if since else Basis.TOTAL
