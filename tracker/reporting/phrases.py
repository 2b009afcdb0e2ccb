"""How reports write numbers, dates, bounds and set phrases, in the language wanted."""

from datetime import date

from tracker.domain.span import Span
from tracker.reporting.english import ENGLISH
from tracker.reporting.ukrainian import UKRAINIAN
from tracker.wording import languages
from tracker.wording.languages import NBSP, Language

_VOCABULARIES = {Language.EN: ENGLISH, Language.UK: UKRAINIAN}


class Phrases:
    """The set phrases of one language, and its way to write numbers, dates and bounds.

    Numbers and dates hold together: their parts are joined by no-break spaces.

    Attributes:
        language: which one.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self._vocabulary = _VOCABULARIES[language]

    def say(self, key: str, **values: str) -> str:
        """The phrase called `key` with its blanks filled."""
        return languages.tidy(self._vocabulary.words[key].format(**values))

    def count(self, key: str, number: int) -> str:
        """The phrase called `key` for `number` things: "1 figure", "2 figures"."""
        return self.say(f"{key} one") if number == 1 else self.say(key, n=self.number(number))

    def claims(self, *, public: bool) -> str:
        """What published claims are not, and where it is for the public that confidential sources are left out."""
        return f"{self.say('claims')} {self.say('public')}" if public else self.say("claims")

    def number(self, number: int) -> str:
        """A whole number with thousands marks: 19,546 in English, 19 546 in Ukrainian."""
        return languages.number(number, self.language)

    def day(self, day: date) -> str:
        """A day for reading: 26 February 2026, 26 лютого 2026 р."""
        return languages.day(day, self.language).replace(" ", NBSP)

    def days(self, first: date, last: date) -> str:
        """All days from `first` to `last`, for reading."""
        if first == last:
            return self.day(first)
        return self.say("days", first=self.day(first), last=self.day(last))

    def span(self, span: Span) -> str:
        """A day, month, year or span for reading, no more precise than it was written."""
        if "/" in span.text:
            return self.days(span.first, span.last)
        return languages.span(span, self.language, languages.Case.BARE).replace(" ", NBSP)

    def short_days(self, first: date, last: date) -> str:
        """Days in little room: 26 Feb 2026, Feb 2026, or 2026 where nothing more is known."""
        month = f"{self._vocabulary.short_months[last.month - 1]}{NBSP}{last.year}"
        if first == last:
            return f"{last.day}{NBSP}{month}"
        if first.year != last.year:
            return f"{first.year}–{last.year}"
        return month if first.month == last.month else str(last.year)

    def tick(self, day: date, *, days: bool) -> str:
        """What stands below the time axis, above the year: a month, with its day where single days are marked."""
        month = self._vocabulary.short_months[day.month - 1]
        return f"{day.day}{NBSP}{month}" if days else month

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
        return f"“{words}”" if self.language is Language.EN else f"«{words}»"

    def listed(self, parts: list[str]) -> str:
        """Several things in one breath: "a, b and c"."""
        return languages.listed(parts, self.language)

    def indicator(self, name: str) -> str:
        """An indicator's name as this language writes it; an unknown one as it is."""
        return self._vocabulary.indicators.get(name, name)

    def place(self, name: str) -> str:
        """A place, or several joined by `;`, for reading."""
        return languages.place(name, self.language)


def phrases(lang: str) -> Phrases:
    """The phrases of `lang`, `en` or `uk`.

    Raises:
        WrongUse: for a language that tracker does not write.
    """
    return Phrases(languages.language(lang))
