"""A store too large to look at figure by figure is checked by way of its columns, with the same outcome."""

import pytest

from tests.cli.conftest import Tracker
from tracker.cli import examined


@pytest.fixture
def filled(tracker: Tracker) -> Tracker:
    """The example figures with a waiver, a decision, a break and a correction."""
    tracker("init --example")
    document = tracker("check --json").json
    by_check = {finding["check"]: finding for finding in document["findings"]}
    for check in ("same-batch", "thin-evidence", "silence"):
        assert 0 == tracker(f'waive {by_check[check]["id"]} --because "known" --author A').code
    tracker('correct 1 --note "seen again" --because "to be sure"')
    return tracker


@pytest.mark.parametrize("line", ["check --json", "check returned killed --json", "check --severity warning --json"])
def test_programs_get_the_same(filled: Tracker, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings, waivers, counts and exit code, whatever their order within a check."""
    looked_at = filled(line)
    monkeypatch.setattr(examined, "LARGE", 0)
    screened = filled(line)

    one, other = looked_at.json, screened.json
    assert sorted(map(repr, one.pop("findings"))) == sorted(map(repr, other.pop("findings")))
    assert (one, looked_at.code) == (other, screened.code)


@pytest.mark.parametrize("line", ["check", "check --waived --lang uk", "check returned", "check --known-on 2026-01-01"])
def test_people_get_the_same(filled: Tracker, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line, and at the end the same number of figures, pages and sources."""
    looked_at = filled(line)
    monkeypatch.setattr(examined, "LARGE", 0)
    screened = filled(line)

    assert sorted(looked_at.out.splitlines()) == sorted(screened.out.splitlines())
    assert (looked_at.err, looked_at.code) == (screened.err, screened.code)


def test_a_finding_of_a_large_store_can_be_waived(filled: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the same name, and the waiver holds however the store is looked at."""
    monkeypatch.setattr(examined, "LARGE", 0)
    name = filled("check --json").json["findings"][0]["id"]

    assert 0 == filled(f'waive {name} --because "two definitions" --author A').code
    assert name not in filled("check").out
    monkeypatch.undo()
    assert name not in filled("check").out
