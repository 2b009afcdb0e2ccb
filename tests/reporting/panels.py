"""Panels for tests: few figures, with every way of being drawn."""

from collections.abc import Sequence
from datetime import date

from tests.factory import day, figure, recorded
from tracker.domain.bounds import DayBounds
from tracker.domain.figure import Figure
from tracker.domain.finding import Finding, Severity, Step
from tracker.reporting.panel import Panel


def panel(
    *figures: Figure,
    bounds: Sequence[tuple[str, int | None, int | None]] = (),
    findings: Sequence[Finding] = (),
    set_aside: Sequence[int] = (),
    breaks: Sequence[tuple[str, str]] = (),
    indicator: str = "returned",
    definition: str = "Children brought back.",
    place: str = "Ukraine",
    first_id: int = 1,
) -> Panel:
    """A panel of these figures, numbered from `first_id`; bounds are (day, low, high)."""
    return Panel(
        indicator=indicator,
        definition=definition,
        place=place,
        figures=tuple(recorded(one, number) for number, one in enumerate(figures, first_id)),
        bounds=tuple(DayBounds(day(on), low, high) for on, low, high in bounds),
        findings=tuple(findings),
        set_aside=tuple(set_aside),
        breaks=tuple((source, day(on)) for source, on in breaks),
    )


def conflict(
    *figures: int,
    misses_by: int = 10,
    set_aside: Sequence[int] = (),
    severity: Severity = Severity.ERROR,
    check: str = "contradiction",
    indicator: str = "returned",
) -> Finding:
    """A proven finding on these figures."""
    steps = tuple(Step(figure=number, after=None, upto=date(2024, 1, 1), low=1) for number in figures)
    return Finding(
        check=check,
        severity=severity,
        indicator=indicator,
        place="Ukraine",
        sources=("Children of War",),
        figures=figures,
        misses_by=misses_by,
        proof=steps,
        set_aside=tuple(set_aside),
    )


def returned() -> Panel:
    """Totals of every shape, batches, a period, a conflict, a break, an inexact date, an open end."""
    return panel(
        figure(value="386", as_of="2023-09-13", source="Children of War", publisher="Babel"),
        figure(value="at least 400", as_of="2023-11", source="Dmytro Lubinets"),
        figure(value="fewer than 300", as_of="2024-02-01", source="unattributed", publisher="A Daily"),
        figure(value="about 500", as_of="2024-03-01", source="Dmytro Lubinets"),
        figure(value="517", as_of="2024-04-04", source="Children of War"),
        figure(value="+7", as_of="2024-04-03", source="Save Ukraine", place="Kherson Oblast"),
        figure(value="+31", as_of="2024-01", source="Save Ukraine"),
        figure(value="at least 9", as_of="2024-02-20", basis="event", source="Qatar mediation"),
        figure(value="449", as_of="2024-04-01", since="2024-01-01", source="Andriy Yermak"),
        figure(value="200", as_of="2024-03-09", source="Oleksandr Prokudin", place="Kherson Oblast"),
        bounds=[
            ("2023-09-13", 386, 386),
            ("2023-09-14", 386, 517),
            ("2023-11-30", 400, 517),
            ("2024-03-01", 490, 510),
            ("2024-04-04", 517, 517),
            ("2024-04-05", 517, None),
        ],
        findings=[conflict(1, 3, set_aside=[3], misses_by=87)],
        set_aside=[3],
        breaks=[("Children of War", "2024-01-15")],
    )


def abducted() -> Panel:
    """Totals that are all far above those of `returned`, with nothing from above."""
    return panel(
        figure("abducted", "at least 19,453", as_of="2023-08-25", source="Children of War"),
        figure("abducted", "19,546", as_of="2024-02-20", source="National Information Bureau"),
        bounds=[("2023-08-25", 19_453, 19_546), ("2024-02-20", 19_546, 19_546), ("2024-02-21", 19_546, None)],
        indicator="abducted",
        definition="Children identified as deported.",
        first_id=101,
    )
