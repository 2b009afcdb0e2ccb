"""Words as printed to the bounds they mean, in English, Ukrainian and Russian."""

import re
from dataclasses import dataclass

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.grammar import meaning
from tracker.wording.lexing import LEXICON, phrase_of
from tracker.wording.marks import Token, tidy, tokens_of

LONGEST = 200
"""How many characters a value may have; more is a sentence."""

# What most pages print: a hedge or none, a numeral in digits, a scale or none. A comma, full stop or apostrophe before
# a scale is left to the grammar, which knows that it may be a decimal mark.
_COMMON = re.compile(
    r"(\D*)(?:"
    r"(0|[1-9]\d{0,2}(?:([ \u00a0\u202f]?)\d{3}(?:\3\d{3}){0,2})?)(?: ([^\W\d_]+)\.?)?"
    r"|([1-9]\d{0,2}([.,'’])\d{3}(?:\6\d{3}){0,2})"
    r")"
)
_MARKS = str.maketrans("", "", " \u00a0\u202f.,'’")
_HEDGES = {"": Hedge.EXACT, **LEXICON.hedges_before()}
_SCALES = LEXICON.scales()


@dataclass(frozen=True, slots=True)
class Reading:
    """What printed words mean.

    Attributes:
        bounds: the whole numbers they allow.
        hedge: the rule that read them.
        adds: whether they are printed as an increment ("another 13", "seven more", "ще 17", "+7"): one reported batch
            unless it is said otherwise.
    """

    bounds: Bounds
    hedge: Hedge
    adds: bool


def read_value(words: str) -> Reading:
    """The meaning of a figure's words as printed.

    Nothing is guessed: a word outside the word lists, a number that can be read in two ways and a second number are
    errors.

    Args:
        words: the number with its hedge, as printed, in English, Ukrainian or Russian.

    Raises:
        UnreadableValue: when the words are no figure, or more than one, or can be read in two ways; the readings are
            then in its `readings`.

    >>> read_value("Fewer than 400").bounds
    Bounds(low=0, high=399)
    >>> read_value("понад 1,2 тис.").bounds
    Bounds(low=1201, high=None)
    """
    common = _COMMON.fullmatch(words)
    return (_read_common(common) if common else None) or _read_any(words)


def _read_common(common: re.Match[str]) -> Reading | None:
    """The reading of words in the common shape; None leaves them to the grammar, which reads them in the same way."""
    before, plain, _, scale, marked, _ = common.groups()
    hedge = _HEDGES.get(before.rstrip().lower())
    factor = _SCALES.get(scale.lower()) if scale else 1
    number = int((plain or marked).translate(_MARKS)) * (factor or 0)
    if hedge is None or not 0 < number < 10**12:
        return None
    return Reading(bounds_of(hedge, number), hedge, adds=False)


def _read_any(words: str) -> Reading:
    try:
        return Reading(*meaning(phrase_of(_tokens(words))))
    except UnreadableValue as error:
        shown = " ".join(words[:LONGEST].split())
        raise UnreadableValue(f'"{shown}" cannot be read: {error}', error.readings) from None


def _tokens(words: str) -> list[Token]:
    if len(words) > LONGEST:
        raise UnreadableValue(f"it is longer than {LONGEST} characters; give the number with its hedge alone")
    tokens = tokens_of(tidy(words))
    if not tokens:
        raise UnreadableValue("there is no number in it; give the number with its hedge")
    return tokens
