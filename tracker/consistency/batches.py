"""Which event reports may be one batch, and the days over which each then counts.

A batch is reported again, by others, days later and with another number; adding two reports of it up would invent
returns. `likeness` says which two reports nothing tells apart.

Groups are for people, who decide about several reports at once: in a group any two may be one (complete linkage), so
no chain of reports, each like the next, makes a season one batch. What the engine needs is only that no two reports
that may be one are ever added up. It never adds up spans that share a day, so each report counts over its own span and
those of its group that lie apart from it; and of two that may be one although they are in different groups, one
reaches over to the other.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tracker.consistency.counts import Days
from tracker.consistency.likeness import Likeness, Report, alike, gap, reports_of
from tracker.domain.figure import RecordedFigure
from tracker.wording.remarks import Remark, Said

Decisions = Collection[frozenset[int]]


@dataclass(frozen=True, slots=True)
class Group:
    """Reports of which any two may be one batch, and nobody has decided.

    Attributes:
        figures: their numbers, in order.
        reasons: what speaks for it, and what their numbers and days differ by.
    """

    figures: tuple[int, ...]
    reasons: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Batches:
    """The event reports of a book, held against each other.

    Attributes:
        suspected: the groups that a person should decide about, oldest first.
        spans: for each figure that counts over other days than its own, those days.
    """

    suspected: tuple[Group, ...]
    spans: Mapping[int, Days]


def batches(figures: Iterable[RecordedFigure], same: Decisions = (), distinct: Decisions = ()) -> Batches:
    """Hold event reports against each other.

    Args:
        figures: figures in the order of the book; those that are no events are passed over.
        same: sets of figures that a person decided report one batch; they are merged and not suspected any more.
            A batch came home no later than it was first reported, so they count up to that day.
        distinct: sets of figures of which a person decided that no two report one batch.
    """
    reports = reports_of(figures)
    units = _units(reports, same)
    links = _links(reports, units, distinct)
    groups = _groups(units, links)
    windows = _windows(reports, units, groups, links)
    members: dict[int, list[Report]] = {}
    for report in reports:
        members.setdefault(groups[units[report.place]], []).append(report)
    return Batches(
        tuple(_group(some) for some in members.values() if len({units[report.place] for report in some}) > 1),
        {
            key: window
            for report, window in zip(reports, windows, strict=True)
            if window != report.span
            for key in report.ids
        },
    )


def _units(reports: Sequence[Report], same: Decisions) -> list[int]:
    """For each report the first of those that are one batch with it by decision."""
    units = list(range(len(reports)))
    for merged in _decided(reports, units, same):
        units[:] = [min(merged) if unit in merged else unit for unit in units]
    return units


def _links(reports: Sequence[Report], units: Sequence[int], distinct: Decisions) -> list[tuple[int, int]]:
    """Every two units that may be one batch, the most alike first."""
    apart = {pair for told in _decided(reports, units, distinct) for pair in combinations(sorted(told), 2)}
    links: dict[tuple[int, int], Likeness] = {}
    for likeness, left, right in alike(reports):
        one, other = units[left], units[right]
        pair = (one, other) if one < other else (other, one)
        if one != other and pair not in apart and (pair not in links or likeness < links[pair]):
            links[pair] = likeness
    return sorted(links, key=links.__getitem__)


def _decided(reports: Sequence[Report], units: Sequence[int], decisions: Decisions) -> Iterator[set[int]]:
    """Each decision as the units it is about."""
    report_of = {key: report.place for report in reports for key in report.ids} if decisions else {}
    for decision in decisions:
        yield {units[report_of[key]] for key in decision if key in report_of}


def _groups(units: Iterable[int], links: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each unit the first of its group: two groups become one where all of both are linked."""
    group = {unit: unit for unit in units}
    members = {unit: {unit} for unit in group}
    linked: dict[int, set[int]] = {unit: set() for unit in group}
    links = list(links)
    for left, right in links:
        linked[left].add(right)
        linked[right].add(left)
    for left, right in links:
        one, other = sorted((group[left], group[right]))
        if one != other and all(members[other] <= linked[unit] for unit in members[one]):
            for unit in members[other]:
                group[unit] = one
            members[one] |= members.pop(other)
    return group


def _windows(
    reports: Sequence[Report], units: Sequence[int], groups: Mapping[int, int], links: Iterable[tuple[int, int]]
) -> list[Days]:
    """The days over which each report counts; any two that may be one have a day in common."""
    by_unit: dict[int, list[Report]] = {}
    by_group: dict[int, list[Report]] = {}
    for report in reports:
        by_unit.setdefault(units[report.place], []).append(report)
        by_group.setdefault(groups[units[report.place]], []).append(report)
    own = [_of_decided(report, by_unit[units[report.place]]) for report in reports]
    windows = list(own)
    for some in by_group.values():
        for report in some:
            for other in some:
                windows[report.place] = _reach(windows[report.place], own[report.place], own[other.place])
    # The one that reaches over is the one whose group has others to speak for it, then the one of the smaller number.
    ranks = [(-len(by_group[groups[units[report.place]]]), report.low, report.place) for report in reports]
    for left, right in links:
        if groups[left] != groups[right]:
            for one in by_unit[left]:
                for other in by_unit[right]:
                    _touch(windows, *((one, other) if ranks[one.place] < ranks[other.place] else (other, one)))
    return windows


def _of_decided(report: Report, unit: Sequence[Report]) -> Days:
    """The span of a report and of those decided to be one with it, up to the day on which the first was known."""
    if len(unit) == 1:
        return report.span
    window = report.span
    for other in unit:
        window = _reach(window, report.span, other.span)
    return window[0], max(window[0], min(window[1], *(other.known for other in unit)))


def _reach(window: Days, own: Days, other: Days) -> Days:
    """The window widened over another span, if that lies apart from the report's own."""
    if own[0] <= other[1] and other[0] <= own[1]:
        return window
    return min(window[0], other[0]), max(window[1], other[1])


def _touch(windows: list[Days], reaching: Report, standing: Report) -> None:
    """Widen one report's window just so far that it shares a day with another's."""
    window, other = windows[reaching.place], windows[standing.place]
    if window[0] > other[1] or other[0] > window[1]:
        windows[reaching.place] = min(window[0], other[1]), max(window[1], other[0])


def _group(reports: Sequence[Report]) -> Group:
    return Group(tuple(sorted(key for report in reports for key in report.ids)), tuple(_reasons(reports)))


def _reasons(reports: Sequence[Report]) -> Iterator[Said]:
    """What speaks for one batch, and what the numbers and days differ by."""
    apart = max(gap(one, other) for one, other in combinations(reports, 2))
    yield Said(Remark.NUMBER_APART, fact=apart) if apart else Said(Remark.SAME_NUMBER)
    days = max(report.span[0] for report in reports) - min(report.span[1] for report in reports)
    yield Said(Remark.DAYS_APART, fact=days) if days > 0 else Said(Remark.SAME_DAY)
    places = {report.figure.place for report in reports}
    yield Said(Remark.SAME_PLACE if len(places) == 1 else Remark.PLACES_MEET)
    sources = {report.source for report in reports}
    yield Said(Remark.SAME_SOURCE if len(sources) == 1 else Remark.SOURCES_DIFFER)
