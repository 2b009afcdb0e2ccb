"""What the public may see: nothing that a confidential source said, and nothing that names one."""

from collections.abc import Iterator

import pytest

from tests.conftest import STARTED
from tests.factory import day, figure, moment
from tracker.domain.decision import Break, Decision, DecisionKind, Waiver
from tracker.domain.figure import Figure
from tracker.domain.indicator import Indicator
from tracker.domain.place import Place
from tracker.domain.source import Source
from tracker.store.ledger import Store, open_store
from tracker.store.public import WITHHELD, PublicStore

NOON = moment("2024-04-05T12:00")
LATER = moment("2024-05-01T12:00")
SECRET = Source("Halyna’s  Network", confidential=True)


@pytest.fixture
def public(location: str, store: Store) -> Iterator[Store]:
    """What the public sees of `store`, in which a source is confidential."""
    store.set_source(SECRET, at=STARTED)
    with open_store(location, at=STARTED, view=PublicStore) as seen:
        yield seen


def numbers(store: Store, **filters: str) -> list[int]:
    """The numbers of the figures that are seen."""
    return [each.id for each in store.figures(**filters)]  # type: ignore[arg-type] # filters by name


@pytest.mark.parametrize(
    "told",
    [
        figure(source=SECRET.name),
        figure(publisher=SECRET.name),
        figure(quote="Said HALYNA'S NETWORK on Monday"),
        figure(note="confirmed by Halyna's network"),
        figure(url="https://example.org/Halyna's Network"),
        figure(archive_url="https://example.org/?q=halyna's network"),
        figure(place="Halyna's Network"),
        figure(value="halyna's network: hundreds", low=100, high=None),
    ],
)
def test_a_figure_of_a_confidential_source_or_that_names_one_is_left_out(
    store: Store, public: Store, told: Figure
) -> None:
    """Whoever writes the name, in whatever case and with whatever apostrophe."""
    store.record([figure(value="1"), told, figure(value="2")], at=NOON)

    assert [1, 2, 3] == sorted(numbers(store))
    assert [1, 3] == sorted(numbers(public))
    assert [] == public.versions(2)


@pytest.mark.parametrize("note", ["The Halyna's Networking event", "Halyna", "network"])
def test_a_part_of_a_name_is_no_name(store: Store, public: Store, note: str) -> None:
    """Or half of all words would be."""
    store.record([figure(note=note)], at=NOON)

    assert [1] == numbers(public)


def test_a_name_does_not_begin_in_one_field_and_end_in_the_next(store: Store, public: Store) -> None:
    """Each is read for itself."""
    store.record([figure(quote="Halyna's", note="Network")], at=NOON)

    assert [1] == numbers(public)


def test_without_confidential_sources_all_is_public(store: Store, location: str) -> None:
    """The same answers as of the whole store."""
    store.record([figure(value="1"), figure(value="2")], at=NOON)

    with open_store(location, at=STARTED, view=PublicStore) as seen:
        assert store.figures() == seen.figures()
        assert store.sources() == seen.sources()
        assert store.places() == seen.places()
        assert store.indicators() == seen.indicators()


def test_what_is_secret_now_is_secret_of_every_day(store: Store, location: str) -> None:
    """A report as known last month must not tell what has become secret since; what is open now is open."""
    store.record([figure(source="A"), figure(source="B", publisher="C")], at=NOON)
    store.set_source(Source("A", confidential=True), at=NOON)
    store.set_source(Source("A"), at=LATER)
    store.set_source(Source("B", confidential=True), at=LATER)

    with open_store(location, at=STARTED, view=PublicStore) as seen:
        assert [1] == [each.id for each in seen.figures(known_on=day("2024-04-10"))]
        names = [source.name for source in seen.sources(known_on=day("2024-04-10"))]
    assert ("A" in names, "B" in names) == (True, False)


def test_a_figure_whose_source_was_corrected_is_seen_as_it_is_now(store: Store, public: Store) -> None:
    """Its history is not, and neither is a reason that names whom it was taken from."""
    store.record([figure(source=SECRET.name)], at=NOON)
    store.correct(1, figure(), because="Halyna's Network must not be named", at=LATER)

    (seen,) = public.figures()
    assert ("Children of War", WITHHELD) == (seen.source, seen.because)
    assert [] == public.figures(known_on=day("2024-04-10"))
    assert [] == public.versions(1)


def test_sources_places_and_indicators_that_bear_the_name_are_not_listed(store: Store, public: Store) -> None:
    """Nor those whose definition does."""
    store.add_place(Place("Shelter", ("Halyna's Network house",)), at=NOON)
    store.add_indicator(Indicator("sheltered", "Children with Halyna's Network."), at=NOON)

    for seen in (public.sources(), public.places(), public.indicators()):
        assert "halyna" not in str(seen).lower()
    assert "abducted" in [one.name for one in public.indicators()]


def test_a_store_in_columns_is_the_public_one_too(store: Store, public: Store) -> None:
    """Large stores are read so; not even a name is left of what is not for the public."""
    seen = figure(value="1", url="https://example.org/1", quote="1")
    secret = figure("killed", "2", source=SECRET.name, place="Crimea", url="https://example.org/2")
    store.record([seen, secret, figure(value="3", note="says Halyna's Network")], at=NOON)

    table = public.table()

    assert [1] == table.columns.id.tolist()
    assert [["returned"], ["Children of War"], ["Ukraine"]] == [
        list(names.values()) for names in (table.indicators, table.sources, table.places)
    ]
    assert [(1, 1, 1), (3, 2, 1)] == [
        (view.table().count(), view.addresses(), view.addresses(["returned"])) for view in (public, store)
    ]


def test_the_journal_is_not_for_the_public(store: Store, public: Store) -> None:
    """It tells of every row, by name."""
    store.record([figure(source=SECRET.name)], at=NOON)

    assert [] == public.log(10)
    assert store.head() == public.head()


def test_breaks_of_a_confidential_source_are_left_out(store: Store, public: Store) -> None:
    """And reasons that name it are withheld."""
    store.record([figure(source=SECRET.name), figure()], at=NOON)
    store.record_break(Break("returned", SECRET.name, day("2024-02-01"), "it grew"), at=NOON)
    store.record_break(Break("returned", "Children of War", day("2024-03-01"), "says Halyna's Network"), at=NOON)

    assert [("Children of War", WITHHELD)] == [(one.source, one.because) for one in public.breaks()]
    assert 2 == len(store.breaks())


def test_decisions_speak_of_public_figures_alone(store: Store, public: Store) -> None:
    """With the reason only where no figure left out was part of it."""
    store.record([figure(value=f"+{n}", source=SECRET.name if n == 2 else "A") for n in (1, 2, 3)], at=NOON)
    for figures, because in (({1, 2, 3}, "one bus"), ({1, 2}, "two buses"), ({1, 3}, "seen twice")):
        store.decide(Decision(DecisionKind.SAME, frozenset(figures), because, NOON))

    both = frozenset({1, 3})
    assert [(both, WITHHELD), (both, "seen twice")] == [(one.figures, one.because) for one in public.decisions()]


def test_waivers_of_findings_that_a_figure_left_out_was_part_of_are_left_out(store: Store, public: Store) -> None:
    """Such a finding cannot be there for the public."""
    store.record([figure(value="1"), figure(value="2", source=SECRET.name), figure(value="3")], at=NOON)
    for name, figures, because in (("a", (1, 2), "late"), ("b", (1, 3), "late"), ("c", (3,), "Halyna's Network says")):
        store.waive(
            Waiver(
                finding=name,
                check="dispute",
                figures=figures,
                fingerprint="0" * 64,
                because=because,
                author="N",
                recorded_at=NOON,
            )
        )

    assert [("b", "late"), ("c", WITHHELD)] == [(one.finding, one.because) for one in public.waivers()]
