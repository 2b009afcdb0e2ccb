"""Tokens to terms: the longest phrase of the word lists at each place."""

import itertools
from collections.abc import Sequence

from tracker.domain.errors import UnreadableValue
from tracker.wording.digits import numeral
from tracker.wording.english import ENGLISH
from tracker.wording.grammar import Phrase
from tracker.wording.marks import Token
from tracker.wording.russian import RUSSIAN
from tracker.wording.ukrainian import UKRAINIAN
from tracker.wording.vocabulary import Kind, Lexicon, Term

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


def phrase_of(tokens: Sequence[Token]) -> Phrase:
    """The terms of a wording.

    Raises:
        UnreadableValue: naming the first word that is in no word list.
    """
    terms: list[Term] = []
    texts: list[str] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found, length = _longest(tokens, at)
        terms += found
        texts += [" ".join(piece.text for piece in tokens[at : at + length])] * len(found)
        at += length
    return _without_links(Phrase(terms, texts))


def _longest(tokens: Sequence[Token], at: int) -> tuple[tuple[Term, ...], int]:
    """The terms of the longest phrase that starts at a place, and how many tokens it takes."""
    token = tokens[at]
    if token.in_digits:
        return (Term(Kind.DIGITS, numeral=numeral(token.text)),), 1
    for length in range(min(LEXICON.longest, len(tokens) - at), 0, -1):
        terms = LEXICON.get(" ".join(token.key for token in tokens[at : at + length]))
        if terms:
            return terms, length
    if token.key in _DASHES:
        return (_DASHES[token.key],), 1
    raise UnreadableValue(_not_understood(tokens, at))


def _not_understood(tokens: Sequence[Token], at: int) -> str:
    known = "print the number with an English, Ukrainian or Russian hedge, or give low and high"
    if sum(token.in_digits for token in tokens) > 1:
        known += "; give one figure at a time"
    return f'"{tokens[at].text}" is not understood; {known}'


def _without_links(phrase: Phrase) -> Phrase:
    """Leave out the hyphens that join a number: twenty-three, two-hundred, half-million, 500-plus."""
    terms = phrase.terms
    kept = [
        place
        for place, term in enumerate(terms)
        if not (term.kind is Kind.DASH and term.value and _is_link(terms[:place], terms[place + 1 :]))
    ]
    return Phrase([terms[place] for place in kept], [phrase.texts[place] for place in kept])


def _is_link(before: Sequence[Term], after: Sequence[Term]) -> bool:
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if left.kind is right.kind is Kind.NUMBER:
        return left.value in range(20, 100, 10) and right.value < 10
    return (left.kind, right.kind) in _LINKS
