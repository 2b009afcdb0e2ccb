import pytest

from tests.factory import figure, moment
from tracker.domain.errors import WrongUse
from tracker.domain.figure import Figure, RecordedFigure, Status
from tracker.store.ledger import Store
from tracker.store.recording import Recorded

NOON = moment("2024-04-05T12:00")
RICH = figure(
    "returned",
    "від 380 до 400",
    low=380,
    high=400,
    basis="period",
    since="2024",
    as_of="2024-03-28/2024-04-03",
    published="2024-04-04",
    source="Dmytro Lubinets",
    publisher="Kyiv Independent",
    place="Kherson Oblast",
    url="https://example.org/a?b=c&d='e'",
    quote="Повернули «від 380 до 400» дітей",
    note="two\nlines\tand a tab",
)


def content(recorded: RecordedFigure) -> dict[str, object]:
    """The fields that a figure has before it is recorded."""
    return {name: getattr(recorded, name) for name in Figure.__dataclass_fields__}


@pytest.mark.parametrize(
    "given",
    [
        figure("returned", "fewer than 400"),
        figure("abducted", "at least 19,500", published="2024-04"),
        figure("returned", "+7", as_of="2024-04"),
        figure("missing", "unknown number", low=None, high=None, hedge="unknown"),
        RICH,
    ],
    ids=lambda given: given.value,
)
def test_a_figure_comes_back_as_it_was_given(store: Store, given: Figure) -> None:
    """Words, bounds, spans, names and remarks are kept to the letter, and the moment of recording is added."""
    store.record([given], at=NOON)

    (kept,) = store.figures()

    assert content(recorded_like(given)) == content(kept)
    assert (1, 1, NOON, Status.RECORDED, "") == (kept.id, kept.version, kept.recorded_at, kept.status, kept.because)


def recorded_like(given: Figure) -> RecordedFigure:
    """The same content as a recorded figure, so that spans are compared with their texts."""
    fields = {name: getattr(given, name) for name in Figure.__dataclass_fields__}
    return RecordedFigure(**fields, id=1, version=1, recorded_at=NOON)


def test_span_texts_come_back_as_written(store: Store) -> None:
    """A month stays a month and a span a span, though they are compared by their days."""
    store.record([RICH], at=NOON)

    (kept,) = store.figures()

    assert kept.since is not None
    assert kept.published is not None
    assert ("2024-03-28/2024-04-03", "2024", "2024-04-04") == (kept.as_of.text, kept.since.text, kept.published.text)


def test_numbers_follow_one_another(store: Store) -> None:
    """Figures are numbered from 1 without gaps, in the order given, over several calls."""
    first = store.record([figure(value="1"), figure(value="2")], at=NOON)
    second = store.record([figure(value="3")], at=NOON)

    assert [Recorded(1, new=True), Recorded(2, new=True), Recorded(3, new=True)] == first + second


def test_the_same_content_is_recorded_once(store: Store) -> None:
    """A figure that says what a recorded one says, before or in the same call, gets that one's number."""
    store.record([figure(value="1")], at=NOON)

    again = store.record([figure(value="2"), figure(value="1"), figure(value="2")], at=NOON)

    assert [Recorded(2, new=True), Recorded(1, new=False), Recorded(2, new=False)] == again
    assert 2 == store.counts().versions


@pytest.mark.parametrize(
    "other",
    [
        figure(value="389", low=388, high=388),
        figure(value="388", low=388, high=None),
        figure(value="388", low=None, high=388),
        figure(indicator="abducted"),
        figure(as_of="2024-04-05"),
        figure(basis="event"),
        figure(basis="period"),
        figure(since="2024-01-01"),
        figure(source="Save Ukraine", publisher="Children of War"),
        figure(publisher="Save Ukraine"),
        figure(published="2024-04-04"),
        figure(place="Kherson Oblast"),
        figure(url="https://example.org"),
        figure(quote="388"),
        figure(note="388"),
    ],
)
def test_any_difference_in_content_makes_another_figure(store: Store, other: Figure) -> None:
    """Every field of the content counts when figures are compared."""
    results = store.record([figure(), other], at=NOON)

    assert [Recorded(1, new=True), Recorded(2, new=True)] == results


def test_what_was_corrected_away_is_still_known(store: Store) -> None:
    """Importing an old file again brings back neither what was corrected nor what was retracted."""
    store.record([figure(value="1"), figure(value="2")], at=NOON)
    store.correct(1, figure(value="3"), because="misread", at=NOON)
    store.retract(2, because="not a count", at=NOON)

    again = store.record([figure(value="1"), figure(value="2"), figure(value="3")], at=NOON)

    assert [Recorded(1, new=False), Recorded(2, new=False), Recorded(1, new=False)] == again


def test_a_long_run_is_streamed(store: Store) -> None:
    """Figures are taken from a generator a few at a time, and all get their numbers."""
    results = store.record((figure(value=str(number)) for number in range(1, 1202)), at=NOON)

    assert [Recorded(number, new=True) for number in range(1, 1202)] == results
    assert 1201 == len(store.figures())


def test_all_or_nothing(store: Store) -> None:
    """When one figure cannot be recorded, none is, and no source of theirs stays behind."""
    with pytest.raises(WrongUse, match="there is no indicator 'retruned'"):
        store.record([figure(source="Somebody new"), figure("retruned")], at=NOON)

    assert [] == store.figures()
    assert "Somebody new" not in [source.name for source in store.sources()]
    assert [Recorded(1, new=True)] == store.record([figure()], at=NOON)


def test_a_fault_of_the_giver_undoes_everything(store: Store) -> None:
    """An error raised by whatever yields the figures passes through, and nothing is kept."""

    def figures() -> object:
        yield from (figure(value=str(number)) for number in range(700))
        raise KeyError("row 701")

    with pytest.raises(KeyError, match="row 701"):
        store.record(figures(), at=NOON)  # type: ignore[arg-type] # a generator, written as a function above

    assert [] == store.figures()


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (figure(quote="a\0b"), "holds a zero character"),
        (figure(note="\ud800"), "holds a broken character"),
        (figure(value="10000000000000000000"), "no count of children is that large"),
        (figure(source=" Save Ukraine"), "cannot name a source"),
        (figure(publisher=""), "cannot name a source"),
        (figure(archive="0" * 64), "no evidence is kept"),
    ],
)
def test_what_no_store_can_keep_is_refused_in_words(store: Store, given: Figure, complaint: str) -> None:
    """Each is wrong use, said in one line, and the same on both databases."""
    with pytest.raises(WrongUse, match=complaint) as caught:
        store.record([given], at=NOON)

    assert 1 == len(str(caught.value).splitlines())


def test_places_are_kept_under_the_names_the_store_knows(store: Store) -> None:
    """Another spelling of a place is the same place; several are joined in one order."""
    results = store.record(
        [figure(place="Запорізька область; Kherson region"), figure(place="Kherson Oblast;Zaporizhzhia Oblast")],
        at=NOON,
    )

    (kept,) = store.figures()

    assert [Recorded(1, new=True), Recorded(1, new=False)] == results
    assert "Kherson Oblast;Zaporizhzhia Oblast" == kept.place


def test_the_whole_is_kept_by_its_own_name(store: Store) -> None:
    """Україна is Ukraine, and no part."""
    store.record([figure(place="Україна")], at=NOON)

    (kept,) = store.figures(place="Ukraine")

    assert "Ukraine" == kept.place
    assert "Ukraine" not in [place.name for place in store.places()]


def test_nothing_given_records_nothing(store: Store) -> None:
    """An empty run is no error."""
    assert [] == store.record([], at=NOON)


@pytest.mark.parametrize(
    "given",
    [
        figure(archive_url="https://web.archive.org/web/20240404/https://example.org", retrieved="2024-04-04"),
        figure(in_archive=True),
        figure(in_archive=False),
        figure(retrieved="2024-04-04"),
    ],
)
def test_how_a_page_was_archived_comes_back(store: Store, given: Figure) -> None:
    """And so it does from the version before, after a correction."""
    store.record([figure(value="1"), given], at=NOON)
    store.correct(2, figure(), because="the copy was of another page", at=NOON)

    assert [content(recorded_like(given)), content(recorded_like(figure()))] == [
        content(version) for version in store.versions(2)
    ]


def test_how_a_page_was_archived_makes_no_other_figure(store: Store) -> None:
    """What was printed is the same, however it was saved."""
    store.record([figure()], at=NOON)

    again = store.record([figure(archive_url="https://example.org/copy", in_archive=True)], at=NOON)

    assert [Recorded(1, new=False)] == again
