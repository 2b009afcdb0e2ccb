"""Moments as the store keeps them: whole microseconds since 1970-01-01 UTC."""

from datetime import UTC, date, datetime, timedelta

from tracker.domain.errors import WrongUse

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_DAY = _EPOCH.date().toordinal()
_DAY = 86_400_000_000

# What is asked without a day is asked as known at the end of time: by then no open version has been closed.
LATEST = 2**63 - 1

# So long a writer waits for its turn, with the moment of its change in hand: longer than the longest import takes, but
# not for ever for a program that hangs.
BUSY_SECONDS = 60.0


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


def following(what: str, recorded_at: int, now: int) -> int:
    """The moment to write of a thing: now, or that of its last change, where another was quicker while this one waited.

    Raises:
        WrongUse: with both moments, when the clock is behind the last change by more than anybody waits.
    """
    if now < recorded_at - int(BUSY_SECONDS * 1_000_000):
        raise WrongUse(
            f"the clock says {moment(now):%Y-%m-%d %H:%M} UTC, but {what} was last changed at "
            f"{moment(recorded_at):%Y-%m-%d %H:%M} UTC: set the clock"
        )
    return max(now, recorded_at)
