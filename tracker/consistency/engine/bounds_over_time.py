"""The tightest bounds that figures jointly support on each day."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from tracker.consistency.engine.graph import wholes_of
from tracker.consistency.engine.solver import Course, Solution


def bounds_over_time(solution: Solution, count: int) -> list[tuple[int, int | None, int | None]]:
    """One row (day, low, high) for each day on which a bound of a count changes, oldest first.

    Low is None until some figure bounds the count from below, high where nothing bounds it from above. A count never
    falls: a low carries on to all later days, and a high back to all earlier ones, ending with the day it speaks of.
    Highs hold for all the days before, too; the rows start on the first day that any claim on the count, its parts or
    its wholes names and that has a bound.
    """
    own = solution.courses.get(count)
    if own is None:
        return []
    capping = [own, *(solution.courses[whole] for whole in wholes_of(solution.within, count))]
    named = {day for course in capping for day in course.days}
    rows: list[tuple[int, int | None, int | None]] = []
    for day in sorted(named | {day + 1 for day in named}):
        row = (day, _low(own, day), _high(capping, day))
        if row[1:] != (rows[-1][1:] if rows else (None, None)):
            rows.append(row)
    return rows


def _low(course: Course, day: int) -> int | None:
    place = bisect_right(course.days, day)
    least = course.least[place - 1] if place else 0
    bounded = least > 0 or (course.bounded_since is not None and course.bounded_since <= day)
    return least if bounded else None


def _high(courses: Iterable[Course], day: int) -> int | None:
    """The least of the highs on the next day that each count has one for."""
    highs = []
    for course in courses:
        place = bisect_left(course.days, day)
        if place < len(course.days):
            highs.append(course.greatest[place])
    return min((high for high in highs if high is not None), default=None)
