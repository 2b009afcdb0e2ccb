"""The gallery shows what tracker prints of each finding; when it is stale, run `python tests/gallery/make.py`."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.gallery import make
from tracker.consistency.checking import CHECKS


@pytest.mark.parametrize("path", make.cases(), ids=lambda path: path.stem)
def test_each_finding_is_printed_as_shown(path: Path) -> None:
    """To the letter; the input causes a finding of the check that it is named after."""
    text = path.read_text(encoding="utf-8")

    assert text == make.made(path)
    assert f"\n{make.check_of(path)}  " in text


@pytest.mark.parametrize("name", [check.name for check in CHECKS])
def test_every_check_is_shown(name: str) -> None:
    """Each kind of finding has an input that causes it."""
    assert name in {make.check_of(path) for path in make.cases()}


def test_the_page_is_made_of_the_files() -> None:
    """What people read is what the tests hold."""
    assert (make.FOLDER / "README.md").read_text(encoding="utf-8") == make.page()


def test_a_command_that_fails_is_no_input(tmp_path: Path) -> None:
    """A typo in a file of the gallery is told, not shown."""
    case = tmp_path / "dispute.txt"
    case.write_text("$ tracker add retruned 388 --source A --as-of 2024-02-01\n", encoding="utf-8")

    with pytest.raises(ValueError, match="did you mean returned"):
        make.made(case)


def causes() -> list[tuple[Path, str]]:
    """Each command that the gallery names as settling a conflict, with its file."""
    return [
        (path, command)
        for path in make.cases()
        for command in re.findall(r"^  - .*: tracker (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]


@pytest.mark.parametrize(("path", "command"), dict.fromkeys(causes()), ids=lambda value: getattr(value, "stem", None))
def test_the_command_named_with_a_cause_settles_the_conflict(tracker: Tracker, path: Path, command: str) -> None:
    """Typed as it stands, with the words in capitals filled in, it is accepted, and the finding is gone or waived."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(make.PROMPT)]
    for line in lines[:-1]:
        tracker(line.removeprefix(make.PROMPT))
    filled = command.replace("DAY", "2025-02-15").replace("WHY", "why").replace("NAME", "located")

    assert 0 == tracker(filled).code
    findings = tracker("check --json").json["findings"]
    assert [] == [one["id"] for one in findings if one["check"] == make.check_of(path) and not one["waived"]]
