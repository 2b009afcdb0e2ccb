"""Moments as the store keeps them: whole microseconds since 1970-01-01 UTC."""

from datetime import UTC, date, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.date().toordinal()
_DAY = 86_400_000_000

# What is asked without a day is asked as known at the end of time: by then no open version has been closed.
LATEST = 2**63 - 1


def microseconds(moment: datetime) -> int:
    """A moment as a whole number; it must say its time zone.

    >>> microseconds(datetime(1970, 1, 1, 0, 0, 1, tzinfo=UTC))
    1000000
    """
    return (moment - _EPOCH) // timedelta(microseconds=1)


def moment(number: int) -> datetime:
    """The moment that a whole number means, UTC.

    >>> moment(1_000_000).isoformat()
    '1970-01-01T00:00:01+00:00'
    """
    return _EPOCH + timedelta(microseconds=number)


def end_of(day: date | None) -> int:
    """The last microsecond of a day, UTC; the end of time for no day.

    >>> moment(end_of(date(2024, 4, 4))).isoformat()
    '2024-04-04T23:59:59.999999+00:00'
    """
    return LATEST if day is None else (day.toordinal() - _EPOCH_DAY + 1) * _DAY - 1
