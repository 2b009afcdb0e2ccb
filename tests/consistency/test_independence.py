"""Pages and the sources behind them."""

from tests.factory import figure
from tracker.consistency.independence import independence, of_one_number


def test_copies_of_one_source_are_one_source() -> None:
    """However many publishers carry it."""
    pages = [figure(source="Children of War", publisher=name) for name in "ABC"]

    assert (4, 2) == independence([*pages, figure(source="Dmytro Lubinets")])


def test_a_page_is_known_by_its_address() -> None:
    """Two figures of one page are one page; other spellings of a source are the same source."""
    one = figure(source="Children of War", url="https://example.org/1")
    other = figure(source="children  of war", publisher="Copy", url="https://example.org/1")

    assert (1, 1) == independence([one, other])


def test_pages_that_name_no_source_are_sources_apart() -> None:
    """Nobody knows that they are one."""
    assert (2, 2) == independence(figure(source="unattributed", publisher=name) for name in "AB")


def test_nothing_rests_on_nothing() -> None:
    """No figure, no page, no source."""
    assert (0, 0) == independence([])


def test_figures_of_one_number_give_it_for_the_same_thing() -> None:
    """On whatever day and by whomever; not for another place, or as another number."""
    one = figure(value="388", source="A")
    again, other = figure(value="388", source="B", as_of="2024-05-01"), figure(value="389")
    elsewhere = figure(value="388", place="Crimea")

    assert [one, again] == of_one_number(one, [one, again, other, elsewhere])
