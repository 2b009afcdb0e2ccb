"""What holds of the reading of values whatever the words."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.bounds import Bounds
from tracker.domain.errors import UnreadableValue
from tracker.domain.hedge import Hedge, bounds_of
from tracker.wording.english import ENGLISH
from tracker.wording.grammar import meaning
from tracker.wording.lexing import LEXICON, terms_of
from tracker.wording.marks import key_of
from tracker.wording.reading import Reading, read_value
from tracker.wording.russian import RUSSIAN
from tracker.wording.ukrainian import UKRAINIAN
from tracker.wording.vocabulary import expand

SPACES = [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u200a", "\u3000"]
HEDGED = {
    Hedge.EXACT: ("{}", "only {}", "рівно {}", "ровно {}"),
    Hedge.AT_LEAST: ("at least {}", "{}+", "{} or more", "щонайменше {}", "від {}", "не менее {}"),
    Hedge.MORE_THAN: ("more than {}", "over {}", ">{}", "понад {}", "більше ніж {}", "более {}", "свыше {}"),
    Hedge.FEWER_THAN: ("fewer than {}", "less than {}", "<{}", "менше {}", "менее {}"),
    Hedge.AT_MOST: ("up to {}", "at most {}", "≤{}", "до {}", "не більше {}", "не более {}"),
    Hedge.ABOUT: ("about {}", "some {}", "~{}", "{} or so", "близько {}", "около {}", "примерно {}"),
    Hedge.NEARLY: ("nearly {}", "almost {}", "майже {}", "почти {}"),
}
# The words that the grammar gives a part to, and a few that it does not.
WORDS = sorted(
    {
        phrase
        for words in (ENGLISH, UKRAINIAN, RUSSIAN)
        for patterns in (*words.before.values(), *words.after.values(), *words.parts.values())
        for pattern in patterns
        for phrase in expand(pattern)
    }
)
PIECES = st.sampled_from([*WORDS, "-", "–", "+", ",", ".", "<", "%", "of", "and", "to"]) | st.sampled_from(
    ["0", "1", "300", "19,500", "1.5", "1.234", "19,5000", "two", "hundred", "thousands", "тисячі", "сто", "million"]
)


def read_or_refuse(words: str) -> Reading | str:
    """What reading gives: a value, or the message of its refusal."""
    try:
        return read_value(words)
    except UnreadableValue as error:
        return str(error)


@pytest.mark.parametrize("hedge", HEDGED)
@given(number=st.integers(1, 10**11))
def test_a_hedged_number_has_the_bounds_of_the_hedge_table(hedge: Hedge, number: int) -> None:
    """Each way to print a hedge gives the bounds that the table gives the hedge, and names it."""
    expected = Reading(bounds_of(hedge, number), hedge, adds=False)

    assert [expected] * len(HEDGED[hedge]) == [read_value(words.format(f"{number:,}")) for words in HEDGED[hedge]]


@given(number=st.integers(0, 10**12), mark=st.sampled_from([",", ".", "'", "’", "", *SPACES]))
def test_any_thousands_mark_makes_the_same_number(number: int, mark: str) -> None:
    """A count is the same with a comma, a full stop, an apostrophe, any space or nothing between its thousands."""
    assert Bounds(number, number) == read_value(f"{number:,}".replace(",", mark)).bounds


@given(low=st.integers(0, 10**6), more=st.integers(0, 10**6), dash=st.sampled_from(["-", "–", "—", " - ", " to "]))
def test_a_range_runs_from_its_first_number_to_its_second(low: int, more: int, dash: str) -> None:
    """A range has both its numbers as bounds."""
    expected = Reading(Bounds(low, low + more), Hedge.RANGE, adds=False)

    assert expected == read_value(f"{low:,}{dash}{low + more:,}")


@pytest.mark.parametrize(
    "words", ["at least 19,500", "понад 19 тисяч", "another 13", "twenty-three", "19,5000", "mais de 5", "5–7", "ё5"]
)
@given(
    before=st.lists(st.sampled_from([*SPACES, "\n", "\t", "«", '"', "“", "\u200b"])).map("".join),
    after=st.lists(st.sampled_from([*SPACES, "\n", "»", '"', "”", ".", ",", "*", "[2]", "¹"])).map("".join),
)
def test_what_surrounds_a_value_changes_nothing(words: str, before: str, after: str) -> None:
    """Outer spaces, quotes, stops and footnote marks, and capitals, leave the bounds as they are."""
    plain, dressed = read_or_refuse(words), read_or_refuse(f"{before}{words.upper()}{after}")

    assert isinstance(plain, str) is isinstance(dressed, str)
    assert isinstance(plain, str) or plain == dressed


@given(
    words=st.text(max_size=60) | st.lists(PIECES, max_size=7).map(" ".join) | st.lists(PIECES, max_size=5).map("".join)
)
@example(words="between more than 300 and 300")
@example(words="¹" * 150 + "x")
@example(words="9" * 199)
@example(words="\x00")
def test_any_text_is_read_or_refused_in_one_line(words: str) -> None:
    """No text makes the reader fail: it has bounds, or a refusal of one line."""
    outcome = read_or_refuse(words)

    assert isinstance(outcome, Reading) or "\n" not in outcome


@given(
    hedge=st.sampled_from(["", *(phrase for phrase in WORDS)]),
    space=st.sampled_from(["", *SPACES]),
    number=st.from_regex(r"[0-9]{1,3}([ .,'\u00a0\u202f]?[0-9]{3}){0,2}", fullmatch=True),
    scale=st.sampled_from(["", " тисяч", " тис.", " тыс", " million", " hundred", " children", "k", " dozen", "."]),
)
def test_common_shapes_are_read_as_the_grammar_reads_them(hedge: str, space: str, number: str, scale: str) -> None:
    """The short way through common shapes gives what the grammar gives."""
    words = f"{hedge}{space}{number}{scale}"
    try:
        expected: Reading | None = Reading(*meaning(terms_of(words)))
    except UnreadableValue:
        expected = None
    read = read_or_refuse(words)

    assert expected == (read if isinstance(read, Reading) else None)


def test_every_word_of_the_lists_is_in_the_form_in_which_it_is_looked_up() -> None:
    """No listed word has a capital, an apostrophe, ё or a letter of another alphabet, which would never be found."""
    words = {word for phrase in LEXICON.phrases() for word in phrase.split() if word.isalpha()}

    assert [] == [word for word in words if word != key_of(word)]
    assert [] == [word for word in words if mixes_alphabets(word)]


def mixes_alphabets(word: str) -> bool:
    """Whether a word has both Latin and Cyrillic letters."""
    return len({letter.isascii() for letter in word}) > 1
