"""The word lists of all languages as one: phrases, each with its terms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.domain.hedge import Hedge
from tracker.wording.digits import Numeral
from tracker.wording.vocabulary import Form, Kind, Vocabulary, phrases


@dataclass(frozen=True, slots=True)
class Term:
    """What one word or phrase means to the grammar; `Kind` says which of the other fields count.

    `text` is the word as printed, and empty in the lexicon.
    """

    kind: Kind
    value: int = 0
    hedge: Hedge = Hedge.EXACT
    form: Form = Form.SHORT
    numeral: Numeral | None = None
    text: str = ""


def _entries(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[Term, ...]]]:
    for value, forms in vocabulary.numbers.items():
        number = (Term(Kind.NUMBER, value),)
        yield from ((form, number) for form in forms.split())
    for (value, form), words in vocabulary.scales.items():
        scale = (Term(Kind.SCALE, value, form=form),)
        yield from ((word, scale) for word in words.split())
    for value, patterns in vocabulary.fractions.items():
        fraction = (Term(Kind.FRACTION, value),)
        yield from ((phrase, fraction) for phrase in phrases(patterns))
    for kind, hedges in ((Kind.BEFORE, vocabulary.before), (Kind.AFTER, vocabulary.after)):
        for hedge, patterns in hedges.items():
            term = (Term(kind, hedge=hedge),)
            yield from ((phrase, term) for phrase in phrases(patterns))
    for kind, patterns in vocabulary.parts.items():
        part = (Term(kind, hedge=Hedge.AT_MOST if kind is Kind.UP_TO else Hedge.EXACT),)
        yield from ((phrase, part) for phrase in phrases(patterns))


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
            for phrase, words in vocabulary.aliases.items():
                self._terms[phrase] = tuple(term for word in words.split() for term in self._terms[word])
        self.longest = 1 + max(phrase.count(" ") for phrase in self._terms)

    def get(self, phrase: str) -> tuple[Term, ...] | None:
        """The terms of a phrase, or None where it is in no word list."""
        return self._terms.get(phrase)

    def phrases(self) -> Iterable[str]:
        """Every phrase that has a meaning."""
        return self._terms.keys()
