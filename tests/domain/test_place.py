"""Places and what contains them."""

import pytest

from tracker.domain.place import KNOWN_PLACES, WHOLE, contains_place, is_whole, join_places, place_key


@pytest.mark.parametrize(
    ("whole", "part", "expected"),
    [
        (WHOLE, "Kherson Oblast", True),
        (WHOLE, WHOLE, True),
        ("Kherson Oblast", WHOLE, False),
        ("Kherson Oblast;Zaporizhzhia Oblast", "Kherson Oblast", True),
        ("Kherson Oblast", "Kherson Oblast;Zaporizhzhia Oblast", False),
        ("Kherson Oblast", "Luhansk Oblast", False),
    ],
)
def test_a_joint_place_contains_its_members_and_the_whole_contains_all(whole: str, part: str, expected: bool) -> None:
    """Containment is by the places joined, and every place is a part of the whole."""
    assert expected == contains_place(whole, part)


def test_no_two_places_share_a_spelling() -> None:
    """A spelling leads to one place only."""
    spellings = [place_key(name) for place in KNOWN_PLACES for name in (place.name, *place.aliases)]

    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("name", ["", "Ukraine", "ukraine", " Україна "])
def test_the_whole_goes_by_these_names(name: str) -> None:
    """An empty place and the country's name mean the whole."""
    assert is_whole(name)
    assert join_places([name]) == WHOLE


def test_the_whole_adds_nothing_to_its_parts() -> None:
    """Parts named beside the whole stay the parts, sorted, each once."""
    assert (
        join_places(["Zaporizhzhia Oblast", "Kherson Oblast", "Kherson Oblast"]) == "Kherson Oblast;Zaporizhzhia Oblast"
    )
