"""Whether an archived page prints the number that was recorded from it."""

import pytest

from tracker.wording.occurrence import numbers_in, occurs


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("19,546", "The register lists 19,546 children."),
        ("19,546", "19.546 Kinder"),
        ("19,546", "Всього 19 546 дітей"),
        ("19,546", "19\u202f546 enfants, 19\u00a0000 auparavant"),
        ("at least 19,500", "понад 19,5 тис. дітей"),
        ("16 тис.", "16,000 of them"),
        ("over 1.2 million", "1 200 000 children"),
        ("seven more", "Another 7 came home."),
        ("+7", "семеро дітей"),
        ("семеро", "Seven children, says the ombudsman"),
        ("23", "двадцать три ребёнка"),
        ("23", "Twenty-three children"),
        ("23", "Двадцять три дитини"),
        ("388", "The page says (388), as of Monday."),
        ("388", "«388»"),
        ("388", "388-х дітей"),
        ("19,546", "nineteen thousand\nfive hundred\nand forty-six"),
        ("200,000-300,000", "between 200,000 and 300,000"),
        ("two hundred to three hundred thousand", "from 200 to 300 thousand"),
        ("388", "2023 388 400"),
        ("several dozen", "There were  Several\ndozen children"),
        ("eine unbekannte Zahl", "Es ist eine unbekannte Zahl."),
        ("mindestens 400", "400 Kinder"),
    ],
)
def test_a_number_occurs_however_it_is_written(value: str, text: str) -> None:
    """In digits with any marks, with scales, or in words of three languages; words without a number, word for word."""
    assert occurs(value, text)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("388", "1,388 children"),
        ("388", "3,880 children"),
        ("388", "19 388"),
        ("388", "388 400"),
        ("388", "telephone 3880000000000000"),
        ("388", "0.388"),
        ("19,546", "19\n546"),
        ("19,546", "nineteen thousand"),
        ("200,000-300,000", "more than 200,000"),
        ("hundreds", "dozens of children"),
        ("several", ""),
        ("7", ""),
        ("«»", "«»"),
    ],
)
def test_a_part_of_another_number_is_no_occurrence(value: str, text: str) -> None:
    """Nor are digits of two lines one number, nor does nothing occur anywhere."""
    assert not occurs(value, text)


@pytest.mark.parametrize(
    "text",
    ["." * 200_000, " -" * 100_000, "1" * 200_000, "1 " * 100_000, "1," * 100_000, "one-" * 50_000, "½" * 50_000],
)
def test_a_long_text_made_to_hold_it_up_does_not(text: str) -> None:
    """Time grows with its length, not with the square of it: each of these is read in seconds."""
    assert len(numbers_in(text)) <= 1


def test_bare_plurals_are_no_numbers() -> None:
    """Hundreds, several and dozens give a floor, and nothing that could be held against a page."""
    assert set() == numbers_in("several hundred; hundreds of children; сотні дітей")
