"""Why no text can be read in a file."""

EXIT_CODE = 3
"""How the program that reads says that it found no text."""

LONGEST = 3_000_000
"""So many characters are searched at most: more than a book has."""


class NoTextError(Exception):
    """A file without text, or whose text cannot be had; the message continues "because it ..."."""


def joined(parts: list[str]) -> str:
    """Texts, one below the other.

    Raises:
        NoTextError: where they are too long to be searched.
    """
    if sum(map(len, parts)) > LONGEST:
        raise NoTextError(f"holds more than {LONGEST:,} characters of text")
    return "\n".join(parts)
