"""What changed from one version of a figure to the next, old and new side by side."""

from typing import NamedTuple

from tracker.domain.figure import Figure
from tracker.wording.entry import COLUMNS


class Difference(NamedTuple):
    """One thing that two versions say differently.

    Attributes:
        what: the column, or what the words were read as, or the archive.
        old: what it was; empty for nothing.
        new: what it is; empty for nothing.
    """

    what: str
    old: str
    new: str


def differences(old: Figure, new: Figure) -> list[Difference]:
    """What two versions of a figure say differently, in the order of the columns."""
    pairs = [(column, getattr(old, column), getattr(new, column)) for column in COLUMNS]
    pairs += [
        ("read as", old.bounds, new.bounds),
        ("hedge", old.hedge, new.hedge),
        ("archive", old.archive, new.archive),
        ("archive_url", old.archive_url, new.archive_url),
        ("retrieved", old.retrieved, new.retrieved),
    ]
    texts = [(what, *("" if one is None else str(one) for one in said)) for what, *said in pairs]
    return [Difference(what, before, after) for what, before, after in texts if before != after]
