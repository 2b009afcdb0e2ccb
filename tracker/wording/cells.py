"""Cells of spreadsheets: text from outside that a spreadsheet would run as a formula is neutralised.

The rule is OWASP's for CSV injection: a cell that starts with one of these characters gets an apostrophe before it.
Reading takes the apostrophe off again, so that a value such as `+7` survives the round trip.
"""

_STARTS = ("=", "+", "-", "@", "\t", "\r")


def neutralise(text: str) -> str:
    """The text as a spreadsheet shows it without running it.

    >>> neutralise("=HYPERLINK(1)"), neutralise("seven")
    ("'=HYPERLINK(1)", 'seven')
    """
    return f"'{text}" if _would_run(text) else text


def restore(text: str) -> str:
    """The text as it was before `neutralise`.

    >>> restore("'+7"), restore("''+7"), restore("'quoted'")
    ('+7', "'+7", "'quoted'")
    """
    return text[1:] if text[:1] == "'" and _would_run(text[1:]) else text


def _would_run(text: str) -> bool:
    """Whether a text is a formula, or one that somebody neutralised: that gets one more, so that it keeps its own."""
    return text.lstrip("'").startswith(_STARTS)
