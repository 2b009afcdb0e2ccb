"""`tracker report`: a table in four forms, or a chart."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def test_the_table_says_bounds_last_figure_and_findings(reading: Tracker) -> None:
    """One row for each indicator that has a figure."""
    out = reading("report").out

    for words in ("at least 19,500", "“fewer than 400”", "returned", "abducted"):
        assert words in out
    assert "killed" not in out


def test_the_table_is_there_for_programs_too(reading: Tracker) -> None:
    """JSON and CSV hold the same bounds; Markdown is a table."""
    overview = json.loads(reading("report --format json --until 2024-04-04").out)
    rows = list(csv.DictReader(io.StringIO(reading("report returned --format csv --until 2024-04").out)))

    assert {"abducted", "returned"} == {row["indicator"] for row in overview["indicators"]}
    assert [("returned", "2024-04", "7", "")] == [
        (row["indicator"], row["month"], row["low"], row["high"]) for row in rows
    ]
    assert "|---|" in reading("report --format markdown").out


def test_the_table_speaks_ukrainian(reading: Tracker) -> None:
    """Words, numbers and dates in the reader's language."""
    assert "щонайменше" in reading("report --lang uk").out


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_chart_is_drawn_where_it_is_wanted(reading: Tracker, tmp_path: Path, suffix: str) -> None:
    """The suffix says which kind; the command says where it is."""
    outcome = reading(f"report --chart -o trends.{suffix}")

    assert str(tmp_path / f"trends.{suffix}") in outcome.out
    assert (tmp_path / f"trends.{suffix}").stat().st_size > 5_000


def test_a_chart_without_a_name_is_a_png_in_this_folder(reading: Tracker, tmp_path: Path) -> None:
    """The default is said, and never in a hidden place."""
    reading("report --chart")

    assert (tmp_path / "tracker-chart.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("line", "code", "complaint"),
    [
        ("report killed", 1, "no figure to report"),
        ("report kiled", 2, "did you mean killed?"),
        ("report --since 2024-05 --until 2024-04", 2, "before --since"),
        ("report --chart -o chart.gif", 2, "PNG, SVG or PDF"),
        ("report --chart -o absent/chart.png", 2, "cannot write"),
        ("report -o absent/table.txt", 2, "cannot be written"),
        ("report --since yesterday", 2, "--since"),
    ],
)
def test_what_cannot_be_reported_is_one_line(reading: Tracker, line: str, code: int, complaint: str) -> None:
    """With the mend, and the exit code of the contract."""
    outcome = reading(line)

    assert (code, True) == (outcome.code, complaint in outcome.err)
    assert 1 == len(outcome.err.strip().splitlines())


def test_a_table_can_be_written_to_a_file(reading: Tracker, tmp_path: Path) -> None:
    """The terminal then has only the remark that says where."""
    outcome = reading("report -o table.txt")

    assert ("", True) == (outcome.out, str(tmp_path / "table.txt") in outcome.err)
    assert "at least 19,500" in (tmp_path / "table.txt").read_text()
