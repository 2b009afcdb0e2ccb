"""Sources by all spellings of their names, in columns."""

from collections.abc import Mapping

import numpy as np

from tracker.consistency.arrays.columns import Whole
from tracker.domain.place import place_key


def spelt_alike(names: Mapping[int, str]) -> Whole:
    """By the number of each name a number that it shares with all other spellings of it, compared as places are."""
    numbers: dict[str, int] = {}
    shared = np.full(max(names, default=0) + 1, -1)
    for number, name in names.items():
        shared[number] = numbers.setdefault(place_key(name), len(numbers))
    return shared
