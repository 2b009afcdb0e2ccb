"""What a language has to say for reports, beside the numbers and dates that `tracker.wording.languages` writes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language.

    Attributes:
        short_months: the months in little room.
        words: the set phrases, with blanks; keys that end in " one" are for a single thing.
        indicators: the known indicators' names, where they are not the words used in commands.
    """

    short_months: tuple[str, ...]
    words: dict[str, str]
    indicators: dict[str, str]
