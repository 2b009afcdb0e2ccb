"""Which findings people let stand; a waiver holds for the figures as they were when it was given."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from tracker.domain.decision import Waiver
from tracker.domain.figure import Figure
from tracker.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Sorted:
    """Findings held against waivers.

    Attributes:
        standing: the findings that nobody waived, in their order.
        waived: the findings that people let stand, in their order, each with its waiver.
        outdated: the waivers of findings that are back, because a figure says something else than it did.
        obsolete: the waivers of findings that are gone.
    """

    standing: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Waiver], ...]
    outdated: tuple[Waiver, ...]
    obsolete: tuple[Waiver, ...]


def fingerprint(numbers: Iterable[int], figures: Mapping[int, Figure]) -> str:
    """The SHA-256 of all that these figures say, in hexadecimal; when and how often they were recorded is no part."""
    said = [
        [number, *(str(getattr(figures[number], field.name)) for field in fields(Figure))] for number in sorted(numbers)
    ]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def covers(waiver: Waiver, finding: Finding, figures: Mapping[int, Figure]) -> bool:
    """Whether a waiver was given for this finding, and its figures still say what they said then."""
    return waiver.finding == finding.id and waiver.fingerprint == fingerprint(finding.figures, figures)


def sort_out(findings: Iterable[Finding], waivers: Iterable[Waiver], figures: Mapping[int, Figure]) -> Sorted:
    """Hold all findings against all waivers in force."""
    given = {waiver.finding: waiver for waiver in waivers}
    standing, waived = [], []
    for finding in findings:
        waiver = given.get(finding.id)
        if waiver is not None and covers(waiver, finding, figures):
            waived.append((finding, waiver))
        else:
            standing.append(finding)
    back = {finding.id for finding in standing}
    there = back.union(finding.id for finding, _ in waived)
    return Sorted(
        tuple(standing),
        tuple(waived),
        outdated=tuple(waiver for waiver in given.values() if waiver.finding in back),
        obsolete=tuple(waiver for waiver in given.values() if waiver.finding not in there),
    )
