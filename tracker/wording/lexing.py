"""Tokens to terms: the longest phrase of the word lists at each place."""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from tracker.domain.errors import UnreadableValue
from tracker.wording.digits import numeral
from tracker.wording.english import ENGLISH
from tracker.wording.lexicon import Lexicon, Term
from tracker.wording.marks import Token, tidy, tokens_of
from tracker.wording.russian import RUSSIAN
from tracker.wording.ukrainian import UKRAINIAN
from tracker.wording.vocabulary import Kind

LONGEST = 200
"""How many characters a value may have; more is a sentence."""

LEXICON = Lexicon((ENGLISH, UKRAINIAN, RUSSIAN))

_DASHES = {"-": Term(Kind.DASH, 1), "--": Term(Kind.DASH)}
# What a hyphen without spaces joins into one number or hedge, apart from tens and units.
_LINKS = {
    *itertools.product((Kind.NUMBER, Kind.DIGITS), (Kind.SCALE, Kind.AND_INSIDE, Kind.PLUS)),
    *itertools.product((Kind.FRACTION,), (Kind.SCALE, Kind.ARTICLE)),
    *itertools.product((Kind.SCALE,), (Kind.AND_INSIDE, Kind.PLUS)),
    *itertools.product((Kind.AND_INSIDE,), (Kind.NUMBER, Kind.SCALE)),
    (Kind.ARTICLE, Kind.SCALE),
}


def terms_of(words: str) -> list[Term]:
    """The terms of a wording.

    Raises:
        UnreadableValue: where it is longer than any figure or empty, and naming the first word in no word list.
    """
    if len(words) > LONGEST:
        raise UnreadableValue(f"it is longer than {LONGEST} characters; give the number with its hedge alone")
    tokens = tokens_of(tidy(words))
    if not tokens:
        raise UnreadableValue("there is no number in it; give the number with its hedge")
    terms: list[Term] = []
    at = 0
    while at < len(tokens):
        longest = longest_term(tokens, at)
        if longest is None:
            raise UnreadableValue(_not_understood(tokens, at))
        found, length = longest
        text = " ".join(token.text for token in tokens[at : at + length])
        terms += [replace(term, text=text) for term in found]
        at += length
    return without_links(terms)


def longest_term(tokens: Sequence[Token], at: int) -> tuple[tuple[Term, ...], int] | None:
    """The terms of the longest phrase that starts at a place, and how many tokens it takes; None for an unknown word.

    Raises:
        UnreadableValue: for a numeral with more digits than any count of children has.
    """
    token = tokens[at]
    if token.in_digits:
        return (Term(Kind.DIGITS, numeral=numeral(token.text)),), 1
    for length in range(min(LEXICON.longest, len(tokens) - at), 0, -1):
        terms = LEXICON.get(" ".join(token.key for token in tokens[at : at + length]))
        if terms:
            return terms, length
    if token.key in _DASHES:
        return (_DASHES[token.key],), 1
    return None


def _not_understood(tokens: Sequence[Token], at: int) -> str:
    known = "print the number with an English, Ukrainian or Russian hedge, or give low and high"
    if sum(token.in_digits for token in tokens) > 1:
        known += "; give one figure at a time"
    return f'"{tokens[at].text}" is not understood; {known}'


def without_links(terms: Sequence[Term]) -> list[Term]:
    """Leave out the hyphens that join a number: twenty-three, two-hundred, half-million, 500-plus."""
    return [
        term
        for place, term in enumerate(terms)
        if not (
            term.kind is Kind.DASH
            and term.value
            and 0 < place < len(terms) - 1
            and _are_linked(terms[place - 1], terms[place + 1])
        )
    ]


def _are_linked(left: Term, right: Term) -> bool:
    if left.kind is right.kind is Kind.NUMBER:
        return left.value in range(20, 100, 10) and right.value < 10
    return (left.kind, right.kind) in _LINKS
