from tests.factory import day, figure
from tests.reporting.panels import conflict, panel
from tracker.domain.figure import Figure
from tracker.reporting.compose import compose
from tracker.reporting.picture.periods import Stretch, stretches
from tracker.reporting.picture.scales import time_scale
from tracker.reporting.picture.style import LANES


def placed(*figures: Figure, ringed: bool = False) -> tuple[tuple[Stretch, ...], int]:
    """The periods of a panel on a page of 500 points for 2024."""
    findings = [conflict(*range(1, len(figures) + 1))] if ringed else []
    drawing = compose([panel(*figures, findings=findings)], since=day("2024-01-01"), until=day("2024-12-31"))
    return stretches(drawing.panels[0].periods, time_scale(drawing.start, drawing.end, 0.0, 500.0))


def period(value: str, since: str, until: str, source: str = "Andriy Yermak") -> Figure:
    """A count over a period."""
    return figure(value=value, since=since, as_of=until, source=source)


def test_a_period_bears_its_words_and_source() -> None:
    """The label is what was printed and who said it."""
    (stretch,), left_out = placed(period("449", "2024-01-01", "2024-06-30"))

    assert ("449 · Andriy Yermak", 0, 0) == (stretch.label, stretch.lane, left_out)
    assert stretch.label_left > stretch.right


def test_reports_of_one_count_share_a_stretch() -> None:
    """The same span with the same bounds is drawn once, and its sources are counted."""
    reports = [period("449", "2024-01-01", "2024-06-30", source) for source in ("b", "a", "a")]
    (stretch,), _ = placed(*reports)

    assert "449 · a +1" == stretch.label
    assert 3 == len(stretch.marks)


def test_overlapping_periods_lie_in_lanes() -> None:
    """Two spans in each other's way lie one below the other; later ones use free lanes again."""
    spans, _ = placed(
        period("1", "2024-01-01", "2024-03-31"),
        period("2", "2024-02-01", "2024-04-30"),
        period("3", "2024-11-01", "2024-11-30"),
    )

    assert [0, 1, 0] == [stretch.lane for stretch in spans]


def test_a_label_without_room_on_either_side_lies_on_its_line() -> None:
    """Both ends of the span stay in sight."""
    (stretch,), _ = placed(period("449", "2024-01-01", "2024-12-31"))

    assert stretch.left < stretch.label_left < stretch.right


def test_a_span_that_goes_on_beyond_the_page_has_no_end_there() -> None:
    """Only ends in view are drawn as ends."""
    (stretch,), _ = placed(period("449", "2022-02-24", "2024-06-30"))

    assert (stretch.right,) == stretch.ends


def test_periods_without_a_lane_are_counted() -> None:
    """What has no room is not silently left out."""
    reports = [period(str(number), "2024-01-01", "2024-12-31") for number in range(LANES + 2)]
    spans, left_out = placed(*reports)

    assert (LANES, 2) == (len(spans), left_out)


def test_a_ringed_end_moves_the_label_on() -> None:
    """The ring does not cover the label."""
    (plain,), _ = placed(period("449", "2024-01-01", "2024-06-30"))
    (ringed,), _ = placed(period("449", "2024-01-01", "2024-06-30"), ringed=True)

    assert ((1,), 4.0) == (ringed.rings, round(ringed.label_left - plain.label_left, 6))
