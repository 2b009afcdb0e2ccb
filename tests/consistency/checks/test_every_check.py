"""What holds for every check: its manual, and that its own examples are true."""

import re

import pytest

from tests.consistency.checks.examples import examined, found
from tracker.consistency.check import Check
from tracker.consistency.checking import CHECKS, findings
from tracker.consistency.order import ORDER
from tracker.domain.finding import Finding
from tracker.wording.proofs import explain_finding, message
from tracker.wording.remarks import remarks_of

NAMES = [check.name for check in CHECKS]


def section(check: Check, title: str) -> str:
    """The indented lines of a section of the manual."""
    match = re.search(rf"^{title}:\n((?:    .*\n|\n)+)", check.manual + "\n", re.MULTILINE)
    return match[1] if match else ""


def told(finding: Finding, commands: str) -> list[str]:
    """What people read of a finding, in both languages."""
    figures = examined(commands).book.by_id
    return [tell(finding, figures, lang) for tell in (explain_finding, message) for lang in ("en", "uk")]


def test_names_are_given_once() -> None:
    """A name tells one check."""
    assert len(set(NAMES)) == len(NAMES)


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_the_manual_says_what_why_and_shows_both(check: Check) -> None:
    """A first line that says what, a reason, an example that conflicts and one that does not."""
    first = check.manual.splitlines()[0]

    assert first.endswith(".")
    assert "\n\nWhy: " in check.manual
    assert section(check, "Conflicting")
    assert section(check, "Consistent")


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_the_conflicting_example_is_found(check: Check) -> None:
    """Under the check's own name, about figures that are there, in words of both languages."""
    commands = section(check, "Conflicting")
    some = found(check.name, commands)

    assert [check.name] == sorted({finding.check for finding in some})
    for finding in some:
        remarks_of(finding.detail)
        assert all(text and "{" not in text for text in told(finding, commands))


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_the_consistent_example_is_not_found(check: Check) -> None:
    """The check is silent about it."""
    assert [] == found(check.name, section(check, "Consistent"))


@pytest.mark.parametrize("check", CHECKS, ids=NAMES)
def test_findings_of_one_check_have_names_of_their_own(check: Check) -> None:
    """So that each can be waived by itself."""
    names = [finding.id for finding in found(check.name, section(check, "Conflicting"))]

    assert len(set(names)) == len(names)


def test_all_findings_come_in_the_order_of_the_checks() -> None:
    """The gravest kinds first."""
    some = list(findings(examined(section(CHECKS[0], "Conflicting"))))
    order = [NAMES.index(finding.check) for finding in some]

    assert sorted(order) == order
    assert "contradiction" in {finding.check for finding in some}


def test_without_figures_nothing_is_found() -> None:
    """An empty book is no fault."""
    assert [] == list(findings(examined("")))


def test_the_order_of_a_report_names_every_check() -> None:
    """The names are kept apart from the checks, so that a screen need not load them."""
    assert [check.name for check in CHECKS] == list(ORDER)
