"""Likely legitimate causes of a conflict; the sentences about them are written in `tracker.wording`."""

from dataclasses import dataclass
from enum import StrEnum


class Cause(StrEnum):
    """Why figures that cannot all be true of one count may each be sound."""

    ANOTHER_DEFINITION = "another-definition"  # it counts something else, such as returned after deportation only
    ANOTHER_SERIES = "another-series"  # the source changed what it counts
    STALE_COPY = "stale-copy"  # an old sentence printed again
    ROUNDING = "rounding"  # a rounded number printed without its hedge
    ANOTHER_HEDGE = "another-hedge"  # one number, with words around it that exclude each other
    SLIP = "slip"  # a digit added, dropped or swapped in typing or printing
    LATE_REGISTRATION = "late-registration"  # a register that is kept up late, or corrected
    SAME_BATCH = "same-batch"  # one batch reported twice
    ANOTHER_DAY = "another-day"  # the number is of an earlier or later day than the one recorded
    OWN_PART = "own-part"  # the source counts only its own programme, mission or region


@dataclass(frozen=True, slots=True)
class RankedCause:
    """A likely cause of one conflict, with what its sentence tells.

    Attributes:
        kind: the cause.
        facts: names and values, as `tracker.wording.causes.facts_of` asks for: numbers, texts, or numbers of figures.
    """

    kind: Cause
    facts: tuple[tuple[str, int | str | tuple[int, ...]], ...]
