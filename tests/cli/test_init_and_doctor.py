"""`tracker init` and `tracker doctor`: a store made, and looked at."""

import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def test_the_example_is_recorded_once(tracker: Tracker) -> None:
    """A second time finds every figure there."""
    first = tracker("init --example").out

    assert "example figures recorded, 0 already there" in first
    assert "\n0 example figures recorded" in tracker("init --example").out
    assert 80 <= len(tracker("list --json").json) <= 150


def test_the_example_never_mixes_with_figures_of_ones_own(tracker: Tracker) -> None:
    """A store cannot forget, so the example must not get into it by accident."""
    tracker("add returned 7 --source A --as-of 2024-01-01")

    outcome = tracker("init --example")

    assert (2, True) == (outcome.code, "holds figures already" in outcome.err)
    assert 1 == len(tracker("list --json").json)


def test_the_doctor_says_where_the_store_is_and_that_it_is_sound(tracker: Tracker, tmp_path: Path) -> None:
    """Location, versions and counts are what a report of a fault needs."""
    out = tracker("doctor").out

    assert str(tmp_path / "figures.db") in out
    assert "sound     yes" in out


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"not a database, but long enough to look at", "is not"), (None, "not a store of tracker")],
)
def test_a_database_that_is_no_store_is_refused_and_left_alone(
    tracker: Tracker, tmp_path: Path, content: bytes | None, complaint: str
) -> None:
    """Neither another file nor another program's database is written to."""
    path = tmp_path / "other.db"
    if content is None:
        with sqlite3.connect(path) as other:
            other.execute("create table precious (x)")
        other.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()

    outcome = tracker("add returned 7 --source A --as-of 2024 --db other.db")

    assert (2, 1) == (outcome.code, len(outcome.err.strip().splitlines()))
    assert complaint in outcome.err
    assert before == path.read_bytes()


def test_the_store_named_on_the_command_line_wins(tracker: Tracker, tmp_path: Path) -> None:
    """Before the command or after it, over the environment."""
    tracker("--db one.db add returned 7 --source A --as-of 2024")
    tracker("add returned 7 --source A --as-of 2024 --db two.db")

    assert {"one.db", "two.db"} <= {path.name for path in tmp_path.iterdir()}
    assert not (tmp_path / "figures.db").exists()
