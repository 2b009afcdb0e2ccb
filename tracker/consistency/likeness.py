"""What tells two event reports apart; where nothing does, they may be reports of one batch.

The question is not whether two reports look alike, but what makes them reports of different batches. All of these do,
and nothing else does:

- indicators of which neither counts the other's children at the same moment;
- days too far apart: more than DRIFT between them, or SAME_NUMBER_DRIFT where two announcers give one number;
- places that name known oblasts of which none is in common. Russia, Belarus, the occupied territories and names not
  known here may be where the children of any oblast were;
- one announcer, several days, and either numbers that are not near each other, or one publisher that prints another
  number or says "more", or another number that says "more". Who announces has one number for a batch, and its copies
  stray by little. Another announcer may count only a part of the batch, or more than it, so there the numbers tell
  nothing apart;
- a span longer than VAGUE and numbers that are not near each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.consistency.counts import Days
from tracker.consistency.nearness import DRIFT, NEAR, SAME_NUMBER_DRIFT, VAGUE
from tracker.domain.errors import UnreadableValue
from tracker.domain.figure import Basis, RecordedFigure
from tracker.domain.indicator import happens_within
from tracker.domain.place import KNOWN_PLACES, place_key
from tracker.wording.reading import read_value

Likeness = tuple[int, int, int, int]  # how far numbers and days are apart, then the reports: less is more alike

_REGIONS = {
    place_key(name): place.name
    for place in KNOWN_PLACES
    if place.name.endswith(" Oblast") or place.name == "Crimea"
    for name in (place.name, *place.aliases)
}


@dataclass(frozen=True, eq=False, slots=True)
class Report:
    """One announcement, with all pages that print it alike.

    Attributes:
        place: its place in the list of all.
        figure: the page that stands for all.
        ids: the numbers of the figures.
        publishers: where it was read.
        span: the days it speaks of.
        known: the last day on which it can have become known.
        source: who announced, in the form in which names are compared.
        low: the number.
        high: the upper end of it; equal to `low` where that is open, for "over 30" is printed of numbers near 30.
        regions: the oblasts it names; empty where the children may have been anywhere.
        more: whether its words say that others came before.
    """

    place: int
    figure: RecordedFigure
    ids: frozenset[int]
    publishers: frozenset[str]
    span: Days
    known: int
    source: str
    low: int
    high: int
    regions: frozenset[str]
    more: bool


def reports_of(figures: Iterable[RecordedFigure]) -> list[Report]:
    """The events among the figures that bound a count; pages that print one announcement alike are one report."""
    printed: dict[tuple[object, ...], list[RecordedFigure]] = {}
    for figure in figures:
        if figure.basis is Basis.EVENT and figure.bounds.low:
            said = (figure.indicator, figure.place, figure.source, figure.as_of, figure.bounds)
            printed.setdefault(said, []).append(figure)
    return [_report(place, copies) for place, copies in enumerate(printed.values())]


def alike(reports: Sequence[Report]) -> Iterator[tuple[Likeness, int, int]]:
    """Every two reports that may be one batch, by their places, with how alike they are."""
    recent: list[Report] = []
    for later in sorted(reports, key=lambda report: (report.span, report.place)):
        first = later.span[0]
        recent = [report for report in recent if first - report.span[1] <= SAME_NUMBER_DRIFT]
        for earlier in recent:
            likeness = _likeness(earlier, later)
            if likeness is not None:
                yield likeness, earlier.place, later.place
        recent.append(later)


def gap(one: Report, other: Report) -> int:
    """By how many children the numbers of two reports differ at least."""
    return max(0, one.low - other.high, other.low - one.high)


def _likeness(earlier: Report, later: Report) -> Likeness | None:
    """How alike two reports are that may be one batch; None where something tells them apart."""
    days = later.span[0] - earlier.span[1]
    one_announcer = earlier.source == later.source
    if days > DRIFT and one_announcer:
        return None
    apart = gap(earlier, later)
    if days > DRIFT and apart:
        return None
    larger = max(earlier.low, later.low)
    if apart * NEAR > larger and (max(_length(earlier), _length(later)) > VAGUE or (one_announcer and days > 0)):
        return None
    if one_announcer and days > 0 and _says_so(earlier, later, same_number=not apart):
        return None
    if not (_places_meet(earlier, later) and _indicators_meet(earlier, later)):
        return None
    return apart * 1000 // larger, max(0, days), earlier.place, later.place


def _says_so(earlier: Report, later: Report, *, same_number: bool) -> bool:
    """Whether one announcer's later report is plainly of another batch, though the numbers are near."""
    if earlier.publishers & later.publishers:
        return later.more or not same_number
    return later.more and not same_number


def _places_meet(earlier: Report, later: Report) -> bool:
    return not (earlier.regions and later.regions) or bool(earlier.regions & later.regions)


def _indicators_meet(earlier: Report, later: Report) -> bool:
    one, other = earlier.figure.indicator, later.figure.indicator
    return one == other or happens_within(one, other) or happens_within(other, one)


def _length(report: Report) -> int:
    return report.span[1] - report.span[0] + 1


def _report(place: int, copies: Sequence[RecordedFigure]) -> Report:
    figure = copies[0]
    low = figure.bounds.low or 0
    parts = [_REGIONS.get(place_key(part)) for part in figure.place.split(";")]
    return Report(
        place=place,
        figure=figure,
        ids=frozenset(copy.id for copy in copies),
        publishers=frozenset(copy.publisher for copy in copies),
        span=(figure.as_of.first.toordinal(), figure.as_of.last.toordinal()),
        known=min((copy.published or copy.as_of).last.toordinal() for copy in copies),
        source=place_key(figure.source),
        low=low,
        high=low if figure.bounds.high is None else figure.bounds.high,
        regions=frozenset(part for part in parts if part) if all(parts) else frozenset(),
        more=all(_says_more(copy.value) for copy in copies),
    )


def _says_more(value: str) -> bool:
    if value.isdecimal() or value.startswith("+"):  # a plus is how an event is noted down, not what a page says
        return False
    try:
        return read_value(value).adds
    except UnreadableValue:
        return False
