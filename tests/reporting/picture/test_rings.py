from tracker.reporting.picture.rings import Ring, merge, ring_items
from tracker.reporting.picture.scene import Box, Symbols, Text

FRAME = Box(left=0.0, top=0.0, right=300.0, bottom=200.0)


def test_rings_at_almost_one_place_are_one() -> None:
    """Reprints of one number on one day bear one ring with all numbers."""
    rings = [
        Ring(at=(10.0, 10.0), numbers=(2,)),
        Ring(at=(11.0, 10.0), numbers=(1, 2)),
        Ring(at=(90.0, 9.0), numbers=(3,)),
    ]

    assert [Ring(at=(10.0, 10.0), numbers=(1, 2)), Ring(at=(90.0, 9.0), numbers=(3,))] == merge(rings)


def test_numbers_do_not_cover_each_other_or_leave_the_frame() -> None:
    """In a row of close rings each number has a place of its own."""
    rings = [Ring(at=(3.0 + 14.0 * number, 100.0), numbers=(number,)) for number in range(1, 20)]
    texts = [item for item in ring_items(rings, FRAME, (), 99) if isinstance(item, Text)]
    boxes = [
        Box(
            left=text.at[0] - 2.4 * len(text.text),
            top=text.at[1] - 6.0,
            right=text.at[0] + 2.4 * len(text.text),
            bottom=text.at[1],
        )
        for text in texts
    ]

    assert {str(number) for number in range(1, 20)} == {text.text for text in texts}
    assert [] == [
        (one, other) for index, one in enumerate(boxes) for other in boxes[index + 1 :] if one.overlaps(other)
    ]
    assert all(box.left >= FRAME.left and box.right <= FRAME.right for box in boxes)


def test_numbers_keep_clear_of_marks() -> None:
    """Where there is a free place, a number does not lie on a mark."""
    mark = Box(left=55.0, top=40.0, right=75.0, bottom=50.0)
    text = next(
        item for item in ring_items([Ring(at=(50.0, 50.0), numbers=(1,))], FRAME, [mark], 9) if isinstance(item, Text)
    )

    assert not Box(left=text.at[0] - 2.4, top=text.at[1] - 6.0, right=text.at[0] + 2.4, bottom=text.at[1]).overlaps(
        mark
    )


def test_conflicts_beyond_the_list_are_ringed_faintly_and_without_a_number() -> None:
    """A number that the list does not explain is not printed."""
    rings = [Ring(at=(50.0, 50.0), numbers=(1,)), Ring(at=(150.0, 50.0), numbers=(11, 12))]
    items = ring_items(rings, FRAME, (), 10)

    assert [("faint ring", 1), ("ring", 1)] == [
        (item.symbol, len(item.at)) for item in items if isinstance(item, Symbols)
    ]
    assert ["1"] == [item.text for item in items if isinstance(item, Text)]


def test_many_numbers_are_cut_visibly() -> None:
    """A figure in many conflicts names the first three."""
    items = ring_items([Ring(at=(150.0, 100.0), numbers=(1, 2, 3, 4))], FRAME, (), 10)

    assert ["1,2,3…"] == [item.text for item in items if isinstance(item, Text)]


def test_nothing_to_ring_draws_nothing() -> None:
    """Without conflicts there is no ring."""
    assert [] == ring_items([], FRAME, (), 10)
