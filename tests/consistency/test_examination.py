"""All figures examined together: what is set aside, with which conflict, and what the rest supports."""

from tests.factory import day, figure, recorded
from tracker.consistency.book import Book
from tracker.consistency.examination import Examination, Reach, examine
from tracker.domain.bounds import DayBounds
from tracker.domain.figure import Figure
from tracker.domain.finding import Severity
from tracker.domain.source import Coverage, Source
from tracker.wording.proofs import claim_text


def examined(*figures: Figure, sources: tuple[Source, ...] = ()) -> Examination:
    """The figures, numbered from 1, examined on a day after all of them."""
    numbered = [recorded(one, number) for number, one in enumerate(figures, 1)]
    return examine(Book.of(numbered, sources, day("2026-01-01")))


def reaches(examination: Examination) -> list[tuple[tuple[int, ...], Reach]]:
    """The figures of each conflict and how far it reaches."""
    return [(clash.finding("x", Severity.ERROR).figures, clash.reach) for clash in examination.clashes]


def test_figures_that_can_all_be_true_are_all_kept() -> None:
    """No conflict is invented."""
    examination = examined(figure(value="at least 388", as_of="2024-02-01"), figure(value="fewer than 400"))

    assert ((), frozenset()) == (examination.clashes, examination.set_aside)


def test_a_source_against_itself_is_a_contradiction_of_its_series() -> None:
    """A fall of one source's total needs no other figure."""
    assert [((1, 2), Reach.SERIES)] == reaches(
        examined(figure(value="1233", as_of="2025-02-01"), figure(value="388", as_of="2025-03-04"))
    )


def test_two_sources_dispute_one_count() -> None:
    """The same fall between two sources is a dispute."""
    assert [((1, 2), Reach.CELL)] == reaches(
        examined(figure(value="1233", as_of="2025-02-01"), figure(value="388", as_of="2025-03-04", source="B"))
    )


def test_a_contradiction_is_not_hidden_by_others_that_rule_out_both_its_figures() -> None:
    """Both figures of A are set aside for B's and C's sake; that A contradicts itself is still said."""
    examination = examined(
        figure(value="900", as_of="2024-01-01", source="A"),
        figure(value="800", as_of="2024-01-02", source="A"),
        *(figure(value="500", as_of="2024-01-03", source=name) for name in "BCDE"),
    )

    assert frozenset({1, 2}) == examination.set_aside
    assert [Reach.CELL, Reach.SERIES] == sorted((reach for _, reach in reaches(examination)), key=str)


def test_pages_without_a_named_source_do_not_contradict_themselves() -> None:
    """The word "unattributed" names no source: two such pages dispute."""
    first = figure(value="1233", as_of="2025-02-01", source="unattributed", publisher="A")
    second = figure(value="388", as_of="2025-03-04", source="unattributed", publisher="B")

    assert [((1, 2), Reach.CELL)] == reaches(examined(first, second))


def test_a_part_that_exceeds_its_whole_breaks_their_relation() -> None:
    """An oblast is counted in the whole."""
    part = figure(value="412", place="Kherson Oblast", as_of="2024-04-01", source="B")

    assert [((1, 2), Reach.RELATION)] == reaches(examined(part, figure(value="fewer than 400")))


def test_a_batch_in_an_oblast_raises_the_whole() -> None:
    """What happened in a part happened in the whole, on the same days."""
    batch = figure(value="+7", place="Kherson Oblast", as_of="2024-04-03", source="B")

    assert DayBounds(day("2024-04-03"), 395, None) in examined(figure(value="388", as_of="2024-02-01"), batch).bounds(
        "returned", "Ukraine"
    )


def test_a_source_that_counts_its_own_part_bounds_from_below_only() -> None:
    """Its smaller total is no conflict with a larger one, and its larger total still raises the low."""
    own = (Source("Mission", Coverage.OWN),)
    small = figure(value="200", as_of="2024-06-01", source="Mission")
    large = figure(value="500", as_of="2024-06-01", source="Mission")

    assert () == examined(figure(value="388", as_of="2024-02-01"), small, sources=own).clashes
    assert (
        500
        == examined(figure(value="388", as_of="2024-02-01"), large, sources=own).bounds("returned", "Ukraine")[-1].low
    )


def test_copies_of_one_claim_are_set_aside_as_one() -> None:
    """Thirty pages that copy one number are one claim, and one finding names them all."""
    copies = [figure(value="1233", as_of="2025-02-01", publisher=f"Page {number}") for number in range(5)]
    examination = examined(*copies, figure(value="388", as_of="2025-03-04"))

    (clash,) = examination.clashes
    assert 1 == len(clash.others)
    assert frozenset({1, 2, 3, 4, 5}) == examination.set_aside


def test_second_hand_is_set_aside_before_first_hand_and_a_lower_grade_before_a_higher() -> None:
    """Who said it where decides which of two figures goes, then how reliable the source is."""
    second_hand = figure(value="1233", as_of="2025-02-01", publisher="Page")
    first_hand = figure(value="388", as_of="2025-03-04", source="B")
    graded = (Source("B", grade="B"), Source("Children of War", grade="D"))

    assert frozenset({1}) == examined(second_hand, first_hand).set_aside
    assert frozenset({1}) == examined(figure(value="1233", as_of="2025-02-01"), first_hand, sources=graded).set_aside


def test_the_report_does_not_depend_on_the_order_of_recording() -> None:
    """The same figures under other numbers give the same conflicts."""
    figures = [
        figure(value=str(500 - 50 * step), as_of=f"2024-0{step + 1}-01", source="ABC"[step % 3]) for step in range(6)
    ]
    forward = examined(*figures)
    backward = examined(*reversed(figures))

    renumbered = {tuple(sorted(7 - number for number in numbers)) for numbers, _ in reaches(backward)}
    assert {numbers for numbers, _ in reaches(forward)} == renumbered


def test_a_standing_count_may_fall_and_bears_on_its_own_day_only() -> None:
    """How many are missing rises and falls; two figures for one day still have to agree."""
    first = figure("missing", "236", as_of="2022-09-06")
    later = figure("missing", "233", as_of="2022-09-21")
    other = figure("missing", "240", as_of="2022-09-21", source="B")

    assert () == examined(first, later).clashes
    assert [((2, 3), Reach.CELL)] == reaches(examined(first, later, other))
    assert (
        DayBounds(day("2022-09-06"), 236, 236),
        DayBounds(day("2022-09-07"), None, None),
        DayBounds(day("2022-09-21"), 233, 233),
        DayBounds(day("2022-09-22"), None, None),
    ) == examined(first, later).bounds("missing", "Ukraine")


def test_a_proof_names_the_figures_that_stand_for_the_claims() -> None:
    """Each premise is a bound that one recorded figure states."""
    examination = examined(figure(value="1233", as_of="2025-02-01"), figure(value="388", as_of="2025-03-04"))

    assert ["F(2025-02-01) >= 1233", "F(2025-03-04) <= 388"] == [
        claim_text(step) for step in examination.clashes[0].steps
    ]


def test_a_declared_relation_links_two_indicators() -> None:
    """Every returned-deported child is a returned child."""
    deported = figure("returned-deported", "500", as_of="2024-04-01", source="B")

    assert [((1, 2), Reach.RELATION)] == reaches(examined(deported, figure(value="fewer than 400")))


def test_a_returned_child_was_abducted_before() -> None:
    """A batch of returned deported children says nothing of how many were abducted on that day."""
    batch = figure("returned-deported", "+7", as_of="2024-04-03", source="B")
    totals = (figure("abducted", "19546", as_of="2024-04-02"), figure("abducted", "19546", as_of="2024-04-04"))

    assert () == examined(batch, *totals).clashes
