"""What the plain commands load: nothing heavy, so that they answer at once."""

import os
import subprocess
import sys
from inspect import cleandoc
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


@pytest.mark.parametrize("line", ["", "--help", "--version", "no-such-command"])
def test_the_help_names_all_commands_though_it_loads_none(line: str) -> None:
    """By the first lines of their own help."""
    whole = app_for((), completing=True)
    first_lines = {
        command.name: cleandoc(command.callback.__doc__ or "").split("\n")[0]
        for command in whole.registered_commands
        if command.callback
    }
    first_lines |= {
        group.typer_instance.info.name: str(group.typer_instance.info.help)
        for group in whole.registered_groups
        if group.typer_instance
    }

    assert first_lines == {command.name: command.help for command in app_for(line.split()).registered_commands}


@pytest.mark.parametrize("line", ["--db x.db doctor", "--help add"])
def test_all_commands_are_loaded_where_one_is_named_later(line: str) -> None:
    """Which argument is the command, and which the value of an option, is not for the start to tell."""
    assert ["indicator", "source", "place"] == [
        group.typer_instance.info.name for group in app_for(line.split()).registered_groups if group.typer_instance
    ]


def test_the_options_of_a_command_can_be_completed(tmp_path: Path) -> None:
    """The shell asks without arguments."""
    asked = {"_TRACKER_COMPLETE": "complete_bash", "COMP_WORDS": "tracker check --sev", "COMP_CWORD": "2"}
    done = subprocess.run(
        [sys.executable, "-m", "tracker"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert "--severity" == done.stdout.strip()
