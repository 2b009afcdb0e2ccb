"""Numerals in digits, by themselves and before a scale."""

import pytest

from tracker.domain.errors import UnreadableValue
from tracker.wording.digits import Coefficient, numeral


@pytest.mark.parametrize(
    ("text", "plain", "scaled"),
    [
        ("19546", 19_546, ((19_546, 0),)),
        ("19,546", 19_546, ((19_546, 0), (19_546, 3))),
        ("19 546", 19_546, ((19_546, 0),)),
        ("1,234,567", 1_234_567, ((1_234_567, 0),)),
        ("1,2", None, ((12, 1),)),
        ("1 234,5", None, ((12_345, 1),)),
        ("0,125", None, ((125, 3),)),
        ("1234,567", None, ((1_234_567, 3),)),
        ("1.2345", None, ((12_345, 4),)),
        ("19,5000", None, ()),
        ("12,34,567", None, ()),
        ("1,234.567", None, ()),
        ("05", None, ()),
    ],
)
def test_a_numeral_is_whole_by_itself_and_may_be_a_decimal_before_a_scale(
    text: str, plain: int | None, scaled: tuple[Coefficient, ...]
) -> None:
    """A lone mark before three digits has both readings before a scale, and only the whole one by itself."""
    read = numeral(text)

    assert (plain, scaled) == (read.plain, read.scaled)


def test_more_digits_than_any_count_has_are_refused() -> None:
    """A numeral of twenty digits is refused before it is read."""
    with pytest.raises(UnreadableValue, match="more than any count of children"):
        numeral("1" * 20)
