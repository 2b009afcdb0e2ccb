"""Running counts by indicator and place: what is counted, and where."""

from tracker.domain.indicator import happens_within
from tracker.domain.place import contains_place

Count = tuple[str, str]
"""An indicator and a place."""


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
