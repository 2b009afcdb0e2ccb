"""The command line for tests: each command runs in this process against a store of its own."""

import json
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tracker.cli.app import run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind.

    Attributes:
        code: its exit code.
        out: what it printed to stdout.
        err: what it printed to stderr.
    """

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # what JSON can hold
        """The JSON document on stdout."""
        return json.loads(self.out)


Tracker = Callable[[str], Outcome]


@pytest.fixture
def tracker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tracker:
    """Run one command line, written as a person types it, in an empty folder with a store of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRACKER_DB", str(tmp_path / "figures.db"))
    monkeypatch.delenv("TRACKER_AUTHOR", raising=False)

    def command(line: str) -> Outcome:
        capsys.readouterr()
        code = run(shlex.split(line))
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return command


@pytest.fixture
def reading(tracker: Tracker) -> Tracker:
    """The same, with the three figures of the reading of 4 April 2024 in the store."""
    for line in (
        'add abducted "at least 19,500" --source "Children of War" --publisher "live news page" '
        "--as-of 2024-04-04 --published 2024-04-04",
        'add returned "fewer than 400" --source "Children of War" --publisher "live news page" '
        "--as-of 2024-04-04 --published 2024-04-04",
        'add returned seven --basis event --source "Dmytro Lubinets" --publisher "The Kyiv Independent" '
        '--as-of 2024-04-03 --published 2024-04-04 --place "Kherson Oblast" --place "Zaporizhzhia Oblast"',
    ):
        assert tracker(line).code == 0
    return tracker
