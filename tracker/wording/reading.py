"""Words as printed to the bounds they mean, in English, Ukrainian and Russian."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.english import ENGLISH
from tracker.wording.russian import RUSSIAN
from tracker.wording.ukrainian import UKRAINIAN
from tracker.wording.vocabulary import Kind, phrases

# What most pages print: a hedge or none, a numeral in digits, a scale or none. A comma, full stop or apostrophe before
# a scale is left to the grammar, which knows that it may be a decimal mark.
_COMMON = re.compile(
    r"(\D*)(?:"
    r"(0|[1-9]\d{0,2}(?:([ \u00a0\u202f]?)\d{3}(?:\3\d{3}){0,2})?)(?: ([^\W\d_]+)\.?)?"
    r"|([1-9]\d{0,2}([.,'’])\d{3}(?:\6\d{3}){0,2})"
    r")"
)
_LANGUAGES = (ENGLISH, UKRAINIAN, RUSSIAN)


class Reading(NamedTuple):
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


@cache
def _hedges() -> dict[str, Hedge]:
    """Every phrase that is a hedge when it stands before a number."""
    hedges = {"": Hedge.EXACT}
    for words in _LANGUAGES:
        hedges |= {phrase: hedge for hedge, patterns in words.before.items() for phrase in phrases(patterns)}
        hedges |= dict.fromkeys(phrases(words.parts[Kind.UP_TO]), Hedge.AT_MOST)
    return hedges


@cache
def _scales() -> dict[str, int]:
    """Every scale word, with its value."""
    return {
        word: value for words in _LANGUAGES for (value, _), scales in words.scales.items() for word in scales.split()
    }


def _read_common(common: re.Match[str]) -> Reading | None:
    """The reading of words in the common shape; None leaves them to the grammar, which reads them in the same way."""
    before, plain, space, scale, marked, mark = common.groups()
    hedge = _hedges().get(before.rstrip().lower()) if before else Hedge.EXACT
    factor = _scales().get(scale.lower(), 0) if scale else 1
    digits = marked.replace(mark, "") if marked else plain.replace(space, "") if space else plain
    number = int(digits) * factor
    if hedge is None or not 0 < number < 10**12:
        return None
    return Reading(bounds_of(hedge, number), hedge, adds=False)


@lru_cache(maxsize=4096)  # a file repeats its wordings
def _read_any(words: str) -> Reading:
    # Loaded here, since most values are in the common shape and never need it.
    from tracker.wording.grammar import meaning  # noqa: PLC0415 - see the line above
    from tracker.wording.lexing import LONGEST, terms_of  # noqa: PLC0415 - as above

    try:
        return Reading(*meaning(terms_of(words)))
    except UnreadableValue as error:
        shown = " ".join(words[:LONGEST].split())
        raise UnreadableValue(f'"{shown}" cannot be read: {error}', error.readings) from None
