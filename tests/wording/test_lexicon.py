"""The word lists as one lexicon."""

from dataclasses import replace

import pytest

from tracker.domain.hedge import Hedge
from tracker.wording.english import ENGLISH
from tracker.wording.lexicon import Lexicon, Term
from tracker.wording.russian import RUSSIAN
from tracker.wording.ukrainian import UKRAINIAN
from tracker.wording.vocabulary import Kind, Vocabulary

NO_WORDS = Vocabulary(numbers={}, scales={}, before={}, after={}, parts={}, fractions={}, aliases={})


def test_a_phrase_with_two_meanings_is_a_fault_in_the_word_lists() -> None:
    """A word listed as a number and as a filler is reported when the lists are put together."""
    clash = replace(NO_WORDS, numbers={7: "seven"}, parts={Kind.FILLER: ("seven",)})

    with pytest.raises(ValueError, match="'seven' stands in the word lists with two meanings"):
        Lexicon((clash,))


def test_a_hedge_listed_before_and_after_stands_on_either_side() -> None:
    """One hedge that is listed for both places of a number may stand in both."""
    both = replace(NO_WORDS, before={Hedge.ABOUT: ("roughly",)}, after={Hedge.ABOUT: ("roughly",)})

    assert (Term(Kind.AROUND, hedge=Hedge.ABOUT),) == Lexicon((both,)).get("roughly")


def test_an_alias_means_what_its_words_mean() -> None:
    """A word that joins two stands for both, one after the other."""
    half = replace(
        NO_WORDS, numbers={100: "сто"}, parts={Kind.SEVERAL: ("кілька",)}, aliases={"кількасот": "кілька сто"}
    )

    assert (Term(Kind.SEVERAL), Term(Kind.NUMBER, 100)) == Lexicon((half,)).get("кількасот")


def test_no_word_of_the_three_languages_has_two_meanings() -> None:
    """The word lists go together in whatever order they come."""
    orders = [(ENGLISH, UKRAINIAN, RUSSIAN), (RUSSIAN, UKRAINIAN, ENGLISH)]

    first, second = (Lexicon(order) for order in orders)

    assert {phrase: first.get(phrase) for phrase in first.phrases()} == {
        phrase: second.get(phrase) for phrase in second.phrases()
    }
