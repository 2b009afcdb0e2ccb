from dataclasses import replace

import pytest

from tests.conftest import STARTED
from tests.factory import day, figure, moment
from tracker.domain.errors import WrongUse
from tracker.domain.indicator import KNOWN_INDICATORS, Indicator
from tracker.domain.place import KNOWN_PLACES, Place
from tracker.domain.source import KNOWN_SOURCES, Coverage, Source
from tracker.store.ledger import Store

NOON = moment("2024-04-05T12:00")
LATER = moment("2024-05-01T12:00")


def test_a_new_store_knows_what_the_domain_knows(store: Store) -> None:
    """Indicators, sources and places that are known from the start are there from the start."""
    assert list(KNOWN_INDICATORS) == store.indicators()
    assert sorted(KNOWN_SOURCES, key=lambda source: source.name) == store.sources()
    assert list(KNOWN_PLACES) == store.places()
    assert store.sources() == store.sources(known_on=STARTED.date())
    assert [] == store.sources(known_on=day("2023-12-31"))


def test_an_indicator_can_be_added(store: Store) -> None:
    """It comes last, and figures can be recorded about it."""
    added = Indicator("adopted", "Children given Russian citizenship and adoptive parents.")
    store.add_indicator(added, at=NOON)

    store.record([figure("adopted")], at=NOON)

    assert added == store.indicators()[-1]


@pytest.mark.parametrize(
    ("indicator", "complaint"),
    [
        (Indicator("returned", "Something else."), "there is an indicator 'returned' already: Children brought back"),
        (Indicator("", "Something."), "needs a name and a definition"),
        (Indicator("something", " "), "needs a name and a definition"),
    ],
)
def test_an_indicator_is_defined_once_and_in_words(store: Store, indicator: Indicator, complaint: str) -> None:
    """Its definition is what makes its figures comparable, so it is neither empty nor ever changed."""
    with pytest.raises(WrongUse, match=complaint):
        store.add_indicator(indicator, at=NOON)
    assert list(KNOWN_INDICATORS) == store.indicators()


def test_sources_and_publishers_are_made_on_first_use(store: Store) -> None:
    """They count everything and are unrated until said otherwise."""
    store.record([figure(source="Dmytro Lubinets", publisher="Kyiv Independent")], at=NOON)

    assert Source("Dmytro Lubinets", Coverage.ALL, "F") in store.sources()
    assert Source("Kyiv Independent", Coverage.ALL, "F") in store.sources()


def test_what_is_said_of_a_source_may_change_and_is_kept(store: Store) -> None:
    """A past day still finds the coverage and grade of then."""
    store.set_source(Source("Bring Kids Back", Coverage.ALL, "B"), at=NOON)

    store.set_source(Source("Bring Kids Back", Coverage.OWN, "A"), at=LATER)

    assert Source("Bring Kids Back", Coverage.OWN, "A") in store.sources()
    assert Source("Bring Kids Back", Coverage.ALL, "B") in store.sources(known_on=day("2024-04-30"))
    assert "Bring Kids Back" not in [source.name for source in store.sources(known_on=day("2024-04-04"))]


def test_saying_the_same_of_a_source_changes_nothing(store: Store) -> None:
    """Even with a clock that goes back."""
    store.set_source(Source("Bring Kids Back", Coverage.OWN, "B"), at=LATER)

    store.set_source(Source("Bring Kids Back", Coverage.OWN, "B"), at=NOON)

    assert Source("Bring Kids Back", Coverage.OWN, "B") in store.sources()


def test_what_is_said_of_a_source_follows_the_clock(store: Store) -> None:
    """A change dated before the last one is refused."""
    store.set_source(Source("Bring Kids Back", Coverage.OWN, "B"), at=LATER)

    with pytest.raises(WrongUse, match="source Bring Kids Back was last changed at 2024-05-01 12:00 UTC"):
        store.set_source(Source("Bring Kids Back", Coverage.ALL, "B"), at=NOON)


@pytest.mark.parametrize("grade", ["G", "", "AB", "a"])
def test_a_grade_is_one_of_six_letters(store: Store, grade: str) -> None:
    """Any other is refused with what the letters mean."""
    with pytest.raises(
        WrongUse, match=r"is no grade: give A \(completely reliable\) to E \(unreliable\), or F \(unrated\)"
    ):
        store.set_source(Source("Bring Kids Back", grade=grade), at=NOON)


def test_a_place_can_be_added_with_its_other_names(store: Store) -> None:
    """It is then found by each of them; adding it again adds only names it does not have."""
    store.add_place(Place("Mariupol", ("Маріуполь",)), at=NOON)
    store.add_place(Place("Mariupol", ("Маріуполь", "Мариуполь")), at=LATER)

    store.record([figure(place="мариуполь")], at=LATER)

    assert Place("Mariupol", ("Маріуполь", "Мариуполь")) == store.places()[-1]
    assert ["Mariupol"] == [each.place for each in store.figures()]


def test_one_name_means_one_place(store: Store) -> None:
    """An alias that is taken is refused, and nothing of the new place is kept."""
    with pytest.raises(WrongUse, match="'Крим' already names Crimea: give Sevastopol another alias"):
        store.add_place(Place("Sevastopol", ("Крим",)), at=NOON)
    assert list(KNOWN_PLACES) == store.places()


def test_places_are_made_on_first_use(store: Store) -> None:
    """Each part of a joined place becomes a place; the joined one is none of them."""
    store.record([figure(place="Mariupol; Crimea")], at=NOON)

    assert [*KNOWN_PLACES, Place("Mariupol")] == store.places()


def test_a_source_is_confidential_from_then_on_and_was_not_before(store: Store) -> None:
    """What was known of it on an earlier day is still known, as with its coverage and grade."""
    open_to_all = Source("Mission", Coverage.OWN, "B")
    store.set_source(open_to_all, at=NOON)
    store.set_source(replace(open_to_all, confidential=True), at=LATER)

    assert open_to_all in store.sources(known_on=NOON.date())
    assert replace(open_to_all, confidential=True) in store.sources()

    store.set_source(open_to_all, at=LATER)
    assert open_to_all in store.sources()
