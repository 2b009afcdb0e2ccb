"""The sentence that one figure supports: hedge, source, publisher and dates included."""

import pytest

from tests.factory import figure, recorded
from tracker.domain.errors import WrongUse
from tracker.domain.figure import Figure
from tracker.domain.hedge import FLOORS, Hedge, bounds_of
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.wording.citation import bounds_text, cite
from tracker.wording.languages import NBSP, Language

SECOND_HAND = figure(
    "returned",
    "fewer than 400",
    publisher="live news page",
    published="2024-04-04",
    url="https://example.org/live",
)


def in_ukrainian(of: Figure) -> str:
    """The Ukrainian sentence with ordinary spaces."""
    return cite(of, "uk").replace(NBSP, " ")


def test_a_second_hand_total_names_source_and_publisher() -> None:
    """The hedge, both days, who said it and where it was read all stand in the sentence."""
    assert cite(SECOND_HAND, "en") == (
        '"fewer than 400" children returned, as of 4 April 2024, according to Children of War, '
        "as published by live news page on 4 April 2024 (https://example.org/live)."
    )
    assert in_ukrainian(SECOND_HAND) == (
        "Повернуто дітей: «fewer than 400» (менш як 400), станом на 4 квітня 2024 р., за даними джерела "
        "«Children of War», опублікованими у виданні «live news page» 4 квітня 2024 р. (https://example.org/live)."
    )


def test_a_first_hand_figure_names_its_source_once() -> None:
    """Where source and publisher are one, the sentence is shorter."""
    of = figure("abducted", "19,546", published="2024-04-05")

    assert cite(of, "en") == (
        '"19,546" children deported or forcibly transferred, as of 4 April 2024, according to Children of War, '
        "published on 5 April 2024."
    )
    assert in_ukrainian(of) == (
        "Депортовано або примусово переміщено дітей: «19,546», станом на 4 квітня 2024 р., за даними джерела "
        "«Children of War», опублікованими 5 квітня 2024 р."
    )


def test_an_unknown_date_of_publication_is_left_out() -> None:
    """Nothing is said of a day that nobody knows."""
    assert cite(figure("returned", "388"), "en") == (
        '"388" children returned, as of 4 April 2024, according to Children of War.'
    )
    assert cite(figure("returned", "388", publisher="Babel"), "en").endswith("as published by Babel.")
    assert in_ukrainian(figure("returned", "388", publisher="Babel")).endswith("у виданні «Babel».")


def test_an_event_is_one_batch_from_its_places() -> None:
    """A batch is told as one reported batch, with the places that the children came from."""
    of = figure(
        "returned",
        "seven",
        basis="event",
        low=7,
        high=7,
        hedge="exact",
        as_of="2024-04-03",
        place="Kherson Oblast;Zaporizhzhia Oblast",
        source="Dmytro Lubinets",
        publisher="The Kyiv Independent",
        published="2024-04",
    )

    assert cite(of, "en") == (
        '"seven" children returned from Kherson Oblast and Zaporizhzhia Oblast in one reported batch on 3 April 2024, '
        "according to Dmytro Lubinets, as published by The Kyiv Independent in April 2024."
    )
    assert in_ukrainian(of) == (
        "Повернуто дітей (Херсонська область і Запорізька область): «seven» (7), одна повідомлена група, "
        "3 квітня 2024 р., за даними джерела «Dmytro Lubinets», опублікованими у виданні «The Kyiv Independent» "
        "у квітні 2024 р."
    )


def test_a_period_is_told_from_its_first_day_to_its_last() -> None:
    """A year to date reads as such."""
    of = figure("returned", "31", since="2024-01-01", as_of="2024-02-19", place="Kherson Oblast")

    assert cite(of, "en") == (
        '"31" children returned from Kherson Oblast, from 1 January to 19 February 2024, according to Children of War.'
    )
    assert in_ukrainian(of) == (
        "Повернуто дітей (Херсонська область): «31», за період від 1 січня до 19 лютого 2024 р., "
        "за даними джерела «Children of War»."
    )


@pytest.mark.parametrize(
    ("value", "as_of", "since", "told"),
    [
        ("891", "2024", None, "as of a day in 2024"),
        ("891", "2024-03", None, "as of a day in March 2024"),
        ("+3", "2024-03", None, "in one reported batch in March 2024"),
        ("+3", "2024-03-28/2024-04-03", None, "in one reported batch between 28 March and 3 April 2024"),
        ("449", "2024-12-31", "2022-02", "from February 2022 to 31 December 2024"),
    ],
)
def test_an_imprecise_day_is_never_made_precise(value: str, as_of: str, since: str | None, told: str) -> None:
    """A month, a year and a span are told as such."""
    assert told in cite(figure("returned", value, as_of=as_of, since=since), "en")


def test_places_that_nobody_came_from_are_just_named() -> None:
    """Only returned children come from a place."""
    assert '"5" children killed (Kharkiv Oblast), as of' in cite(figure("killed", "5", place="Kharkiv Oblast"), "en")


def test_an_indicator_that_a_user_added_is_called_by_its_name() -> None:
    """There is a sentence for every indicator."""
    assert cite(figure("in-foster-care", "12"), "en").startswith('"12" counted as in-foster-care, as of')
    assert cite(figure("in-foster-care", "12"), "uk").startswith("in-foster-care: «12», станом на")


@pytest.mark.parametrize("indicator", [indicator.name for indicator in KNOWN_INDICATORS])
def test_every_known_indicator_has_words_of_its_own(indicator: str) -> None:
    """No known indicator is called by its bare name, in either language."""
    for lang in ("en", "uk"):
        assert f"counted as {indicator}" not in cite(figure(indicator, "12"), lang)
        assert not cite(figure(indicator, "12"), lang).startswith(f"{indicator}:")


def test_words_in_other_letters_are_followed_by_their_meaning() -> None:
    """The words stay as printed, and a reader of the other language sees the same hedge."""
    of = figure("returned", "понад 1,2 тис.", low=1201, high=None, hedge="more_than")

    assert cite(of, "en").startswith('"понад 1,2 тис." (more than 1,200) children returned')
    assert in_ukrainian(of).startswith("Повернуто дітей: «понад 1,2 тис.», станом")


def test_coded_words_are_followed_by_their_bounds() -> None:
    """Words that tracker cannot read show what they were coded as."""
    of = figure("abducted-estimate", "mais de 700 mil", low=700_001, high=None)

    assert cite(of, "en").startswith('"mais de 700 mil" (at least 700,001) children')


@pytest.mark.parametrize(
    ("hedge", "english", "ukrainian"),
    [
        (Hedge.EXACT, "800", "800"),
        (Hedge.AT_LEAST, "at least 800", "щонайменше 800"),
        (Hedge.MORE_THAN, "more than 800", "понад 800"),
        (Hedge.FEWER_THAN, "fewer than 800", "менш як 800"),
        (Hedge.AT_MOST, "at most 800", "щонайбільше 800"),
        (Hedge.ABOUT, "about 800", "близько 800"),
        (Hedge.NEARLY, "nearly 800", "майже 800"),
    ],
)
def test_a_hedge_is_translated_and_not_sharpened(hedge: Hedge, english: str, ukrainian: str) -> None:
    """Each hedge keeps its own number and its own strength in either language."""
    bounds = bounds_of(hedge, 800)
    russian = figure("returned", "слова", low=bounds.low, high=bounds.high, hedge=hedge)
    foreign = figure("returned", "words", low=bounds.low, high=bounds.high, hedge=hedge)

    assert f"({english}) children" in cite(russian, "en")
    assert f"({ukrainian})," in cite(foreign, "uk")


@pytest.mark.parametrize("hedge", [*FLOORS, Hedge.UNKNOWN, Hedge.RANGE])
def test_hedges_without_one_number_are_translated_too(hedge: Hedge) -> None:
    """Ranges show both ends; bare plurals and unknown numbers show no number."""
    low, high = (2, 5) if hedge is Hedge.RANGE else (FLOORS.get(hedge), None)
    meaning = cite(figure("returned", "слова", low=low, high=high, hedge=hedge), "en").split("(")[1].split(")")[0]

    assert any(letter.isdigit() for letter in meaning) == (hedge is Hedge.RANGE)


@pytest.mark.parametrize(
    ("low", "high", "english", "ukrainian"),
    [
        (388, 388, "388", "388"),
        (388, 399, "388 to 399", "388–399"),
        (388, None, "at least 388", "щонайменше 388"),
        (None, 399, "at most 399", "щонайбільше 399"),
        (None, None, "number not stated", "число не названо"),
    ],
)
def test_bounds_are_told_with_their_open_ends(low: int | None, high: int | None, english: str, ukrainian: str) -> None:
    """An open end is told as such."""
    assert bounds_text(low, high, Language.EN) == english
    assert bounds_text(low, high, Language.UK) == ukrainian


def test_an_approximate_range_shows_its_ends() -> None:
    """A hedge that does not qualify one number is told by its bounds."""
    of = figure("abducted-estimate", "близько 200–300 тисяч", low=190_000, high=310_000, hedge="about")

    assert '"близько 200–300 тисяч" (190,000 to 310,000) children' in cite(of, "en")


def test_one_child_is_no_children() -> None:
    """The noun agrees with one, and is left out where the words have it already."""
    assert cite(figure("returned", "1"), "en").startswith('"1" child returned, as of')
    several = figure("returned", "388 children", low=388, high=388)
    assert cite(several, "en").startswith('"388 children" (388) returned, as of')


def test_a_retracted_figure_says_that_it_was_retracted() -> None:
    """Nobody publishes a retracted figure without being told."""
    of = recorded(figure("returned", "388"), status="retracted", because="misread page.")

    assert cite(of, "en").endswith("according to Children of War. This record was retracted: misread page.")
    assert cite(of, "uk").endswith("«Children of War». Цей запис відкликано: misread page.")
    assert "retracted" not in cite(recorded(figure("returned", "388")), "en")


def test_a_period_without_its_first_day_is_an_error() -> None:
    """No first day is made up."""
    with pytest.raises(ValueError, match="a period without since"):
        cite(figure("returned", "31", basis="period"), "en")


def test_another_language_is_wrong_use() -> None:
    """There are sentences in English and Ukrainian only."""
    with pytest.raises(WrongUse, match="write en or uk"):
        cite(SECOND_HAND, "de")
