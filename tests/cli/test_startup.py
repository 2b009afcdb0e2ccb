"""What the plain commands load: nothing heavy, so that they answer at once."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("alembic", "highspy", "matplotlib", "numpy", "pandas", "rich", "sqlalchemy")
PROGRAM = """
import os, sys
os.environ["TYPER_USE_RICH"] = "0"
from tracker.cli.app import run
code = run(sys.argv[2:])
heavy = [name for name in sys.argv[1].split(",") if name in sys.modules]
sys.exit(f"loaded {heavy}, exit code {code}" if heavy or code else 0)
"""


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["add", "returned", "at least 388", "--source", "A", "--as-of", "2024-02-01"],
        ["indicator", "list"],
        ["doctor"],
    ],
    ids=lambda line: line[0],
)
def test_a_plain_command_loads_nothing_heavy(tmp_path: Path, line: list[str]) -> None:
    """Neither the libraries of reports nor those that only make or upgrade a store."""
    store = [] if line == ["--help"] else ["--db", str(tmp_path / "figures.db")]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(HEAVY), *line, *store], capture_output=True, text=True, check=False
    )

    assert (0, "") == (done.returncode, "" if done.returncode == 0 else done.stderr)
