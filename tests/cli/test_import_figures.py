"""`tracker import`: all rows of a file, or none, and never twice."""

from pathlib import Path

from tests.cli.conftest import Tracker

HEADER = "indicator,value,source,as_of\n"
GOOD = HEADER + 'returned,"fewer than 400",A,2024-04-04\nabducted,"at least 19,500",A,2024-04-04\n'
MIXED = GOOD + 'abducted,"19,5000",A,2024-12\nkiled,1,A,2024\n'


def test_a_file_is_recorded_once_however_often_it_is_imported(tracker: Tracker, tmp_path: Path) -> None:
    """The second import finds every figure there already."""
    (tmp_path / "in.csv").write_text(GOOD)

    assert "2 figures recorded, 0 already recorded, 0 bad rows" in tracker("import in.csv").out
    assert "0 figures recorded, 2 already recorded, 0 bad rows" in tracker("import in.csv").out
    assert 2 == len(tracker("list --json").json)


def test_one_bad_row_keeps_all_others_out_and_all_bad_rows_are_listed(tracker: Tracker, tmp_path: Path) -> None:
    """By default a file goes in whole or not at all."""
    (tmp_path / "in.csv").write_text(MIXED)

    outcome = tracker("import in.csv")

    assert 2 == outcome.code
    assert "in.csv:4: value: " in outcome.err
    assert "in.csv:5: indicator: " in outcome.err
    assert "nothing was recorded" in outcome.err
    assert 1 == tracker("list").code


def test_skip_bad_records_the_good_rows_and_writes_the_bad_ones_to_a_file(tracker: Tracker, tmp_path: Path) -> None:
    """The file of bad rows can be mended and imported."""
    (tmp_path / "in.csv").write_text(MIXED)

    outcome = tracker("import in.csv --skip-bad")

    assert 0 == outcome.code
    assert "2 figures recorded, 0 already recorded, 2 bad rows" in outcome.out
    mended = (tmp_path / "in-bad.csv").read_text().replace("19,5000", "19,500").replace("kiled", "killed")
    (tmp_path / "mended.csv").write_text(mended)
    assert "2 figures recorded, 0 already recorded, 0 bad rows" in tracker("import mended.csv").out


def test_a_dry_run_reports_and_records_nothing(tracker: Tracker, tmp_path: Path) -> None:
    """The report is that of a real import; the exit code tells whether it would go in."""
    (tmp_path / "good.csv").write_text(GOOD)
    (tmp_path / "mixed.csv").write_text(MIXED)

    assert 0 == tracker("import good.csv --dry-run").code
    mixed = tracker("import mixed.csv --dry-run")
    assert (2, True) == (mixed.code, "2 good rows, 2 bad rows" in mixed.out)
    assert 1 == tracker("list").code
