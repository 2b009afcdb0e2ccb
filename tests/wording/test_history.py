from dataclasses import replace

from tests.factory import figure
from tracker.wording.history import Difference, differences


def test_what_stays_is_not_told() -> None:
    """Two versions that say the same differ in nothing."""
    assert [] == differences(figure(), figure())


def test_old_and_new_stand_side_by_side() -> None:
    """A field that was or is left empty, what the words mean, and the archive too."""
    old = figure(value="388", published="2024-04-05")
    new = replace(figure(value="fewer than 400", note="seen"), archive="a" * 64)

    assert [
        Difference("value", "388", "fewer than 400"),
        Difference("published", "2024-04-05", ""),
        Difference("note", "", "seen"),
        Difference("read as", "388", "0 to 399"),
        Difference("hedge", "exact", "fewer_than"),
        Difference("archive", "", "a" * 64),
    ] == differences(old, new)
