"""Which findings people let stand."""

from dataclasses import replace

from tests.factory import figure, moment, recorded
from tracker.consistency.waivers import covers, fingerprint, sort_out
from tracker.domain.decision import Waiver
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity

FIGURES = {number: recorded(figure(value=str(number), url="https://example.org"), number) for number in (1, 2, 3)}


def finding(*numbers: int, check: str = "dispute") -> Finding:
    """A finding about these figures."""
    return Finding(
        check=check,
        severity=Severity.WARNING,
        indicator="returned",
        place="Ukraine",
        sources=(),
        figures=numbers,
    )


def waiver(of: Finding, figures: dict[int, RecordedFigure] | None = None) -> Waiver:
    """A waiver of a finding, with the figures as they are."""
    return Waiver(
        finding=of.id,
        check=of.check,
        figures=of.figures,
        fingerprint=fingerprint(of.figures, figures or FIGURES),
        because="a register kept up late",
        author="N",
        recorded_at=moment("2024-04-05"),
    )


def test_a_waiver_covers_the_finding_it_was_given_for() -> None:
    """No other, be it about the same figures."""
    given = waiver(finding(1, 2))

    assert covers(given, finding(1, 2), FIGURES)
    assert not covers(given, finding(1, 2, check="likely-slip"), FIGURES)
    assert not covers(given, finding(1, 3), FIGURES)


def test_recording_anew_what_was_said_changes_nothing() -> None:
    """A figure corrected and corrected back says what it said."""
    again = recorded(FIGURES[1], 1, version=3, recorded_at=moment("2025-01-01"), status="corrected", because="back")

    assert covers(waiver(finding(1, 2)), finding(1, 2), FIGURES | {1: again})


def test_any_change_of_what_a_figure_says_brings_the_finding_back() -> None:
    """Its words, its day, its source, its address, its note."""
    changed = (
        figure(value="9", url="https://example.org"),
        figure(value="1", url="https://example.org", as_of="2024-04-05"),
        figure(value="1", url="https://example.org", source="B"),
        figure(value="1"),
        figure(value="1", url="https://example.org", note="n"),
    )

    for one in changed:
        assert not covers(waiver(finding(1, 2)), finding(1, 2), FIGURES | {1: recorded(one, 1)})


def test_findings_are_sorted_by_their_waivers() -> None:
    """Standing, waived, back although waived once; and waivers of what is gone."""
    covered, gone, back, other = waiver(finding(1, 2)), waiver(finding(1)), waiver(finding(2, 3)), finding(3)
    back = replace(back, fingerprint="of other words")

    held = sort_out([finding(1, 2), finding(2, 3), other], [covered, gone, back], FIGURES)

    assert (finding(2, 3), other) == held.standing
    assert ((finding(1, 2), covered),) == held.waived
    assert ((back,), (gone,)) == (held.outdated, held.obsolete)


def test_one_waiver_covers_all_findings_of_one_name() -> None:
    """A figure with two faults in its dates is one finding by name."""
    held = sort_out([finding(1), finding(1)], [waiver(finding(1))], FIGURES)

    assert ((), 2, ()) == (held.standing, len(held.waived), held.obsolete)
