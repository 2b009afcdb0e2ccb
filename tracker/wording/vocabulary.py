"""The shape of a language's word list; light, since every command that reads a value loads it."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from tracker.domain.hedge import Hedge


class Kind(Enum):
    """The part that a word plays in a wording."""

    NUMBER = auto()  # a number word; `value`
    DIGITS = auto()  # a numeral in digits; `numeral`
    SCALE = auto()  # hundred, thousand, dozen; `value` and `form`
    SEVERAL = auto()
    FRACTION = auto()  # half, quarter: needs a scale; `value` in hundredths
    AND_HALF = auto()  # "and a half"
    BEFORE = auto()  # a hedge that stands before its number; `hedge`
    AFTER = auto()  # a hedge that stands after it
    AROUND = auto()  # a hedge that stands on either side
    BETWEEN = auto()
    FROM = auto()
    SINCE_AT_LEAST = auto()  # від, от: "from", and by itself "at least"
    TO = auto()
    UP_TO = auto()  # до: "to" in a range, else "up to"
    OR = auto()
    AND = auto()
    AND_INSIDE = auto()  # English "and", which also stands inside a number
    BUT = auto()
    DASH = auto()
    PLUS = auto()  # before a number an increment, after it "or more"
    MINUS = auto()
    FILLER = auto()  # changes nothing
    ARTICLE = auto()
    OF = auto()
    PERSON = auto()  # a noun in the singular: by itself it is one
    PEOPLE = auto()  # other nouns and their adjectives: skipped after the number
    ADDS = auto()  # another, ще
    MORE = auto()  # "more" after its number
    UNKNOWN = auto()


class Form(Enum):
    """What a scale word is when no number stands before it."""

    ONE = auto()  # a thousand
    MANY = auto()  # thousands
    ONE_OR_MANY = auto()  # тисячі: "of a thousand" after a hedge, else "thousands"
    SHORT = auto()  # тис.: nothing


Patterns = Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of one language.

    A pattern is words with one space between; `a|b` is a choice, `_` a space inside a choice, `?` after a word makes
    it optional. Words are written as `marks.key_of` gives them: lower case, no apostrophes, е for ё.

    Attributes:
        numbers: the forms of each number word.
        scales: the forms of each scale word, by value and form.
        before: hedges before their number.
        after: hedges after it; one listed in both may stand on either side.
        parts: patterns for every other part that a word can play.
        fractions: patterns for half, quarter and one and a half, by value in hundredths.
        aliases: phrases that mean what other words of the list do.
    """

    numbers: Mapping[int, str]
    scales: Mapping[tuple[int, Form], str]
    before: Mapping[Hedge, Patterns]
    after: Mapping[Hedge, Patterns]
    parts: Mapping[Kind, Patterns]
    fractions: Mapping[int, Patterns]
    aliases: Mapping[str, str]


def forms(stem: str, endings: str) -> str:
    """The forms of a word that differ in their ending only.

    >>> forms("пят", "ь и")
    'пять пяти'
    """
    return " ".join(f"{stem}{ending}" for ending in endings.split())


def expand(pattern: str) -> Iterator[str]:
    """Every phrase that a pattern stands for.

    >>> list(expand("not less|fewer than?"))
    ['not less than', 'not less', 'not fewer than', 'not fewer']
    """
    if not ("|" in pattern or "?" in pattern or "_" in pattern):
        yield pattern
        return
    slots = [[*slot.rstrip("?").split("|"), *([""] if slot.endswith("?") else [])] for slot in pattern.split()]
    for choice in itertools.product(*slots):
        yield " ".join(filter(None, choice)).replace("_", " ")


def phrases(patterns: Patterns) -> Iterator[str]:
    """Every phrase that any of the patterns stands for."""
    return itertools.chain.from_iterable(map(expand, patterns))
