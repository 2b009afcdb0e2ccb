"""Running counts by indicator and place: what is counted, and where."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.indicator import contains_indicator, happens_within
from tracker.domain.place import contains_place

Days = tuple[int, int]
"""First and last day, both included, as ordinals."""

Count = tuple[str, str]
"""An indicator and a place."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One running count.

    Attributes:
        indicator: what is counted.
        place: where.
        source: whose own part or era it is; None for the count of all.
        era: the break that ended what the source counted; None for a count that no break has ended.
    """

    indicator: str
    place: str
    source: str | None = None
    era: date | None = None

    def within(self, other: "Cell") -> bool:
        """Whether all that this cell counts is counted by the other too."""
        if self == other or (other.source is not None and self.source != other.source):
            return False
        if self.era != other.era or (self.era and (self.indicator, self.source) != (other.indicator, other.source)):
            return False
        return contains_indicator(other.indicator, self.indicator) and contains_place(other.place, self.place)


def may_add(batches: Count, count: Count) -> bool:
    """Whether children of batches that one count tells of may be among those of another.

    >>> may_add(("returned", "Kherson Oblast"), ("returned", "Ukraine"))
    True
    >>> may_add(("killed", "Ukraine"), ("returned", "Ukraine"))
    False
    """
    (indicator, place), (other_indicator, other_place) = batches, count
    return (happens_within(indicator, other_indicator) or happens_within(other_indicator, indicator)) and (
        contains_place(place, other_place) or contains_place(other_place, place)
    )
