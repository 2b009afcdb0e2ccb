"""Whether a printed number occurs in a longer text, in digits or in words of English, Ukrainian or Russian."""

import re
from collections.abc import Iterator, Sequence

from tracker.domain.errors import UnreadableValue
from tracker.wording.digits import Numeral
from tracker.wording.digits import numeral as numeral_of
from tracker.wording.lexicon import Term
from tracker.wording.lexing import LEXICON, longest_term, without_links
from tracker.wording.marks import Token, plain, tokens_of
from tracker.wording.numerals import NumberReader
from tracker.wording.vocabulary import Kind

_UNKNOWN = Term(Kind.OR)  # stands for a word of no list, and is no part of a number
_STARTS = frozenset({Kind.DIGITS, Kind.NUMBER, Kind.SCALE, Kind.FRACTION, Kind.SEVERAL})
_SPACES = re.compile(r"[^\S\n]+")
_EDGES = re.compile(r"\W*(.*?)\W*", re.DOTALL)


def occurs(value: str, text: str) -> bool:
    """Whether all numbers that a figure's words print occur in a text; words without a number, word for word.

    A number occurs however it is written: 19,546 as 19 546, and seven as 7. Nothing but the number is compared: neither
    the hedge nor what the text counts.

    >>> occurs("at least 19,500", "понад 19,5 тис. дітей"), occurs("388", "In 2024, 3,880 children"), occurs("388", "")
    (True, False, False)
    """
    numbers = numbers_in(value)
    if numbers:
        return numbers <= numbers_in(text)
    words = _folded(value)
    return bool(words) and words in _folded(text)


def numbers_in(text: str) -> set[int]:
    """All whole numbers that a text prints, each in every reading that it allows.

    Digits side by side are one number where they are grouped in threes, and else several: a table may have lost its
    lines. Words may run over the end of a line, digits not.

    >>> sorted(numbers_in("On 3 April seven children returned, 388 of 19 546"))
    [3, 7, 388, 19546]
    """
    lines = (_SPACES.sub(" ", line).strip() for line in plain_lines(text))
    terms = without_links(list(_terms(tokens_of("\n".join(lines)))))
    found: set[int] = set()
    at = 0
    while at < len(terms):
        if terms[at].kind not in _STARTS:
            at += 1
            continue
        reader = NumberReader(terms, at)
        try:
            quantity = reader.quantity()
            if quantity and quantity.floor is None:
                found |= quantity.alone()
        except UnreadableValue:
            pass  # digits that are no whole number, such as a decimal
        at = max(reader.at, at + 1)
    return found


def plain_lines(text: str) -> Iterator[str]:
    """The lines of a text with plain digits, spaces and marks."""
    return map(plain, text.splitlines())


def _terms(tokens: Sequence[Token]) -> Iterator[Term]:
    at = 0
    while at < len(tokens):
        if tokens[at].in_digits:
            yield from _digits(tokens[at].text)
            at += 1
            continue
        found = longest_term(tokens, at) if tokens[at].key in _FIRST_WORDS else None
        terms, length = found or ((_UNKNOWN,), 1)
        yield from terms
        at += length


def _digits(text: str) -> Iterator[Term]:
    """A numeral, or where it is none, the parts that spaces divide it into."""
    whole = _numeral(text)
    for numeral in [whole] if whole and whole.plain is not None else map(_numeral, text.split(" ")):
        yield Term(Kind.DIGITS, numeral=numeral) if numeral else _UNKNOWN


def _numeral(text: str) -> Numeral | None:
    try:
        return numeral_of(text)
    except UnreadableValue:  # more digits than any count has, such as a telephone number
        return None


def _folded(text: str) -> str:
    words = " ".join(" ".join(plain_lines(text)).casefold().split())
    match = _EDGES.fullmatch(words)
    return match[1] if match else ""


_FIRST_WORDS = frozenset(phrase.split(" ", 1)[0] for phrase in LEXICON.phrases()) | {"-", "--"}
