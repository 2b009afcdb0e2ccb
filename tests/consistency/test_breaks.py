"""A break cuts a series: nothing is carried across it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factory import day, figure, recorded
from tracker.consistency.book import Book
from tracker.consistency.checking import findings
from tracker.consistency.examination import Examination, Reach, examine
from tracker.consistency.series import by_series
from tracker.domain.bounds import DayBounds
from tracker.domain.decision import Break
from tracker.domain.figure import Figure, RecordedFigure
from tracker.domain.source import Coverage, Source

ON = day("2024-03-01")
BREAK = Break("returned", "A", ON, "it counts deported children only")
DAYS = [f"2024-0{month}-{number:02}" for month in (2, 3) for number in (1, 2, 20)]


def book_of(*figures: Figure, breaks: tuple[Break, ...] = (BREAK,)) -> Book:
    """The figures, numbered from 1, with a break of A's on 1 March 2024; C counts its own part."""
    numbered = (recorded(one, number) for number, one in enumerate(figures, 1))
    return Book.of(numbered, (Source("C", Coverage.OWN),), day("2026-01-01"), breaks)


@st.composite
def figures_of_three(draw: st.DrawFn) -> list[Figure]:
    """Totals, periods and batches of A, B and C, about the whole or a part, before, after and across the break."""
    found = []
    for _ in range(draw(st.integers(1, 8))):
        first, last = sorted((draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))))
        shape = draw(st.sampled_from(["total", "total", "imprecise", "period", "event"]))
        found.append(
            figure(
                value=("+" if shape == "event" else "") + str(draw(st.integers(0, 9))),
                as_of=f"{first}/{last}" if shape == "imprecise" else last,
                since=first if shape == "period" else None,
                source=draw(st.sampled_from("ABC")),
                place=draw(st.sampled_from(["Ukraine", "Kherson Oblast"])),
            )
        )
    return found


def side(one: RecordedFigure) -> str:
    """Where a figure stands to the break."""
    if one.source != "A" or (one.since or one.as_of).first >= ON:
        return "now"
    return "before" if one.as_of.last < ON else "across"


def bounds(examination: Examination) -> list[tuple[DayBounds, ...]]:
    """What the figures support for the whole and for the part."""
    return [examination.bounds("returned", place) for place in ("Ukraine", "Kherson Oblast")]


@settings(max_examples=150, deadline=None)
@given(figures_of_three())
def test_no_conflict_and_no_bound_mixes_figures_across_a_break(figures: list[Figure]) -> None:
    """Each conflict stands on one side, and the bounds are those of the figures that the break has not ended."""
    book = book_of(*figures)
    examination = examine(book)

    for clash in examination.clashes:
        named = {step.figure for step in clash.steps}
        named.update(copies.best.id for copies in (clash.aside, *clash.others))
        sides = {side(book.by_id[number]) for number in named}
        assert sides in ({"now"}, {"before"})
    now = [one for one in book.figures if side(one) == "now"]
    assert bounds(examine(Book(tuple(now), book.sources, book.today))) == bounds(examination)


@settings(max_examples=50, deadline=None)
@given(figures_of_three())
def test_no_finding_that_proves_or_measures_mixes_figures_across_a_break(figures: list[Figure]) -> None:
    """Neither quotations, copies, slips nor rises are held against what was counted before, or cut."""
    book = book_of(*figures)

    for finding in findings(examine(book)):
        if finding.check not in ("silence", "thin-evidence"):
            assert 1 == len({side(book.by_id[number]) for number in finding.figures})


def test_a_fall_across_a_break_is_no_contradiction() -> None:
    """The source counts something else from that day on, so its count may start anew."""
    before, after = figure(value="1233", as_of="2024-02-01", source="A"), figure(value="388", as_of=str(ON), source="A")

    assert () == examine(book_of(before, after)).clashes
    assert 1 == len(examine(book_of(before, after, breaks=())).clashes)


def test_a_contradiction_before_a_break_stays_one() -> None:
    """What a source said of what it counted then still has to agree."""
    first = figure(value="1233", as_of="2024-02-01", source="A")
    second = figure(value="388", as_of="2024-02-20", source="A")

    (clash,) = examine(book_of(first, second)).clashes
    assert Reach.SERIES is clash.reach


def test_an_era_has_parts_of_its_own() -> None:
    """An oblast lay within the whole before the break as after it."""
    whole = figure(value="300", as_of="2024-02-20", source="A")
    part = figure(value="400", as_of="2024-02-01", source="A", place="Kherson Oblast")

    (clash,) = examine(book_of(whole, part)).clashes
    assert Reach.RELATION is clash.reach


def test_other_indicators_and_sources_are_not_cut() -> None:
    """A break is of one source on one indicator."""
    others = [
        figure(value=value, as_of=as_of, source=source, indicator=indicator)
        for source, indicator in (("B", "returned"), ("A", "killed"))
        for value, as_of in (("1233", "2024-02-01"), ("388", str(ON)))
    ]

    assert 2 == len(examine(book_of(*others)).clashes)


def test_figures_across_a_break_say_nothing() -> None:
    """A period or an imprecise day with the break inside counts no one thing."""
    period = figure(value="500", since="2024-02-01", as_of="2024-03-20", source="A")
    total = figure(value="900", as_of="2024", source="A")
    book = book_of(period, total, figure(value="388", as_of="2024-03-20", source="A"))

    assert () == examine(book).clashes
    assert [[3]] == [[one.id for one in some] for some in by_series(book).values()]
    assert DayBounds(day("2024-03-20"), 388, 388) in examine(book).bounds("returned", "Ukraine")


def test_two_breaks_make_three_series() -> None:
    """Each era ends with the next break."""
    second = Break("returned", "A", day("2024-03-10"), "again")
    days = ("2024-02-01", "2024-03-01", "2024-03-10")
    book = book_of(
        *(figure(value=value, as_of=on, source="A") for value, on in zip(("9", "5", "2"), days, strict=True)),
        breaks=(second, BREAK),
    )

    assert () == examine(book).clashes
    assert [ON, second.on, None] == [series.era for series in by_series(book)]


def test_a_standing_count_may_have_a_break() -> None:
    """Two sources on one day no longer dispute when one of them counted something else then."""
    missing = Break("missing", "A", ON, "another register")
    one, other = (
        figure("missing", value, as_of="2024-02-01", source=source) for value, source in (("9", "A"), ("5", "B"))
    )

    assert () == examine(book_of(one, other, breaks=(missing,))).clashes
    assert (DayBounds(day("2024-02-01"), 5, 5), DayBounds(day("2024-02-02"), None, None)) == examine(
        book_of(one, other, breaks=(missing,))
    ).bounds("missing", "Ukraine")
