"""What a report is made of, as values: one panel for each indicator and place."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.bounds import DayBounds
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One indicator at one place: its figures, what they support, and what was found.

    Attributes:
        indicator: what is counted, by name.
        definition: the sentence that says who is counted.
        place: the whole, or the part the figures speak of.
        figures: the figures in force, of any source; those of parts of the place may be among them.
        bounds: what the figures jointly support, a row for each day on which it changes, oldest first.
        findings: what the checks report on these figures.
        set_aside: the numbers of the figures that `bounds` leaves out.
        breaks: the source and day of each recorded break: from that day on the source counts something else.
    """

    indicator: str
    definition: str
    place: str
    figures: tuple[RecordedFigure, ...]
    bounds: tuple[DayBounds, ...]
    findings: tuple[Finding, ...] = ()
    set_aside: tuple[int, ...] = ()
    breaks: tuple[tuple[str, date], ...] = ()

    def bounds_on(self, day: date) -> DayBounds | None:
        """The row that holds at the end of `day`, or None before the first row."""
        holding = None
        for row in self.bounds:
            if row.on > day:
                break
            holding = row
        return holding
