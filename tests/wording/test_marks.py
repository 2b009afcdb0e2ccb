"""Printed text to tokens."""

import pytest

from tracker.wording.marks import tidy, tokens_of


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("«понад 19\u202f500»,", "понад 19 500"),
        ("“19,546”", "19,546"),
        ("19’546", "19'546"),
        ("19\u200b546", "19546"),
        ("１９，５４６", "19,546"),
        ("1½ million", "1.5 million"),
        ("½ million", "0.5 million"),
        ("200—300", "200-300"),
        ("≥ 300", ">= 300"),
        ("300¹²", "300"),
        ("10³", "10³"),
        ("300 [4].", "300"),
    ],
)
def test_marks_come_out_in_one_form(printed: str, expected: str) -> None:
    """Quotes, footnote marks and outer stops go; spaces, dashes, apostrophes and digits become plain."""
    assert expected == tidy(printed)


@pytest.mark.parametrize(
    ("tidied", "expected"),
    [
        ("at least 19 546", ["at", "least", "19 546"]),
        ("16 тис. дітей", ["16", "тис", "дітей"]),
        ("19k", ["19", "0k"]),
        ("5-х", ["5"]),
        ("twenty-three", ["twenty", "-", "three"]),
        ("200 - 300", ["200", "--", "300"]),
        ("П'ятеро", ["пятеро"]),
        (">=300+", [">=", "300", "+"]),
    ],
)
def test_tokens_are_words_numerals_and_signs(tidied: str, expected: list[str]) -> None:
    """Each piece is known by the key under which word lists know it."""
    assert expected == [token.key for token in tokens_of(tidied)]
