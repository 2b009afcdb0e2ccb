"""What checks without a proof have to say: a closed table of remarks, in both languages.

A finding carries its remarks as one line of text, `Finding.detail`: each remark is its name, then what it needs:
`published-before-as-of`, `no-url no-quote`, `digits-swapped@12=4237`, `days-apart=3`, `no-figure-since=2024-04-01`.
`@12` names the figure it speaks of; without it, that is the first of the finding's figures. `=` gives a number or a
day.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import Formatter

from tracker.domain.figure import Figure
from tracker.domain.finding import Finding
from tracker.wording.languages import Case, Language, by_children, day, listed, month, number, span, tidy, when


class Remark(StrEnum):
    """One thing that a check without a proof can say."""

    PUBLISHED_BEFORE_AS_OF = "published-before-as-of"
    AS_OF_IN_FUTURE = "as-of-in-future"
    SINCE_AFTER_AS_OF = "since-after-as-of"
    NOT_ITS_OWN = "not-its-own"
    UNEXPLAINED = "unexplained"  # = by how many children
    EXPLAINED = "explained"  # = how many children
    OLDER_THAN = "older-than"  # = the newer figure's number
    DIGITS_SWAPPED = "digits-swapped"  # = the number meant
    DIGIT_ADDED = "digit-added"  # = the number meant
    DIGIT_DROPPED = "digit-dropped"  # = the number meant
    THOUSANDS_MARK = "thousands-mark"  # = the number meant
    MAY_BE_ONE_BATCH = "may-be-one-batch"
    SAME_NUMBER = "same-number"
    NUMBER_APART = "number-apart"  # = by how many children
    SAME_DAY = "same-day"
    DAYS_APART = "days-apart"  # = days
    SAME_PLACE = "same-place"
    PLACES_MEET = "places-meet"
    SAME_SOURCE = "same-source"
    SOURCES_DIFFER = "sources-differ"
    NO_FIGURE_SINCE = "no-figure-since"  # = the last day spoken of
    NO_FIGURE_IN = "no-figure-in"  # = any day of the month
    NO_FIGURE_FROM = "no-figure-from"  # = any day of the first month
    NO_FIGURE_UNTIL = "no-figure-until"  # = any day of the last month
    NO_SUMMARY_OF = "no-summary-of"  # = any day of the month
    NO_URL = "no-url"
    NO_QUOTE = "no-quote"
    NO_ARCHIVE = "no-archive"
    ONE_SOURCE = "one-source"
    NOT_IN_ARCHIVE = "not-in-archive"
    NOT_SEARCHED = "not-searched"


_EN = {
    Remark.PUBLISHED_BEFORE_AS_OF: "Figure {figure} was published {published}, before the day it speaks of ({as_of}).",
    Remark.AS_OF_IN_FUTURE: "Figure {figure} speaks of a day that had not come yet ({as_of}).",
    Remark.SINCE_AFTER_AS_OF: "Figure {figure} counts from a day ({since}) after the day it counts to ({as_of}).",
    Remark.NOT_ITS_OWN: "{publisher} credits figure {figure} to {source}, whose own figures rule it out.",
    Remark.UNEXPLAINED: "Between {earliest} and {latest} the total rose {by_number} more than the recorded batches "
    "explain (figures {figures}).",
    Remark.EXPLAINED: "Children in the batches recorded in between, at most: {number}.",
    Remark.OLDER_THAN: "Figure {figure} repeats words that the newer figure {newer} leaves behind.",
    Remark.DIGITS_SWAPPED: "Read as {number}, with two digits swapped, figure {figure} would agree with the others.",
    Remark.DIGIT_ADDED: "Read as {number}, with one digit fewer, figure {figure} would agree with the others.",
    Remark.DIGIT_DROPPED: "Read as {number}, with one digit more, figure {figure} would agree with the others.",
    Remark.THOUSANDS_MARK: "Read as {number}, with the thousands mark elsewhere, figure {figure} would agree with the "
    "others.",
    Remark.MAY_BE_ONE_BATCH: "Figures {figures} may report one batch; they count once until a person decides.",
    Remark.SAME_NUMBER: "Their numbers are the same.",
    Remark.NUMBER_APART: "Their numbers differ {by_number}.",
    Remark.SAME_DAY: "They speak of the same day.",
    Remark.DAYS_APART: "Days between them: {number}.",
    Remark.SAME_PLACE: "They name the same place.",
    Remark.PLACES_MEET: "The places they name do not tell them apart.",
    Remark.SAME_SOURCE: "They credit the same source.",
    Remark.SOURCES_DIFFER: "They credit different sources, and one may count a part of what another counts.",
    Remark.NO_FIGURE_SINCE: "{sources}: no newer figure since {day}.",
    Remark.NO_FIGURE_IN: "No figure speaks of {month}.",
    Remark.NO_FIGURE_FROM: "Months without a figure begin with {month}.",
    Remark.NO_FIGURE_UNTIL: "They end with {month}.",
    Remark.NO_SUMMARY_OF: "The summary of {month} was due and has not been made.",
    Remark.NO_URL: "No address is given.",
    Remark.NO_QUOTE: "No quote is given.",
    Remark.NO_ARCHIVE: "No copy is archived.",
    Remark.ONE_SOURCE: "{sources} alone stands behind these numbers, however many publishers repeat them.",
    Remark.NOT_IN_ARCHIVE: "The archived copy does not hold the number, neither in digits nor in words.",
    Remark.NOT_SEARCHED: "Whether the archived copy holds the number could not be told.",
}

_UK = {
    Remark.PUBLISHED_BEFORE_AS_OF: "Цифру {figure} опубліковано ({published}) раніше за день, якого вона стосується "
    "({as_of}).",
    Remark.AS_OF_IN_FUTURE: "Цифра {figure} стосується дня, який ще не настав ({as_of}).",
    Remark.SINCE_AFTER_AS_OF: "Період цифри {figure} починається ({since}) пізніше, ніж закінчується ({as_of}).",
    Remark.NOT_ITS_OWN: "{publisher} приписує цифру {figure} джерелу «{source}», чиї власні цифри її виключають.",
    Remark.UNEXPLAINED: "Від {earliest} до {latest} підсумок зріс {by_number} більше, ніж пояснюють записані групи "
    "(цифри {figures}).",
    Remark.EXPLAINED: "Дітей у групах, записаних за цей час, щонайбільше: {number}.",
    Remark.OLDER_THAN: "Цифра {figure} повторює слова, які новіша цифра {newer} уже замінила.",
    Remark.DIGITS_SWAPPED: "Якщо читати {number} (два знаки переставлено), цифра {figure} узгоджуватиметься з рештою.",
    Remark.DIGIT_ADDED: "Якщо читати {number} (на знак менше), цифра {figure} узгоджуватиметься з рештою.",
    Remark.DIGIT_DROPPED: "Якщо читати {number} (на знак більше), цифра {figure} узгоджуватиметься з рештою.",
    Remark.THOUSANDS_MARK: "Якщо читати {number} (роздільник тисяч на іншому місці), цифра {figure} узгоджуватиметься "
    "з рештою.",
    Remark.MAY_BE_ONE_BATCH: "Цифри {figures} можуть говорити про одну групу; доки людина не вирішить, вони "
    "враховуються один раз.",
    Remark.SAME_NUMBER: "Числа збігаються.",
    Remark.NUMBER_APART: "Числа відрізняються {by_number}.",
    Remark.SAME_DAY: "День той самий.",
    Remark.DAYS_APART: "Днів між ними: {number}.",
    Remark.SAME_PLACE: "Місце те саме.",
    Remark.PLACES_MEET: "Названі місця не розрізняють їх.",
    Remark.SAME_SOURCE: "Джерело те саме.",
    Remark.SOURCES_DIFFER: "Джерела різні, і одне може рахувати лише частину того, що рахує інше.",
    Remark.NO_FIGURE_SINCE: "{sources}: немає новіших цифр від {day}.",
    Remark.NO_FIGURE_IN: "Жодна цифра не стосується цього місяця: {month}.",
    Remark.NO_FIGURE_FROM: "Перший місяць без цифр: {month}.",
    Remark.NO_FIGURE_UNTIL: "Останній місяць без цифр: {month}.",
    Remark.NO_SUMMARY_OF: "Зведення за {month} мало бути готове, але його не створено.",
    Remark.NO_URL: "Адреси не вказано.",
    Remark.NO_QUOTE: "Цитати не наведено.",
    Remark.NO_ARCHIVE: "Архівної копії немає.",
    Remark.ONE_SOURCE: "За цими числами стоїть лише {sources}, хоч скільки видань їх повторюють.",
    Remark.NOT_IN_ARCHIVE: "В архівній копії цього числа немає ні цифрами, ні словами.",
    Remark.NOT_SEARCHED: "Чи є це число в архівній копії, з'ясувати не вдалося.",
}

_ONE = re.compile(r"(?P<name>[a-z-]+)(?:@(?P<figure>\d+))?(?:=(?P<fact>\d+|\d{4}-\d\d-\d\d))?")
_NEEDS_NUMBER = {"number", "by_number", "newer"}
_NEEDS_DAY = {"day", "month"}


@dataclass(frozen=True, slots=True)
class Said:
    """A remark with what it needs.

    Attributes:
        remark: what is said.
        figure: the figure it speaks of; None for the first of the finding's figures.
        fact: the number or day it needs, or None.
    """

    remark: Remark
    figure: int | None = None
    fact: int | date | None = None

    def __post_init__(self) -> None:
        blanks = {name for _, name, _, _ in Formatter().parse(_EN[self.remark]) if name}
        needed: type | None = None
        if blanks & _NEEDS_NUMBER:
            needed = int
        elif blanks & _NEEDS_DAY:
            needed = date
        if self.fact is not None if needed is None else not isinstance(self.fact, needed):
            wanted = "no fact" if needed is None else f"one {needed.__name__}"
            raise ValueError(f"the remark {self.remark} needs {wanted}, not {self.fact!r}")

    def __str__(self) -> str:
        figure = "" if self.figure is None else f"@{self.figure}"
        return f"{self.remark}{figure}" + ("" if self.fact is None else f"={self.fact}")


def detail(*remarks: Said) -> str:
    """The remarks as a finding carries them.

    >>> detail(Said(Remark.NO_URL), Said(Remark.DAYS_APART, fact=3))
    'no-url days-apart=3'
    """
    return " ".join(map(str, remarks))


def remarks_of(text: str) -> tuple[Said, ...]:
    """The remarks that a finding's detail holds.

    Raises:
        ValueError: for text that `detail` does not write.
    """
    return tuple(map(_said, text.split()))


def remark_text(finding: Finding, figures: Mapping[int, Figure], lang: Language) -> str:
    """The sentences of a finding's remarks, joined; empty when it has none."""
    table = _EN if lang is Language.EN else _UK
    said = remarks_of(finding.detail)
    return tidy(" ".join(table[one.remark].format_map(_Blanks(one, finding, figures, lang)) for one in said))


def _said(text: str) -> Said:
    match = _ONE.fullmatch(text)
    if match is None or match["name"] not in set(Remark):
        raise ValueError(f"no remark of the table: {text!r}")
    fact: int | date | None = None
    if match["fact"]:
        fact = date.fromisoformat(match["fact"]) if "-" in match["fact"] else int(match["fact"])
    return Said(Remark(match["name"]), int(match["figure"]) if match["figure"] else None, fact)


@dataclass(frozen=True, slots=True)
class _Blanks:
    """What stands in the blanks of a sentence, worked out only where it is asked for."""

    said: Said
    finding: Finding
    known: Mapping[int, Figure]
    lang: Language

    def __getitem__(self, blank: str) -> str:
        return str(getattr(self, blank))

    @property
    def figures(self) -> str:
        return listed(list(map(str, self.finding.figures)), self.lang)

    @property
    def sources(self) -> str:
        return listed(list(self.finding.sources), self.lang)

    @property
    def day(self) -> str:
        return day(self._date, self.lang)

    @property
    def month(self) -> str:
        return month(self._date, self.lang)

    @property
    def number(self) -> str:
        return number(self._count, self.lang)

    @property
    def by_number(self) -> str:
        return by_children(self._count, self.lang)

    @property
    def newer(self) -> str:
        return str(self._count)

    @property
    def figure(self) -> str:
        return str(self._key)

    @property
    def source(self) -> str:
        return self._one.source

    @property
    def publisher(self) -> str:
        return self._one.publisher

    @property
    def as_of(self) -> str:
        return span(self._one.as_of, self.lang, Case.BARE)

    @property
    def since(self) -> str:
        return span(self._one.since, self.lang, Case.BARE) if self._one.since else ""

    @property
    def published(self) -> str:
        return when(self._one.published, self.lang) if self._one.published else ""

    @property
    def earliest(self) -> str:
        return span(min(self.known[key].as_of for key in self.finding.figures), self.lang)

    @property
    def latest(self) -> str:
        return span(max(self.known[key].as_of for key in self.finding.figures), self.lang)

    @property
    def _key(self) -> int:
        return self.finding.figures[0] if self.said.figure is None else self.said.figure

    @property
    def _one(self) -> Figure:
        return self.known[self._key]

    @property
    def _count(self) -> int:
        if not isinstance(self.said.fact, int):
            raise TypeError(f"{self.said} gives no number")
        return self.said.fact

    @property
    def _date(self) -> date:
        if not isinstance(self.said.fact, date):
            raise TypeError(f"{self.said} gives no day")
        return self.said.fact
