"""Text from outside made safe to print: one line, printable, no longer than there is room for."""

import unicodedata
from collections.abc import Callable

ELLIPSIS = "…"


def plain(text: str) -> str:
    r"""`text` on one line, without control, direction and other invisible characters.

    >>> plain("Children\x1b[31m of\n War")
    'Children[31m of War'
    """
    visible = (" " if char.isspace() else char for char in text)
    kept = "".join(char for char in visible if not unicodedata.category(char).startswith("C"))
    return " ".join(kept.split())


def shorten(text: str, limit: int) -> str:
    """`plain` text of at most `limit` characters; a cut is shown by an ellipsis.

    >>> shorten("Prosecutor General's Office of Ukraine", 20)
    "Prosecutor General's…"
    """
    text = plain(text)
    if len(text) <= limit:
        return text
    return text[:limit].rstrip(" ,;.(-") + ELLIPSIS


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Break `text` at its spaces into lines that `measure` to at most `width`; a longer word keeps its own line."""
    lines: list[str] = []
    line = ""
    # No-break spaces hold numbers and dates together, so only plain spaces part words.
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def fit(text: str, width: float, measure: Callable[[str], float]) -> str:
    """`text` cut, with an ellipsis, to measure at most `width`."""
    if measure(text) <= width:
        return text
    fits, fails = 0, len(text)
    while fails - fits > 1:
        middle = (fits + fails) // 2
        if measure(text[:middle].rstrip() + ELLIPSIS) <= width:
            fits = middle
        else:
            fails = middle
    return text[:fits].rstrip() + ELLIPSIS
