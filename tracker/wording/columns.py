"""A recorded figure as the columns that programs read."""

from tracker.domain.figure import RecordedFigure

Cell = str | int | bool | None


def columns_of(figure: RecordedFigure) -> dict[str, Cell]:
    """The import columns, then id, low, high, hedge, recorded_at and status, then how the page was archived.

    Open ends, unknown dates and what cannot be told are None.
    """
    return {
        "indicator": figure.indicator,
        "value": figure.value,
        "basis": figure.basis.value,
        "as_of": figure.as_of.text,
        "since": figure.since.text if figure.since else None,
        "source": figure.source,
        "publisher": figure.publisher,
        "published": figure.published.text if figure.published else None,
        "place": figure.place,
        "url": figure.url,
        "quote": figure.quote,
        "note": figure.note,
        "id": figure.id,
        "low": figure.bounds.low,
        "high": figure.bounds.high,
        "hedge": figure.hedge.value,
        "recorded_at": figure.recorded_at.isoformat(),
        "status": figure.status.value,
        "archive": figure.archive,
        "archive_url": figure.archive_url,
        "retrieved": figure.retrieved.isoformat() if figure.retrieved else None,
        "in_archive": figure.in_archive,
    }
