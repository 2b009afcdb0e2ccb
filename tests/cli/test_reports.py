"""The committed example report is the one that the example figures give today."""

import re
from pathlib import Path

from tests.cli.conftest import Tracker

COMMITTED = Path(__file__).parents[2] / "reports" / "example.svg"


def described(path: Path) -> str:
    """The chart in words, made from the same numbers as its marks."""
    match = re.search(r"<desc>(.*?)</desc>", path.read_text(encoding="utf-8"), re.DOTALL)
    return match[1] if match else ""


def test_the_committed_chart_is_not_stale(tracker: Tracker, tmp_path: Path) -> None:
    """To mend it: tracker init --example, then the command that the manual gives above the picture."""
    tracker("init --example")
    tracker("report abducted returned --chart -o example.svg")

    assert described(COMMITTED).startswith("Chart of published figures")
    assert described(COMMITTED) == described(tmp_path / "example.svg")
