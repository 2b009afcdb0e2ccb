"""What the terminal shows: results to stdout, remarks and errors to stderr, colour only where a person looks."""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from tracker.domain.errors import TrackerError

# Everything that could command a terminal or reorder a line, but for the few colours of `paint`.
_CONTROL = re.compile(r"\x1b(?!\[(?:0|1|31|33|36)m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COLOURS = {"error": "31", "warning": "33", "note": "36", "strong": "1"}


def printable(text: str) -> str:
    """Text from outside without the characters that could command a terminal or reorder its line."""
    return _CONTROL.sub("�", text)


def say(text: str = "") -> None:
    """One result, to stdout; it goes nowhere when nobody reads it any more.

    Raises:
        TrackerError: when it cannot be written, as on a full disk.
    """
    with _written():
        print(printable(text))


def remark(text: str) -> None:
    """One remark about the work, to stderr."""
    print(printable(text), file=sys.stderr)


def say_json(value: Any) -> None:
    """One JSON document, to stdout; raises as `say` does."""
    with _written():
        print(json.dumps(value, ensure_ascii=False, indent=2))


def finish() -> None:
    """Write what is still on its way to stdout; raises as `say` does."""
    with _written():
        sys.stdout.flush()


def _give_up() -> None:
    """Let all that goes to stdout go nowhere, lest Python complain of the rest at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def _written() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        _give_up()
    except OSError as error:
        _give_up()
        raise TrackerError(
            f"the answer could not be written ({error.strerror}); what was to be recorded is recorded: "
            "make room, or send the output elsewhere"
        ) from error


def paint(text: str, colour: str, stream: TextIO | None = None) -> str:
    """The text in a colour, where `stream` (stdout) is a terminal and NO_COLOR is not set."""
    stream = stream or sys.stdout
    if not stream.isatty() or os.environ.get("NO_COLOR"):
        return text
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m"


def table(rows: list[tuple[str, ...]], right: frozenset[int] = frozenset()) -> str:
    """Rows, the first of them the header, in columns two spaces apart; the columns in `right` to the right."""
    clean = [tuple(printable(cell).replace("\n", " ") for cell in row) for row in rows]
    widths = [max(map(len, column)) for column in zip(*clean, strict=True)]
    lines = [
        "  ".join(
            cell.rjust(width) if place in right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in clean
    ]
    return "\n".join(lines)
