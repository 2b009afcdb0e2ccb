"""The shape of a language's word list, and all word lists together as one lexicon."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from tracker.domain.hedge import Hedge
from tracker.wording.digits import Numeral


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


@dataclass(frozen=True, slots=True)
class Term:
    """What one word or phrase means to the grammar; `Kind` says which of the other fields count."""

    kind: Kind
    value: int = 0
    hedge: Hedge = Hedge.EXACT
    form: Form = Form.SHORT
    numeral: Numeral | None = None


Patterns = Iterable[str]


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
        fractions: the forms of half, quarter and one and a half, by value in hundredths.
        compounds: phrases that stand for several terms, or for a number.
    """

    numbers: Mapping[int, str]
    scales: Mapping[tuple[int, Form], str]
    before: Mapping[Hedge, Patterns]
    after: Mapping[Hedge, Patterns]
    parts: Mapping[Kind, Patterns]
    fractions: Mapping[int, str]
    compounds: Mapping[str, tuple[Term, ...]] = field(default_factory=dict)


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


def _entries(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Term, ...]]]:
    for value, forms in vocabulary.numbers.items():
        number = (Term(Kind.NUMBER, value),)
        yield from ((form, number) for form in forms.split())
    for (value, form), words in vocabulary.scales.items():
        scale = (Term(Kind.SCALE, value, form=form),)
        yield from ((word, scale) for word in words.split())
    for value, words in vocabulary.fractions.items():
        fraction = (Term(Kind.FRACTION, value),)
        yield from ((word, fraction) for word in words.split())
    for kind, hedges in ((Kind.BEFORE, vocabulary.before), (Kind.AFTER, vocabulary.after)):
        for hedge, patterns in hedges.items():
            term = (Term(kind, hedge=hedge),)
            yield from ((phrase, term) for pattern in patterns for phrase in expand(pattern))
    for kind, patterns in vocabulary.parts.items():
        part = (Term(kind, hedge=Hedge.AT_MOST if kind is Kind.UP_TO else Hedge.EXACT),)
        yield from ((phrase, part) for pattern in patterns for phrase in expand(pattern))
    yield from vocabulary.compounds.items()


def _on_either_side(phrase: str, one: Term, other: Term) -> Term:
    if one.hedge is not other.hedge or not {one.kind, other.kind} <= {Kind.BEFORE, Kind.AFTER, Kind.AROUND}:
        raise ValueError(f"{phrase!r} stands in the word lists with two meanings")
    return Term(Kind.AROUND, hedge=one.hedge)


class Lexicon:
    """The phrases of several languages, each with its terms."""

    def __init__(self, vocabularies: Iterable[Vocabulary]) -> None:
        self._terms: dict[str, tuple[Term, ...]] = {}
        for vocabulary in vocabularies:
            for phrase, terms in _entries(vocabulary):
                known = self._terms.setdefault(phrase, terms)
                if known != terms:
                    self._terms[phrase] = (_on_either_side(phrase, known[0], terms[0]),)
        self.longest = 1 + max(phrase.count(" ") for phrase in self._terms)

    def get(self, phrase: str) -> tuple[Term, ...] | None:
        """The terms of a phrase, or None where it is in no word list."""
        return self._terms.get(phrase)

    def hedges_before(self) -> dict[str, Hedge]:
        """Every phrase that is a hedge when it stands before a number, with the hedge."""
        return {
            phrase: terms[0].hedge
            for phrase, terms in self._terms.items()
            if terms[0].kind in {Kind.BEFORE, Kind.AROUND, Kind.UP_TO}
        }

    def scales(self) -> dict[str, int]:
        """Every scale word, with its value."""
        return {
            phrase: terms[0].value
            for phrase, terms in self._terms.items()
            if len(terms) == 1 and terms[0].kind is Kind.SCALE
        }
