"""Texts and bytes changed at random, by seeded dice; most stay near to what a reader takes, where it is most to err."""

import random
from collections.abc import Sequence
from typing import TypeVar

PATIENCE = 1.0  # seconds of work on one case; a thousand times what is usual

Text = TypeVar("Text", str, bytes)

# What has a meaning to one reader or another, or to the databases behind them.
ODD = (
    "0123456789,.'’-–—/+<>≤≥~%½¹²٣๔Ⅻ五 \u00a0\u202f\u200b\u202e\ufeff\u0301\t\n\r\x00\x1b\u2028\x85;\"'=@|\\{}[]()*_🙂й"
)


def mutated(dice: random.Random, text: Text, others: Sequence[Text], odd: Sequence[Text]) -> Text:
    """A text with one to four changes: something put in, dropped, replaced, doubled, swapped, or taken from another.

    Args:
        dice: what decides.
        text: what is changed.
        others: texts to take pieces from.
        odd: single characters to put in.
    """
    for _ in range(dice.randint(1, 4)):
        start, end = sorted(dice.randint(0, len(text)) for _ in range(2))
        short = min(end, start + 3)
        match dice.randrange(6):
            case 0:
                text = text[:start] + dice.choice(odd) + text[start:]
            case 1:
                text = text[:start] + text[short:]
            case 2:
                text = text[:start] + dice.choice(odd) + text[start + 1 :]
            case 3:
                text = text[:end] + text[start:end] + text[end:]
            case 4:
                text = text[:start] + text[end:] + text[start:end]
            case _:
                other = dice.choice(others)
                at = dice.randint(0, len(other))
                text = text[:start] + other[at : at + dice.randint(1, 12)] + text[short:]
    return text


def require_one_line(refusal: Exception) -> None:
    """A refusal is one line for a person."""
    assert str(refusal).strip()
    assert 1 == len(str(refusal).split("\n"))
