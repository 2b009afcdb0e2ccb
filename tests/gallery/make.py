"""Writes the gallery: for each kind of finding the smallest input that causes it, and the text that tracker prints.

`python tests/gallery/make.py` runs the commands in each `*.txt` of this folder, writes what is printed below them, and
makes `README.md` of all of them. A file is named after its check; what follows a dot tells several of one check apart.
The tests say when anything here is stale.
"""

import io
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from tracker.cli.app import run
from tracker.consistency.checking import CHECKS

FOLDER = Path(__file__).parent
PROMPT = "$ tracker "
_HEADLINE = re.compile(rf"^(?=(?:{'|'.join(check.name for check in CHECKS)})  )", re.MULTILINE)
_HEAD = """\
# What tracker finds

For each kind of finding the smallest input that causes it, and the text that `tracker check` then prints about it.
Made by `python tests/gallery/make.py`, which runs the commands; not to be edited.
"""


def cases() -> list[Path]:
    """The files of the gallery, in the order of the checks."""
    order = [check.name for check in CHECKS]
    return sorted(FOLDER.glob("*.txt"), key=lambda path: (order.index(check_of(path)), path.stem))


def check_of(path: Path) -> str:
    """The name of the check that a file shows."""
    return path.name.partition(".")[0]


def made(path: Path) -> str:
    """What a file should hold: its commands, and what the last of them, `tracker check`, prints of its check."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(PROMPT)]
    with _store():
        printed = [_printed(line) for line in lines][-1]
    told = [part.rstrip() for part in _HEADLINE.split(printed) if part.startswith(f"{check_of(path)}  ")]
    return "\n".join([*lines, "", "\n\n".join(told)]) + "\n"


def page() -> str:
    """What `README.md` should hold."""
    manuals = {check.name: check.manual for check in CHECKS}
    parts = [_HEAD]
    shown = ""
    for path in cases():
        name = check_of(path)
        if name != shown:
            shown = name
            parts.append(f"## {name}\n\n{manuals[name].splitlines()[0]}\n")
        parts.append(f"```\n{path.read_text(encoding='utf-8')}```\n")
    return "\n".join(parts)


@contextmanager
def _store() -> Iterator[None]:
    """An empty store of its own."""
    before = os.environ.get("TRACKER_DB")
    with TemporaryDirectory() as folder:
        os.environ["TRACKER_DB"] = str(Path(folder) / "gallery.db")
        try:
            yield
        finally:
            del os.environ["TRACKER_DB"]
            if before is not None:
                os.environ["TRACKER_DB"] = before


def _printed(line: str) -> str:
    out, complaints = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(complaints):
        code = run(shlex.split(line.removeprefix(PROMPT)))
    if code not in (0, 1):
        raise ValueError(f"{line}: {complaints.getvalue()}")
    return out.getvalue()


if __name__ == "__main__":
    for case in cases():
        case.write_text(made(case), encoding="utf-8")
    (FOLDER / "README.md").write_text(page(), encoding="utf-8")
