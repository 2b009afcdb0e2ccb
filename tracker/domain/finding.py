"""What a check reports, as values; the sentences about it are written in `tracker.wording`."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from tracker.domain.cause import RankedCause


class Severity(StrEnum):
    """Who must act: the figures cannot all be true; likely wrong or undecided; worth knowing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One premise of a proof: what one figure says about a running count F.

    With `after` None it is a bound on F(upto), else on F(upto) - F(after). Exactly one of `low` and `high` is set.

    Attributes:
        figure: the figure's number.
        after: the day whose end opens the span, or None for a running total.
        upto: the day whose end closes the span.
        low: the count is at least this.
        high: the count is at most this.
    """

    figure: int
    after: date | None
    upto: date
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found.

    Attributes:
        check: the name of the check.
        severity: how grave it is.
        indicator: what the figures count.
        place: the whole, or the part they speak of.
        sources: whose figures they are, in alphabetical order, each once.
        figures: the numbers of the figures concerned; in a conflict, all of them are needed for it.
        misses_by: by how many children the figures miss each other; None where nothing is proved.
        proof: the premises that cannot all hold; empty where nothing is proved.
        set_aside: the figures that the report sets aside so that the rest can all be true.
        detail: what a check without a proof has to say, for its sentence; see `tracker.wording.remarks`.
        causes: why the figures of a conflict may legitimately differ, the likeliest first.
    """

    check: str
    severity: Severity
    indicator: str
    place: str
    sources: tuple[str, ...]
    figures: tuple[int, ...]
    misses_by: int | None = None
    proof: tuple[Step, ...] = ()
    set_aside: tuple[int, ...] = ()
    detail: str = ""
    causes: tuple[RankedCause, ...] = ()

    @property
    def id(self) -> str:
        """A short name that stays the same while the check and the figures concerned do."""
        return _name(self.check, self.figures)


@lru_cache(maxsize=4096)  # a finding may be about a hundred thousand figures, and is called by name many times
def _name(check: str, figures: tuple[int, ...]) -> str:
    text = ":".join([check, *map(str, sorted(figures))])
    return f"{check}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
