"""`tracker same`, `distinct`, `break` and `waive`: people decide, and every command that reports follows."""

import getpass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tracker


@pytest.fixture
def batches(tracker: Tracker) -> Tracker:
    """A store with two announcements that may be one batch, and a total."""
    tracker("add returned +6 --source 'Qatar mediation' --as-of 2023-12-05")
    tracker("add returned +8 --source 'Dmytro Lubinets' --as-of 2023-12-06")
    tracker("add returned 388 --source Ministry --as-of 2024-02-01")
    return tracker


@pytest.fixture
def contradicted(tracker: Tracker) -> Tracker:
    """A store with a source that contradicts itself, and a batch."""
    tracker("add returned 1,233 --source Ministry --as-of 2025-02-01")
    tracker("add returned 388 --source Ministry --as-of 2025-03-04")
    return tracker


def low_on(tracker: Tracker, day: str) -> Any:
    """The provable minimum of returned children on a day."""
    return tracker(f"bounds returned --on {day} --json").json["bounds"][0]["low"]


def found(tracker: Tracker, check: str) -> list[Any]:
    """The findings of one check, waived ones included."""
    return [one for one in tracker("check --json").json["findings"] if one["check"] == check]


def waived(tracker: Tracker) -> str:
    """The name of the contradiction, waived."""
    (finding,) = found(tracker, "contradiction")
    assert 0 == tracker(f"waive {finding['id']} --because 'late register' --author 'N. Monitor'").code
    return str(finding["id"])


def test_undecided_batches_count_once_and_distinct_ones_add_up(batches: Tracker) -> None:
    """The provable minimum follows what people decided, as do the findings."""
    assert (8, 1) == (low_on(batches, "2023-12-06"), len(found(batches, "same-batch")))

    outcome = batches("distinct 1 2 --because 'one group each'")
    assert (0, "Decided: figures 1 and 2 report different batches, because: one group each\n") == (
        outcome.code,
        outcome.out,
    )
    assert (14, 0) == (low_on(batches, "2023-12-06"), len(found(batches, "same-batch")))

    batches("same 1 2 --because 'one group'")
    assert (8, 0) == (low_on(batches, "2023-12-06"), len(found(batches, "same-batch")))


def test_a_newer_decision_wins_and_says_so(batches: Tracker) -> None:
    """Both are kept, and told with the figure."""
    batches("same 1 2 --because 'one group'")

    outcome = batches("distinct 2 1 --because 'one group each'")
    assert "overrules" in outcome.err
    assert "one group" in outcome.err
    assert 2 == batches("show 1").out.count("decided ")
    assert 0 == batches("show 3").out.count("decided ")


@pytest.mark.parametrize("command", ["same", "distinct"])
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("1 2 --because ' '", 2, "--because is empty"),
        ("1 1 --because why", 2, "two figures at least"),
        ("1 9 --because why", 1, "there is no figure 9"),
        ("1 3 --because why", 2, "figure 3 is a total"),
        ("1 4 --because why", 2, "count killed and returned"),
        ("1 5 --because why", 2, "figure 5 is retracted, because: twice"),
    ],
)
def test_only_reports_of_one_indicator_are_decided_on(
    batches: Tracker, command: str, words: str, code: int, told: str
) -> None:
    """Whatever else is refused in one line, and nothing is decided."""
    batches("add killed +2 --source A --as-of 2023-12-05")
    batches("add returned +3 --source A --as-of 2023-12-05")
    batches("retract 5 --because twice")

    outcome = batches(f"{command} {words}")

    assert (code, True) == (outcome.code, told in outcome.err)
    assert "decided" not in batches("show 1").out


def test_nothing_is_carried_across_a_break(contradicted: Tracker) -> None:
    """The contradiction is gone, the bounds are of what is counted now, and it is said why."""
    outcome = contradicted("break returned --source Ministry --on 2025-03-01 --because 'new register'")

    assert 0 == outcome.code
    assert "a count of their own: 1" in outcome.out
    assert [] == found(contradicted, "contradiction")
    assert "counts something else from 2025-03-01 on" in contradicted("bounds returned").err
    assert [] == [row for row in contradicted("bounds returned --json").json["bounds"] if row["low"] == 1233]
    assert "new register" in contradicted("show 1").out
    assert "findings" in contradicted("report --format json").out


def test_a_chart_draws_the_break(contradicted: Tracker) -> None:
    """No line crosses it: the report hands it to the chart."""
    contradicted("report --chart -o without.svg")
    contradicted("break returned --source Ministry --on 2025-03-01 --because 'new register'")
    contradicted("report --chart -o with.svg")

    assert Path("without.svg").read_bytes() != Path("with.svg").read_bytes()


def test_a_break_can_be_withdrawn(contradicted: Tracker) -> None:
    """Then all is as before."""
    contradicted("break returned --source Ministry --on 2025-03-01 --because 'new register'")

    assert 0 == contradicted("break returned --source Ministry --on 2025-03-01 --withdraw --because 'no, 2024'").code
    assert 1 == len(found(contradicted, "contradiction"))


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("returned --source Ministry --on 2025-03-01 --because ''", 2, "--because is empty"),
        ("returned --source Ministry --on 2025-03 --because why", 2, "a break needs a day"),
        ("returned --source Ministry --on soon --because why", 2, "--on: "),
        ("retruned --source Ministry --on 2025-03-01 --because why", 2, "returned"),
        ("returned --source Nobody --on 2025-03-01 --because why", 1, "there is no source 'Nobody'"),
        ("returned --source unattributed --on 2025-03-01 --because why", 2, "sources apart"),
        ("returned --source Ministry --on 2025-03-01 --withdraw --because why", 1, "has no break"),
    ],
)
def test_a_break_needs_a_day_a_source_and_a_reason(contradicted: Tracker, words: str, code: int, told: str) -> None:
    """Else one line says what is missing."""
    outcome = contradicted(f"break {words}")

    assert (code, True) == (outcome.code, told in outcome.err)


def test_a_waived_finding_stands_and_stays_counted(contradicted: Tracker) -> None:
    """It leaves text, counts and exit code; JSON tells it with reason and author, and `--waived` prints it."""
    name = waived(contradicted)

    outcome = contradicted("check --severity error")
    assert (0, "", True) == (outcome.code, outcome.out, "1 waived" in outcome.err)
    document = contradicted("check --severity error --json").json
    assert {"error": 0, "warning": 0, "note": 0, "waived": 1} == document["counts"]
    (finding,) = document["findings"]
    assert ("late register", "N. Monitor") == (finding["waived"]["because"], finding["waived"]["author"])
    assert [] == document["obsolete_waivers"]
    assert "N. Monitor" in contradicted("check --severity error --waived").out
    assert name in contradicted("show 1").out
    (row,) = contradicted("report --format json").json["indicators"]
    assert 0 == row["findings"]["error"]


def test_a_changed_figure_brings_the_finding_back(contradicted: Tracker) -> None:
    """The waiver was given for other words; it is said that there was one, and a new one can be given."""
    name = waived(contradicted)
    contradicted("correct 1 --value 1,234 --because typo")

    outcome = contradicted("check --severity error")
    assert (1, True, True) == (outcome.code, name in outcome.out, f"{name} was waived" in outcome.err)
    assert None is found(contradicted, "contradiction")[0]["waived"]

    contradicted("correct 1 --value 1,233 --because 'no typo'")
    assert 0 == contradicted("check --severity error").code
    contradicted("correct 1 --value 1,235 --because typo")
    assert name == waived(contradicted)
    assert 0 == contradicted("check --severity error").code


def test_a_waiver_of_what_is_gone_is_obsolete(contradicted: Tracker) -> None:
    """A remark and the JSON say so, until it is withdrawn."""
    name = waived(contradicted)
    contradicted("retract 1 --because 'not a count'")

    assert f"obsolete: {name} is gone" in contradicted("check").err
    (obsolete,) = contradicted("check --json").json["obsolete_waivers"]
    assert (name, [1, 2], "late register") == (obsolete["finding"], obsolete["figures"], obsolete["because"])

    assert 0 == contradicted(f"waive {name} --withdraw --because settled").code
    assert "obsolete" not in contradicted("check").err


def test_a_withdrawn_waiver_ends(contradicted: Tracker) -> None:
    """The finding is back."""
    name = waived(contradicted)

    assert 0 == contradicted(f"waive {name} --withdraw --because 'looked again'").code
    assert 1 == contradicted("check --severity error").code
    assert 1 == contradicted(f"waive {name} --withdraw --because again").code


def test_only_what_is_found_is_waived_once(contradicted: Tracker) -> None:
    """An unknown name, no reason, no author, a second time: one line each."""
    assert (1, True) == (
        (outcome := contradicted("waive dispute-0 --because why")).code,
        "no finding 'dispute-0'" in outcome.err,
    )
    (finding,) = found(contradicted, "contradiction")
    assert 2 == contradicted(f"waive {finding['id']} --because ' '").code
    assert 2 == contradicted(f"waive {finding['id']} --because why --author ' '").code
    waived(contradicted)
    assert "is waived by N. Monitor" in contradicted(f"waive {finding['id']} --because why").err


def test_the_author_is_who_is_logged_in(contradicted: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody is, somebody has to be named."""
    (finding,) = found(contradicted, "contradiction")

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert "give --author" in contradicted(f"waive {finding['id']} --because why").err
    monkeypatch.setattr(getpass, "getuser", lambda: "monitor")
    assert "waived by monitor" in contradicted(f"waive {finding['id']} --because why").out


def test_the_figures_behind_one_number_are_counted(contradicted: Tracker) -> None:
    """However many pages print it, a source counts once."""
    contradicted("add returned 388 --source Ministry --publisher Babel --as-of 2025-03-05")

    assert "printed on 2 pages, which rest on 1 source\n" in contradicted("show 2").out
