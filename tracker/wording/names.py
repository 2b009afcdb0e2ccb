"""Names that are close to another: for "did you mean" and for warnings before a second spelling is made."""

from collections.abc import Iterable

_TYPO = 0.6  # difflib's ratio: one slip in a short word
_SPELLING = 0.8  # another spelling of the same person or body


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """The question " did you mean X?", with a space before it, or nothing where no name is close."""
    close = _closest(name.casefold(), names, _TYPO)
    return f" did you mean {close}?" if close else ""


def other_spelling(name: str, names: Iterable[str]) -> str | None:
    """The name that this one may be another spelling of, or None."""
    return _closest(name, names, _SPELLING)


def _closest(name: str, names: Iterable[str], ratio: float) -> str | None:
    import difflib  # noqa: PLC0415 - its regular expressions cost more than most commands need

    close = difflib.get_close_matches(name, sorted(names), n=1, cutoff=ratio)
    return close[0] if close else None
