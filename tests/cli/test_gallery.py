"""The gallery shows what tracker prints of each finding; when it is stale, run `python tests/gallery/make.py`."""

from pathlib import Path

import pytest

from tests.gallery import make
from tracker.consistency.checks import CHECKS


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
