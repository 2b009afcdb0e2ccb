"""Numbers, dates and plural forms in the reader's language: English and Ukrainian.

Numbers, month names and plural rules are those of CLDR. They are written out here because a library that carries all
of CLDR costs a plain command more time than everything else it does, and has no words for "in April" in Ukrainian.
"""

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum

from tracker.domain.errors import WrongUse
from tracker.domain.place import KNOWN_PLACES, WHOLE
from tracker.domain.span import Span

NBSP = "\u00a0"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_NOT_ENGLISH = _CYRILLIC
_NOT_UKRAINIAN = re.compile(r"[A-Za-zЫЭЁЪыэёъ]")


class Language(StrEnum):
    """A language that tracker writes."""

    EN = "en"
    UK = "uk"


def language(name: str) -> Language:
    """The language called `name`.

    Raises:
        WrongUse: for a language that tracker does not write.
    """
    try:
        return Language(name)
    except ValueError:
        known = " or ".join(Language)
        raise WrongUse(f"language {name!r} is not known here: write {known}") from None


class Case(StrEnum):
    """The form that a Ukrainian month takes; English has one form for all."""

    OF = "of"  # квітня: "from April", and after a day's number
    IN = "in"  # квітні: "in April"
    BARE = "bare"  # квітень: "April" by itself


_EN_MONTHS = "January February March April May June July August September October November December"
_UK_MONTHS = {
    Case.OF: "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    Case.IN: "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    Case.BARE: "січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень",
}
_UK_YEARS = {Case.OF: "року", Case.IN: "році", Case.BARE: "рік"}


def number(count: int, lang: Language) -> str:
    """A whole number with its thousands marked.

    >>> number(19546, Language.EN)
    '19,546'
    """
    text = f"{count:,}"
    return text if lang is Language.EN else text.replace(",", NBSP)


def plural(count: int, lang: Language, forms: tuple[str, ...]) -> str:
    """The form of a noun that goes with `count`.

    Args:
        count: a whole number, at least 0.
        lang: the language.
        forms: English: one, other; Ukrainian: one, few, many (дитина, дитини, дітей).
    """
    if lang is Language.EN:
        one, other = forms
        return one if count == 1 else other
    one, few, many = forms
    if count % 10 == 1 and count % 100 != 11:
        return one
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return few
    return many


def children(count: int, lang: Language) -> str:
    """So many children, as a subject: "1 child", "22 дитини".

    >>> children(5, Language.EN)
    '5 children'
    """
    forms = ("child", "children") if lang is Language.EN else ("дитина", "дитини", "дітей")
    return f"{number(count, lang)} {plural(count, lang, forms)}"


def by_children(count: int, lang: Language) -> str:
    """By how many children: "by 1 child", "на 1 дитину"."""
    if lang is Language.EN:
        return f"by {children(count, lang)}"
    return f"на {number(count, lang)} {plural(count, lang, ('дитину', 'дитини', 'дітей'))}"


def day(of: date, lang: Language) -> str:
    """A day: 4 April 2024, 4 квітня 2024 р."""
    return f"{of.day} {_month(of, lang, Case.OF)} {_year(of, lang)}"


def month(of: date, lang: Language) -> str:
    """The month of a day, by itself: April 2024, квітень 2024 р."""
    return f"{_month(of, lang, Case.BARE)} {_year(of, lang)}"


def span(of: Span, lang: Language, case: Case = Case.OF) -> str:
    """A day, month, year or span, no more precise than it was written.

    A month reads "April 2024" in English; in Ukrainian it takes the form that `case` asks for: "квітня 2024 р.".
    """
    if of.is_day:
        return day(of.first, lang)
    if _is_month(of):
        return f"{_month(of.first, lang, case)} {_year(of.first, lang)}"
    if _is_year(of):
        return str(of.first.year) if lang is Language.EN else f"{of.first.year} {_UK_YEARS[case]}"
    return days(of.first, of.last, lang)


def when(of: Span, lang: Language) -> str:
    """The time of something that happened: on a day, in a month or year, between two days."""
    if of.is_day:
        return f"on {day(of.first, lang)}" if lang is Language.EN else day(of.first, lang)
    if _is_month(of) or _is_year(of):
        return f"in {span(of, lang)}" if lang is Language.EN else f"у {span(of, lang, Case.IN)}"
    if lang is Language.UK:
        return days(of.first, of.last, lang)
    return days(of.first, of.last, lang).replace("from", "between", 1).replace(" to ", " and ", 1)


def as_of(of: Span, lang: Language) -> str:
    """The day that a running total speaks of; where only a month or a span is known, some day of it."""
    if of.is_day:
        return f"as of {day(of.first, lang)}" if lang is Language.EN else f"станом на {day(of.first, lang)}"
    if lang is Language.UK:
        return f"станом на певний день {span(of, lang)}"
    return f"as of a day {when(of, lang)}"


def days(first: date, last: date, lang: Language) -> str:
    """All days from the first to the last, both included: "from 28 March to 3 April 2024"."""
    if first == last:
        return f"on {day(first, lang)}" if lang is Language.EN else day(first, lang)
    start = day(first, lang)
    if first.year == last.year:
        start = f"{first.day} {_month(first, lang, Case.OF)}"
        if first.month == last.month:
            start = str(first.day)
    return f"from {start} to {day(last, lang)}" if lang is Language.EN else f"від {start} до {day(last, lang)}"


def stretch(start: Span, end: Span, lang: Language) -> str:
    """A stated period, each end as precise as it was written: "from February 2022 to 31 December 2024"."""
    if start.is_day and end.is_day:
        return days(start.first, end.last, lang)
    edges = (_edge(start, lang, last=False), _edge(end, lang, last=True))
    return "from {} to {}".format(*edges) if lang is Language.EN else "від {} до {}".format(*edges)


def opened(after: date, upto: date, lang: Language) -> str:
    """The days after one day's end, up to the end of another."""
    return days(after + timedelta(days=1), upto, lang)


def place(name: str, lang: Language) -> str:
    """A place, or several joined by `;`, for reading; places that have no Ukrainian name stay as they are."""
    return listed([_PLACES_UK.get(part, part) if lang is Language.UK else part for part in name.split(";")], lang)


def listed(parts: list[str], lang: Language) -> str:
    """Several things in one breath: "a, b and c"."""
    joint = " and " if lang is Language.EN else " і "
    return joint.join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def capital(text: str) -> str:
    """The text as the start of a sentence."""
    return text[:1].upper() + text[1:]


def tidy(text: str) -> str:
    """Sentences in which a Ukrainian date's own full stop also ends the sentence."""
    return text.replace(f"{NBSP}р..", f"{NBSP}р.")


def is_foreign(words: str, lang: Language) -> bool:
    """Whether printed words have letters that the language does not write."""
    return bool((_NOT_UKRAINIAN if lang is Language.UK else _NOT_ENGLISH).search(words))


def _month(of: date, lang: Language, case: Case) -> str:
    return (_EN_MONTHS if lang is Language.EN else _UK_MONTHS[case]).split()[of.month - 1]


def _year(of: date, lang: Language) -> str:
    return str(of.year) if lang is Language.EN else f"{of.year}{NBSP}р."


def _is_month(of: Span) -> bool:
    length = calendar.monthrange(of.first.year, of.first.month)[1]
    return of.first.day == 1 and of.last == of.first.replace(day=length)


def _is_year(of: Span) -> bool:
    return of.first == date(of.first.year, 1, 1) and of.last == date(of.first.year, 12, 31)


def _edge(of: Span, lang: Language, *, last: bool) -> str:
    if of.is_day or _is_month(of) or _is_year(of):
        return span(of, lang, Case.OF)
    return day(of.last if last else of.first, lang)


def _ukrainian_names() -> dict[str, str]:
    names = {WHOLE: "Україна"}
    for known in KNOWN_PLACES:
        # the Ukrainian spelling is the first Cyrillic one among the aliases
        names[known.name] = next(alias for alias in known.aliases if _CYRILLIC.search(alias))
    return names


_PLACES_UK = _ukrainian_names()
