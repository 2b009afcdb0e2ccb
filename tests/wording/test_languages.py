"""Numbers, dates and plural forms, in English and Ukrainian."""

import pytest

from tests.factory import day
from tracker.domain.errors import WrongUse
from tracker.domain.place import KNOWN_PLACES
from tracker.domain.span import Span
from tracker.wording import languages
from tracker.wording.languages import NBSP, Case, Language

EN, UK = Language


@pytest.mark.parametrize(
    ("count", "english", "ukrainian"),
    [(0, "0", "0"), (999, "999", "999"), (1359, "1,359", "1 359"), (1234567, "1,234,567", "1 234 567")],
)
def test_thousands_are_marked_as_the_language_marks_them(count: int, english: str, ukrainian: str) -> None:
    """A comma in English, a space that does not break in Ukrainian."""
    assert languages.number(count, EN) == english
    assert languages.number(count, UK) == ukrainian.replace(" ", NBSP)


@pytest.mark.parametrize(
    ("count", "english", "ukrainian"),
    [
        (0, "0 children", "0 дітей"),
        (1, "1 child", "1 дитина"),
        (2, "2 children", "2 дитини"),
        (4, "4 children", "4 дитини"),
        (5, "5 children", "5 дітей"),
        (11, "11 children", "11 дітей"),
        (12, "12 children", "12 дітей"),
        (14, "14 children", "14 дітей"),
        (21, "21 children", "21 дитина"),
        (22, "22 children", "22 дитини"),
        (111, "111 children", "111 дітей"),
        (112, "112 children", "112 дітей"),
        (834, "834 children", "834 дитини"),
    ],
)
def test_nouns_take_the_form_that_the_number_asks_for(count: int, english: str, ukrainian: str) -> None:
    """One form for 1, another for 2 to 4, a third for the rest and for the teens in Ukrainian."""
    assert languages.children(count, EN) == english
    assert languages.children(count, UK).replace(NBSP, " ") == ukrainian


def test_a_gap_is_told_in_the_accusative() -> None:
    """In Ukrainian one child is "дитину" where figures miss by it."""
    assert languages.by_children(1, EN) == "by 1 child"
    assert languages.by_children(1, UK) == "на 1 дитину"
    assert languages.by_children(13, UK) == "на 13 дітей"


@pytest.mark.parametrize(
    ("text", "english", "ukrainian"),
    [
        ("2024-04-04", "on 4 April 2024", "4 квітня 2024 р."),
        ("2024-04", "in April 2024", "у квітні 2024 р."),
        ("2024", "in 2024", "у 2024 році"),
        ("2024-03-28/2024-04-03", "between 28 March and 3 April 2024", "від 28 березня до 3 квітня 2024 р."),
        ("2023-12-30/2024-01-02", "between 30 December 2023 and 2 January 2024", None),
    ],
)
def test_a_time_is_told_as_precisely_as_it_was_written(text: str, english: str, ukrainian: str | None) -> None:
    """A day, a month, a year and a span each read as what they are."""
    assert languages.when(Span.parse(text), EN) == english
    expected = ukrainian or "від 30 грудня 2023 р. до 2 січня 2024 р."
    assert languages.when(Span.parse(text), UK).replace(NBSP, " ") == expected


@pytest.mark.parametrize(
    ("text", "english", "ukrainian"),
    [
        ("2024-04-04", "as of 4 April 2024", "станом на 4 квітня 2024 р."),
        ("2024-02", "as of a day in February 2024", "станом на певний день лютого 2024 р."),
        ("2024", "as of a day in 2024", "станом на певний день 2024 року"),
        (
            "2024-06-24/2024-06",
            "as of a day between 24 and 30 June 2024",
            "станом на певний день від 24 до 30 червня 2024 р.",
        ),
    ],
)
def test_a_total_of_an_imprecise_day_says_that_the_day_is_not_known(text: str, english: str, ukrainian: str) -> None:
    """A total that only a month is known of speaks of some day in it, not of its end."""
    assert languages.as_of(Span.parse(text), EN) == english
    assert languages.as_of(Span.parse(text), UK).replace(NBSP, " ") == ukrainian


@pytest.mark.parametrize(
    ("since", "until", "english", "ukrainian"),
    [
        ("2024-01-01", "2024-02-19", "from 1 January to 19 February 2024", "від 1 січня до 19 лютого 2024 р."),
        ("2022-02", "2024-12-31", "from February 2022 to 31 December 2024", "від лютого 2022 р. до 31 грудня 2024 р."),
        ("2022", "2024", "from 2022 to 2024", "від 2022 року до 2024 року"),
        ("2024-04-03", "2024-04-03", "on 3 April 2024", "3 квітня 2024 р."),
        (
            "2024-01-01/2024-01-03",
            "2024-02-01/2024-02-05",
            "from 1 January 2024 to 5 February 2024",
            "від 1 січня 2024 р. до 5 лютого 2024 р.",
        ),
    ],
)
def test_a_period_is_told_by_its_ends(since: str, until: str, english: str, ukrainian: str) -> None:
    """Each end is as precise as it was written; of an end known to a span, the widest day."""
    assert languages.stretch(Span.parse(since), Span.parse(until), EN) == english
    assert languages.stretch(Span.parse(since), Span.parse(until), UK).replace(NBSP, " ") == ukrainian


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_forms(month: int) -> None:
    """Twelve months in one English and three Ukrainian forms, of which no two months share one."""
    span = Span.parse(f"2023-{month:02}")
    others = [Span.parse(f"2023-{other:02}") for other in range(1, 13) if other != month]

    for case in Case:
        assert languages.span(span, UK, case) not in {languages.span(other, UK, case) for other in others}
    assert languages.month(span.first, EN) == languages.span(span, EN)


def test_the_days_of_a_span_start_the_day_after_it_opens() -> None:
    """The span that opens with the end of 31 December starts on 1 January."""
    assert languages.opened(day("2023-12-31"), day("2024-02-19"), EN) == "from 1 January to 19 February 2024"
    assert languages.opened(day("2024-04-02"), day("2024-04-03"), EN) == "on 3 April 2024"


def test_places_are_called_by_their_ukrainian_names() -> None:
    """Several places are listed; one without a Ukrainian name stays as it is."""
    text = "Kherson Oblast;Somewhere;occupied territories"

    assert languages.place(text, EN) == "Kherson Oblast, Somewhere and occupied territories"
    assert languages.place(text, UK) == "Херсонська область, Somewhere і тимчасово окуповані території"
    assert languages.place("Ukraine", UK) == "Україна"


def test_every_known_place_has_a_ukrainian_name() -> None:
    """No known place is printed in English or Russian letters in Ukrainian."""
    names = [languages.place(place.name, UK) for place in KNOWN_PLACES]

    assert [name for name in names if languages.is_foreign(name, UK)] == []


def test_foreign_letters_are_noticed() -> None:
    """Cyrillic is foreign to English; Latin and the letters of Russian alone are foreign to Ukrainian."""
    assert languages.is_foreign("понад 300", EN)
    assert languages.is_foreign("over 300", UK)
    assert languages.is_foreign("более 19 тысяч", UK)
    assert not languages.is_foreign("понад 300", UK)
    assert not languages.is_foreign("19 546", EN)


def test_a_language_that_is_not_written_here_is_wrong_use() -> None:
    """The message names the languages there are."""
    with pytest.raises(WrongUse, match="'fr' is not known here: write en or uk"):
        languages.language("fr")
