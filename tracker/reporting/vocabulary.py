"""What a language has to say for reports."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The words of one language.

    Attributes:
        months: the names of the months by themselves.
        months_of_days: the same as they follow a day.
        short_months: the same in little room.
        thousands: what parts thousands.
        words: the set phrases, with blanks; keys that end in " one" are for a single thing.
        indicators: the known indicators' names, where they are not the words used in commands.
        whole: the whole's name.
    """

    months: tuple[str, ...]
    months_of_days: tuple[str, ...]
    short_months: tuple[str, ...]
    thousands: str
    words: dict[str, str]
    indicators: dict[str, str]
    whole: str
