from hypothesis import given
from hypothesis import strategies as st

from tracker.reporting.picture.scene import Box, spread


def test_labels_with_room_stay_where_they_are_wanted() -> None:
    """Each label is centred on its height when none is in its way."""
    assert [15.0, 55.0] == spread([20.0, 60.0], [10.0, 10.0], 0.0, 100.0)


def test_labels_in_each_others_way_move_apart() -> None:
    """Two labels at one height stand one below the other."""
    assert [45.0, 55.0] == spread([50.0, 50.0], [10.0, 10.0], 0.0, 100.0)


def test_labels_at_the_foot_move_up() -> None:
    """No label leaves the column while there is room above."""
    assert [80.0, 90.0] == spread([99.0, 100.0], [10.0, 10.0], 0.0, 100.0)


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(1, 12)), max_size=8))
def test_no_label_covers_another(entries: list[tuple[float, float]]) -> None:
    """Whatever is wanted, labels keep their order, do not overlap and stay inside."""
    entries.sort()
    heights = [height for _, height in entries]
    tops = spread([middle for middle, _ in entries], heights, 0.0, 100.0)

    assert all(top + height <= below + 1e-9 for top, height, below in zip(tops, heights, tops[1:], strict=False))
    assert all(top >= -1e-9 and top + height <= 100 + 1e-9 for top, height in zip(tops, heights, strict=True))


def test_boxes_that_share_an_edge_do_not_overlap() -> None:
    """Only a shared area is an overlap."""
    box = Box(left=0.0, top=0.0, right=10.0, bottom=10.0)

    assert not box.overlaps(Box(left=10.0, top=0.0, right=20.0, bottom=10.0))
    assert box.overlaps(Box(left=9.0, top=9.0, right=20.0, bottom=20.0))
