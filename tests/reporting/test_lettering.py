import pytest

from tracker.reporting.lettering import fit, plain, shorten, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Children of War", "Children of War"),
        ("Children\n of\tWar ", "Children of War"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\u202egnol\u202c", "gnol"),
        ("zero\u200bwidth \x00\x0b", "zerowidth"),
        ("Діти війни", "Діти війни"),
        ("$x^2$", "$x^2$"),
    ],
)
def test_plain_text_is_one_visible_line(text: str, expected: str) -> None:
    """Control, direction and invisible characters are gone, all else stays."""
    assert expected == plain(text)


def test_short_text_is_kept_and_long_text_is_cut_visibly() -> None:
    """A text within the limit is unchanged; a longer one ends in an ellipsis."""
    assert "Ombudsman" == shorten("Ombudsman", 9)
    assert "Ombuds…" == shorten("Ombudsman's Office", 6)


def test_lines_break_at_plain_spaces_only() -> None:
    """A no-break space holds a number and its date together; a word too long keeps a line to itself."""
    assert ["ab cd", "ef\u00a0gh", "ijklmnopq", "r"] == wrap("ab cd ef\u00a0gh ijklmnopq r", 5, len)


def test_nothing_wraps_to_no_line() -> None:
    """An empty text takes no line."""
    assert [] == wrap("", 5, len)


def test_a_fitted_text_is_as_long_as_there_is_room() -> None:
    """A cut text and its ellipsis together fill the width."""
    assert "abcd" == fit("abcd", 4, len)
    assert "abc…" == fit("abcdef", 4, len)
