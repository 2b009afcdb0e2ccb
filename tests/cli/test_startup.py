"""What the plain commands load: nothing heavy, so that they answer at once."""

import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli.app import app_for

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


def test_only_the_command_asked_for_is_loaded() -> None:
    """Declaring all of them takes longer than most run."""
    program = (
        "import sys\nfrom tracker.cli.app import app_for\napp_for(['doctor'])\nprint('tracker.cli.add' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert "False" == done.stdout.strip()


@pytest.mark.parametrize("line", ["", "--help", "--version", "no-such-command", "--db x.db doctor"])
def test_all_commands_are_known_where_none_is_named_first(line: str) -> None:
    """Help and complaints speak of all."""
    known = [command.name for command in app_for(line.split()).registered_commands]

    assert {"add", "import", "check", "doctor"} <= set(known)
