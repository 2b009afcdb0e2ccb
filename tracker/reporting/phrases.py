"""How reports write numbers, dates, bounds and set phrases, in the language wanted."""

from datetime import date

from tracker.domain.errors import WrongUse
from tracker.domain.place import WHOLE
from tracker.domain.span import Span
from tracker.reporting.english import ENGLISH
from tracker.reporting.language import Language
from tracker.reporting.ukrainian import UKRAINIAN

_NBSP = "\u00a0"  # holds the parts of a number or a date on one line


class Phrases:
    """The set phrases of one language, and its way to write numbers, dates and bounds.

    Attributes:
        language: its words.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, key: str, **values: str) -> str:
        """The phrase called `key` with its blanks filled."""
        return self.language.words[key].format(**values)

    def count(self, key: str, number: int) -> str:
        """The phrase called `key` for `number` things: "1 figure", "2 figures"."""
        return self.say(f"{key} one") if number == 1 else self.say(key, n=self.number(number))

    def number(self, number: int) -> str:
        """A whole number with thousands marks: 19,546 in English, 19 546 in Ukrainian."""
        return f"{number:,}".replace(",", self.language.thousands)

    def day(self, day: date) -> str:
        """A day for reading: 26 February 2026, 26 лютого 2026."""
        return _NBSP.join((str(day.day), self.language.months_of_days[day.month - 1], str(day.year)))

    def days(self, first: date, last: date) -> str:
        """All days from `first` to `last`, for reading."""
        if first == last:
            return self.day(first)
        return self.say("days", first=self.day(first), last=self.day(last))

    def short_days(self, first: date, last: date) -> str:
        """Days in little room: 26 Feb 2026, Feb 2026, or 2026 where nothing more is known."""
        month = f"{self.language.short_months[last.month - 1]}{_NBSP}{last.year}"
        if first == last:
            return f"{last.day}{_NBSP}{month}"
        return month if first.month == last.month else str(last.year)

    def tick(self, day: date, *, days: bool) -> str:
        """What stands below the time axis, above the year: a month, with its day where single days are marked."""
        month = self.language.short_months[day.month - 1]
        return f"{day.day}{_NBSP}{month}" if days else month

    def span(self, span: Span) -> str:
        """A day, month, year or span for reading, no more precise than it was written."""
        if span.is_day or "/" in span.text:
            return self.days(span.first, span.last)
        if span.first.month == span.last.month:
            return f"{self.language.months[span.first.month - 1]}{_NBSP}{span.first.year}"
        return str(span.first.year)

    def bounds(self, low: int | None, high: int | None) -> str:
        """Bounds in words: "between 388 and 399", "at least 19,546", one number where they meet."""
        if low is None and high is None:
            return self.say("no bound")
        if low is None:
            return self.say("at most", high=self.number(high or 0))
        if high is None:
            return self.say("at least", low=self.number(low))
        if low == high:
            return self.number(low)
        return self.say("between", low=self.number(low), high=self.number(high))

    def narrow_bounds(self, low: int | None, high: int | None) -> str:
        """Bounds where there is little room: "388–399"; an open end still takes words."""
        if low is None or high is None or low == high:
            return self.bounds(low, high)
        return f"{self.number(low)}–{self.number(high)}"

    def quoted(self, words: str) -> str:
        """Words as printed, in this language's quotation marks."""
        return self.say("quoted", words=words)

    def indicator(self, name: str) -> str:
        """An indicator's name as this language writes it; an unknown one as it is."""
        return self.language.indicators.get(name, name)

    def place(self, name: str) -> str:
        """A place's name; the whole as this language writes it."""
        return self.language.whole if name == WHOLE else name.replace(";", "; ")


def phrases(lang: str) -> Phrases:
    """The phrases of `lang`, `en` or `uk`.

    Raises:
        WrongUse: for a language without phrases.
    """
    languages = {"en": ENGLISH, "uk": UKRAINIAN}
    if lang not in languages:
        raise WrongUse(f"reports are written in {' or '.join(languages)}, not in {lang!r}")
    return Phrases(languages[lang])
