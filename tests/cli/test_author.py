"""Who makes a change is kept with it: named on the command line, by the environment, or by the system."""

import getpass

import pytest

from tests.cli.conftest import Tracker
from tracker.cli.app import app_for

ADD = "add returned 388 --source A --as-of 2024-02-01"
READING = {
    "list", "show", "cite", "check", "explain", "bounds", "report", "log", "verify", "backup", "restore", "doctor",
}  # fmt: skip


def author(tracker: Tracker) -> str:
    """Who made the last change."""
    return str(tracker("log -n 1 --json").json[0]["author"])


def test_the_option_comes_first_then_the_environment_then_the_system(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each where the one before says nothing."""
    monkeypatch.setattr(getpass, "getuser", lambda: "login")
    assert 0 == tracker(ADD).code
    assert "login" == author(tracker)

    monkeypatch.setenv("TRACKER_AUTHOR", "Environment")
    tracker("correct 1 --value 389 --because misread")
    assert "Environment" == author(tracker)

    tracker("correct 1 --value 390 --because misread --author ' N. Monitor '")
    assert "N. Monitor" == author(tracker)


def test_a_change_by_nobody_is_refused(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line with the mend; reading needs no name."""

    def nobody() -> str:
        raise OSError

    monkeypatch.setattr(getpass, "getuser", nobody)

    outcome = tracker(ADD)
    assert (2, True) == (outcome.code, "give --author, or set TRACKER_AUTHOR" in outcome.err)
    assert 2 == tracker(f"{ADD} --author ''").code
    assert 0 == tracker("indicator list").code


@pytest.mark.parametrize(
    "line",
    [
        *[
            command.name or ""
            for command in app_for(()).registered_commands
            if command.name not in (*READING, "indicator", "source", "place")
        ],
        "indicator add",
        "source add",
        "source set",
        "place add",
    ],
)
def test_every_command_that_writes_takes_an_author(tracker: Tracker, line: str) -> None:
    """By the same option."""
    assert "--author NAME" in " ".join(tracker(f"{line} --help").out.split())


@pytest.mark.parametrize("line", sorted(READING))
def test_no_command_that_only_reads_takes_one(tracker: Tracker, line: str) -> None:
    """There is nothing to keep it with."""
    assert "--author" not in tracker(f"{line} --help").out


def test_the_history_of_a_figure_names_who_changed_what(tracker: Tracker) -> None:
    """Old and new side by side, version by version, for people and for programs."""
    tracker(f"{ADD} --author Ann")
    tracker("correct 1 --value 'fewer than 400' --because 'the hedge was left out' --author Ben")
    tracker("retract 1 --because 'not a count' --author Cyd")

    lines = [line for line in tracker("show 1").out.splitlines() if line.startswith(("version", "  "))]
    assert [True, True, True] == [
        line.startswith(start) and line.endswith(end)
        for line, start, end in (
            (lines[0], "version 1, recorded ", "by Ann"),
            (lines[1], "version 2, corrected ", "by Ben, because: the hedge was left out"),
            (lines[-1], "version 3, retracted ", "by Cyd, because: not a count"),
        )
    ]
    assert ["  value: 388 → fewer than 400", "  read as: 388 → 0 to 399", "  hedge: exact → fewer_than"] == lines[2:5]

    history = tracker("show 1 --json").json["history"]
    assert [("Ann", ""), ("Ben", "the hedge was left out"), ("Cyd", "not a count")] == [
        (one["author"], one["because"]) for one in history
    ]
    assert [{}, ["388", "fewer than 400"], {}] == [
        history[0]["changed"], history[1]["changed"]["value"], history[2]["changed"],
    ]  # fmt: skip
