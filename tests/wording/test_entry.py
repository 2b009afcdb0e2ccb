"""Entries: the words of one figure, typed or from a file, read into a figure or refused with the reason."""

from datetime import date

import pytest

from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis
from tracker.domain.hedge import Hedge
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.domain.place import KNOWN_PLACES
from tracker.wording.entry import BadField, Entry, Known, figure_of

KNOWN = Known.of((indicator.name for indicator in KNOWN_INDICATORS), KNOWN_PLACES, date(2024, 4, 5))
ENTRY = Entry("returned", "fewer than 400", source="Children of War", as_of="2024-04-04")


def entry(**changes: str) -> Entry:
    """The entry above with some fields changed."""
    return ENTRY._replace(**changes)


def test_words_become_a_figure_with_its_hedge_as_bounds() -> None:
    """The printed words stay beside what they mean."""
    figure = figure_of(ENTRY, KNOWN)

    assert ("fewer than 400", Bounds(0, 399), Hedge.FEWER_THAN, Basis.TOTAL) == (
        figure.value,
        figure.bounds,
        figure.hedge,
        figure.basis,
    )


def test_without_a_publisher_the_source_published_itself() -> None:
    """A figure is first-hand unless it was read elsewhere."""
    assert figure_of(ENTRY, KNOWN).first_hand
    assert not figure_of(entry(publisher="Ukrinform"), KNOWN).first_hand


def test_the_day_of_publication_stands_in_for_the_day_spoken_of() -> None:
    """One of the two dates is enough."""
    figure = figure_of(entry(as_of="", published="2024-04-03"), KNOWN)

    assert ("2024-04-03", "2024-04-03") == (str(figure.as_of), str(figure.published))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"value": "+7"}, Basis.EVENT),
        ({"value": "seven more"}, Basis.EVENT),
        ({"value": "seven more", "basis": "total"}, Basis.TOTAL),
        ({"value": "31", "since": "2024-01-01"}, Basis.PERIOD),
        ({"value": "31", "since": "2024-01-01", "basis": "period"}, Basis.PERIOD),
        ({"value": "31", "basis": "event"}, Basis.EVENT),
        ({"value": "31"}, Basis.TOTAL),
    ],
)
def test_the_basis_is_as_given_or_as_the_words_say(changes: dict[str, str], expected: Basis) -> None:
    """An increment is an event and a first day makes a period, unless the entry says otherwise."""
    assert expected == figure_of(entry(**changes), KNOWN).basis


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("", "Ukraine"),
        ("Kherson region", "Kherson Oblast"),
        ("херсонська область", "Kherson Oblast"),
        ("Zaporizhzhia Oblast; Kherson region", "Kherson Oblast;Zaporizhzhia Oblast"),
        ("Oleshky", "Oleshky"),
        (";", "Ukraine"),
    ],
)
def test_a_place_goes_by_its_known_name(place: str, expected: str) -> None:
    """Spellings of a known place come together; an unknown place stays as printed; several are sorted."""
    assert expected == figure_of(entry(place=place), KNOWN).place


@pytest.mark.parametrize(
    ("changes", "column", "complaint"),
    [
        ({"indicator": "abductd"}, "indicator", "did you mean abducted?"),
        ({"indicator": ""}, "indicator", "is empty"),
        ({"value": ""}, "value", "is empty"),
        ({"value": "a lot"}, "value", "lot"),
        ({"value": "-5"}, "value", "negative"),
        ({"value": "19,5000"}, "value", "195,000"),
        ({"value": "500 to 400"}, "value", "400"),
        ({"source": " "}, "source", "is empty"),
        ({"as_of": ""}, "as_of", "is empty and so is published"),
        ({"as_of": "2024-02-30"}, "as_of", "no day"),
        ({"as_of": "2024-04-06"}, "as_of", "in the future"),
        ({"published": "2025"}, "published", "in the future"),
        ({"since": "2024-04-05"}, "since", "is after as_of"),
        ({"since": "2024-01-01", "basis": "total"}, "since", "belongs to a period"),
        ({"basis": "period"}, "since", "needs its first day"),
        ({"basis": "stock"}, "basis", "expected total, period or event"),
        ({"low": "x"}, "low", "whole number"),
        ({"low": "-1"}, "low", "whole number"),
        ({"low": "9", "high": "8", "value": "mais de 8"}, "low", "above"),
        ({"low": "1"}, "low", "mean 0 there"),
        ({"high": "400"}, "high", "mean 399 there"),
        ({"value": "at least 400", "high": "500"}, "high", "mean open there"),
        ({"url": "javascript:alert(1)"}, "url", "https://"),
        ({"quote": "x\x1b[2J"}, "quote", "control character"),
        ({"note": "x" * 10_001}, "note", "shorten"),
    ],
)
def test_a_field_that_cannot_be_used_is_named_with_the_reason(
    changes: dict[str, str], column: str, complaint: str
) -> None:
    """The error names the column and says in one line what was read or what was expected."""
    with pytest.raises(BadField) as caught:
        figure_of(entry(**changes), KNOWN)

    assert column == caught.value.column
    assert complaint in caught.value.problem
    assert "\n" not in str(caught.value)


def test_coded_bounds_stand_in_for_words_of_another_language() -> None:
    """Where the words cannot be read, the coder's bounds are taken, with the hedge `coded`."""
    figure = figure_of(entry(value="mais de 700 mil", low="700001"), KNOWN)

    assert (Bounds(700_001, None), Hedge.CODED) == (figure.bounds, figure.hedge)


@pytest.mark.parametrize("coded", [{"high": "399"}, {"low": "0", "high": "399"}, {}])
def test_coded_bounds_that_agree_with_the_words_change_nothing(coded: dict[str, str]) -> None:
    """An end that the coder left empty says nothing; one that is given must be what the words mean."""
    assert Hedge.FEWER_THAN == figure_of(entry(**coded), KNOWN).hedge


def test_a_month_that_has_begun_is_not_in_the_future() -> None:
    """A figure may speak of this month, though its last day is still to come."""
    assert "2024-04" == str(figure_of(entry(as_of="2024-04"), KNOWN).as_of)
