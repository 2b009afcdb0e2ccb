import pytest

from tests.factory import figure, moment
from tracker.domain.figure import Figure
from tracker.store.ledger import Counts, Store

NOON = moment("2024-04-05T12:00")
FIGURES = [
    figure("returned", "1", as_of="2024-04", source="A", published="2024-05-02"),
    figure("returned", "2", as_of="2024-04-03", source="A", publisher="B", place="Kherson Oblast"),
    figure("abducted", "3", as_of="2024-04-03", source="B", published="2024-04-02"),
    figure("returned", "4", as_of="2024-04-03", source="B", place="Kherson Oblast;Crimea"),
    figure("returned", "5", as_of="2024-04-30", source="C", published="2024-05-01"),
]


@pytest.fixture
def filled(store: Store) -> Store:
    """A store with five figures."""
    store.record(FIGURES, at=NOON)
    return store


def values(figures: list[Figure]) -> str:
    """The figures by their values, which tell them apart."""
    return "".join(each.value for each in figures)


def test_figures_are_ordered_by_what_they_speak_of(filled: Store) -> None:
    """By the last day they speak of, then by the day they could be read, then by number."""
    assert "32451" == values([*filled.figures()])


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"indicator": "abducted"}, "3"),
        ({"source": "A"}, "21"),
        ({"publisher": "B"}, "324"),
        ({"source": "A", "publisher": "B"}, "2"),
        ({"place": "Ukraine"}, "351"),
        ({"place": ""}, "351"),
        ({"place": "Kherson Oblast"}, "2"),
        ({"place": "херсонська область"}, "2"),
        ({"place": "Kherson region; Крим"}, "4"),
        ({"indicator": "nothing"}, ""),
        ({"source": "nobody"}, ""),
        ({"publisher": "nobody"}, ""),
        ({"place": "nowhere"}, ""),
        ({"indicator": "returned", "source": "B", "place": "Ukraine"}, ""),
    ],
)
def test_filters_choose_figures(filled: Store, filters: dict[str, str], expected: str) -> None:
    """Each filter narrows the list; a place goes by any of its names; an unknown name finds nothing."""
    assert expected == values([*filled.figures(**filters)])  # type: ignore[arg-type] # all filters here are texts


def test_figures_are_found_by_number(filled: Store) -> None:
    """In the order of a list; numbers that are not there find nothing, and other filters still apply."""
    assert "32" == values([*filled.figures(ids=[2, 3, 99, 2])])
    assert "2" == values([*filled.figures(ids=[2, 3], source="A")])
    assert "" == values([*filled.figures(ids=[])])


def test_thousands_of_numbers_are_one_question(filled: Store) -> None:
    """However many numbers are asked for, the answer is whole and in order."""
    assert "32451" == values([*filled.figures(ids=range(1, 3000))])


def test_counts_say_how_much_there_is(filled: Store) -> None:
    """Retractions and corrections are versions, not figures; a joined place counts as one."""
    filled.retract(1, because="not a count", at=NOON)

    counts = filled.counts()

    assert Counts(figures=5, versions=6, sources=7, places=len(filled.places()) + 2, evidence=0) == counts
