"""The overview for reading and for programs: a table of at most 100 columns, Markdown, JSON."""

import json
import textwrap
import unicodedata
from collections.abc import Sequence
from datetime import date

from tracker.domain.bounds import DayBounds
from tracker.domain.place import WHOLE
from tracker.reporting.lettering import plain, shorten
from tracker.reporting.overview import OverviewRow
from tracker.reporting.phrases import Phrases, phrases

_WIDTHS = (17, 15, 21, 18, 7, 12)  # of the columns; with the gaps 100
_GAP = "  "
_COLUMNS = ("indicator", "bounds", "last figure", "last change", "figures", "findings")
_FIGURES = _COLUMNS.index("figures")
_MARKDOWN = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>|#"})


def overview_as_text(rows: Sequence[OverviewRow], on: date, lang: str = "en", *, public: bool = False) -> str:
    """A table with aligned columns, wrapped to fit a terminal of 100 columns; `public` says what was left out."""
    words = phrases(lang)
    header = [words.say(f"column {column}") for column in _COLUMNS]
    lines = [words.say("overview", day=words.day(on)), "", _line(header), _line(["-" * len(head) for head in header])]
    for row in rows:
        lines += _wrapped(_cells(row, words))
    return "\n".join([*lines, "", *textwrap.wrap(words.claims(public=public), 100)]) + "\n"


def overview_as_markdown(rows: Sequence[OverviewRow], on: date, lang: str = "en", *, public: bool = False) -> str:
    """A Markdown table; what comes from outside is escaped; `public` says what was left out."""
    words = phrases(lang)
    header = [words.say(f"column {column}") for column in _COLUMNS]
    lines = [words.say("overview", day=words.day(on)), "", _markdown_line(header), "|---|---|---|---|---:|---|"]
    lines += [_markdown_line([cell.translate(_MARKDOWN) for cell in _cells(row, words)]) for row in rows]
    return "\n".join([*lines, "", words.claims(public=public)]) + "\n"


def overview_as_json(rows: Sequence[OverviewRow], on: date, *, public: bool = False) -> str:
    """The same for programs; dates in ISO 8601, open ends null; `public` is true where confidential sources are out."""
    return json.dumps(
        {"on": on.isoformat(), "public": public, "indicators": [_object(row) for row in rows]},
        ensure_ascii=False,
        indent=2,
    )


def _cells(row: OverviewRow, words: Phrases) -> list[str]:
    name = words.indicator(plain(row.indicator))
    return [
        name if row.place == WHOLE else f"{name} ({words.place(plain(row.place))})",
        words.narrow_bounds(row.low, row.high),
        _last_figure(row, words),
        _last_change(row, words),
        words.number(row.figures),
        _findings(row, words),
    ]


def _last_figure(row: OverviewRow, words: Phrases) -> str:
    if row.last is None:
        return "–"
    basis = "" if row.last.basis == "total" else f" ({words.say(f'basis {row.last.basis}')})"
    day = words.short_days(row.last.as_of.first, row.last.as_of.last)
    return f"{words.quoted(shorten(row.last.value, 40))}{basis} {shorten(row.last.source, 40)}, {day}"


def _last_change(row: OverviewRow, words: Phrases) -> str:
    if row.change is None:
        return "–"
    day = words.short_days(row.change.on, row.change.on)
    after = words.narrow_bounds(row.change.after.low, row.change.after.high)
    if row.change.before is None:
        return f"{day}: {after}"
    return f"{day}: {words.narrow_bounds(row.change.before.low, row.change.before.high)} → {after}"


def _findings(row: OverviewRow, words: Phrases) -> str:
    return ", ".join(words.count(f"some {severity}", number) for severity, number in row.findings.items() if number)


def _wrapped(cells: Sequence[str]) -> list[str]:
    columns = [_wrap(cell, width) for cell, width in zip(cells, _WIDTHS, strict=True)]
    height = max(map(len, columns))
    return [_line([column[index] if index < len(column) else "" for column in columns]) for index in range(height)]


def _wrap(text: str, width: int) -> list[str]:
    # Only plain spaces part words: numbers and dates are held together by no-break spaces.
    lines: list[str] = []
    for word in text.split(" "):
        for piece in _pieces(word, width):
            if lines and _columns(f"{lines[-1]} {piece}") <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    pieces = [""]
    for char in word:
        if _columns(pieces[-1] + char) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


def _line(cells: Sequence[str]) -> str:
    padded = []
    for index, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True)):
        room = " " * (width - _columns(cell))
        padded.append(room + cell if index == _FIGURES else cell + room)
    return _GAP.join(padded).rstrip()


def _columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for each wide character, none for a combining one."""
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def _markdown_line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _object(row: OverviewRow) -> dict[str, object]:
    last = row.last and {
        "id": row.last.id,
        "value": row.last.value,
        "basis": row.last.basis,
        "source": row.last.source,
        "as_of": row.last.as_of.text,
    }
    change = row.change and {
        "on": row.change.on.isoformat(),
        "before": _bounds(row.change.before),
        "after": _bounds(row.change.after),
    }
    return {
        "indicator": row.indicator,
        "place": row.place,
        "low": row.low,
        "high": row.high,
        "last_figure": last,
        "last_change": change,
        "figures": row.figures,
        "findings": dict(row.findings),
    }


def _bounds(row: DayBounds | None) -> dict[str, int | None] | None:
    return None if row is None else {"low": row.low, "high": row.high}
