"""Moments as the store keeps them: whole microseconds since 1970-01-01 UTC."""

from datetime import UTC, date, datetime, timedelta

from tracker.domain.errors import WrongUse

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


def refuse_going_back(what: str, recorded_at: int, now: int) -> None:
    """Refuse to write of a thing at a moment before it was last changed.

    Raises:
        WrongUse: with both moments.
    """
    if now < recorded_at:
        raise WrongUse(
            f"the clock says {moment(now):%Y-%m-%d %H:%M} UTC, but {what} was last changed at "
            f"{moment(recorded_at):%Y-%m-%d %H:%M} UTC: set the clock"
        )
