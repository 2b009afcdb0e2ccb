"""The manual tells the truth: its examples run, and it leaves nothing out."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.store import raw
from tracker.cli.app import app_for
from tracker.consistency.checking import CHECKS
from tracker.domain.hedge import Hedge
from tracker.wording.entry import COLUMNS

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
PROMPT = "$ tracker "
APP = app_for((), completing=True)


def examples() -> list[tuple[str, str]]:
    """Each command line of the manual with the output printed below it, in order."""
    found = []
    for block in re.findall(r"^```\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE):
        for example in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
            if example.startswith(PROMPT):
                line, _, output = example.replace("\\\n", " ").removeprefix(PROMPT).partition("\n")
                found.append((line, output))
    return found


def test_the_examples_of_the_manual_print_what_it_says(tracker: Tracker) -> None:
    """They are run one after the other in one store, as a newcomer would."""
    assert len(examples()) > 8
    for line, expected in examples():
        outcome = tracker(line)
        assert outcome.code in (0, 1), (line, outcome.err)
        if expected.strip():
            assert expected.rstrip() == "\n".join(part.rstrip() for part in outcome.out.rstrip().splitlines()), line


@pytest.mark.parametrize("name", [command.name or "" for command in APP.registered_commands])
def test_every_command_is_in_the_manual(name: str) -> None:
    """A command that nobody can find does not exist."""
    assert f"`tracker {name}" in README


@pytest.mark.parametrize(
    "name", [group.typer_instance.info.name for group in APP.registered_groups if group.typer_instance]
)
def test_every_group_of_commands_is_in_the_manual(name: str) -> None:
    """As above."""
    assert f"`tracker {name} " in README


@pytest.mark.parametrize("name", [check.name for check in CHECKS])
def test_every_check_is_in_the_manual(name: str) -> None:
    """Each finding a user meets can be looked up."""
    assert f"| `{name}` |" in README


@pytest.mark.parametrize("hedge", [hedge for hedge in Hedge if hedge not in ("dozens", "hundreds", "thousands")])
def test_every_hedge_is_in_the_manual(hedge: Hedge) -> None:
    """Each rule that turns words into bounds is written down; the bare plurals share a row."""
    assert f"`{hedge.value}`" in README


def test_every_column_is_in_the_manual() -> None:
    """The columns of an import stand there in their order."""
    assert ",".join(COLUMNS) in README.replace("\n", "")


@pytest.mark.parametrize("command", ["", *[command.name or "" for command in APP.registered_commands]])
def test_every_command_has_help_with_an_example(tracker: Tracker, command: str) -> None:
    """The example starts with the command itself."""
    outcome = tracker(f"{command} --help")

    assert 0 == outcome.code
    assert f"tracker {command}".strip() in outcome.out.partition("Options:")[2]


def test_the_program_of_the_manual_works_out_the_head(reading: Tracker, tmp_path: Path) -> None:
    """With the standard library alone, and it stops at the first entry that does not fit."""
    (program,) = re.findall(r"^```python\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)
    command = [sys.executable, "-I", "-c", program, str(tmp_path / "figures.db")]
    head = reading("log -n 1 --json").json[0]["hash"]

    assert f"{head}\n" == subprocess.run(command, capture_output=True, text=True, check=True).stdout

    raw.force(str(tmp_path / "figures.db"), "UPDATE figure SET note = 'forged' WHERE id = 1")
    assert "does not fit" in subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_the_examples_of_the_manual_are_shell() -> None:
    """Every line can be typed into a shell as it stands."""
    for line, _ in examples():
        assert shlex.split(line)
