"""Numbers written out in words, by a generator of the test's own, are read back as the same numbers."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.domain.bounds import Bounds
from tracker.wording.reading import read_value


def listed(words: str) -> list[str]:
    """The words of a list, by the number that each stands at; a full stop holds an empty place."""
    return words.split()


NUMBERS = st.integers(0, 999_999)

EN_SMALL = listed(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
EN_TENS = listed(". . twenty thirty forty fifty sixty seventy eighty ninety")

UK_SMALL = listed(
    "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять чотирнадцять "
    "п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять"
)
UK_TENS = listed(". . двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто")
UK_HUNDREDS = listed(". сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот")
UK_SMALL_OF = listed(
    "нуля одного двох трьох чотирьох п'яти шести семи восьми дев'яти десяти одинадцяти дванадцяти тринадцяти "
    "чотирнадцяти п'ятнадцяти шістнадцяти сімнадцяти вісімнадцяти дев'ятнадцяти"
)
UK_TENS_OF = listed(". . двадцяти тридцяти сорока п'ятдесяти шістдесяти сімдесяти вісімдесяти дев'яноста")
UK_HUNDREDS_OF = listed(". ста двохсот трьохсот чотирьохсот п'ятисот шестисот семисот восьмисот дев'ятисот")

RU_SMALL = listed(
    "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
RU_TENS = listed(". . двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто")
RU_HUNDREDS = listed(". сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот")
RU_SMALL_OF = listed(
    "нуля одного двух трёх четырёх пяти шести семи восьми девяти десяти одиннадцати двенадцати тринадцати "
    "четырнадцати пятнадцати шестнадцати семнадцати восемнадцати девятнадцати"
)
RU_TENS_OF = listed(". . двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста")
RU_HUNDREDS_OF = listed(". ста двухсот трёхсот четырёхсот пятисот шестисот семисот восьмисот девятисот")


def english(number: int) -> str:
    """A number below a million in British English."""
    if number < 20:
        return EN_SMALL[number]
    if number < 100:
        return EN_TENS[number // 10] + (f"-{EN_SMALL[number % 10]}" if number % 10 else "")
    if number < 1_000:
        return f"{EN_SMALL[number // 100]} hundred" + (f" and {english(number % 100)}" if number % 100 else "")
    thousands, rest = divmod(number, 1_000)
    joint = " and " if 0 < rest < 100 else " "
    return f"{english(thousands)} thousand" + (joint + english(rest) if rest else "")


def american(number: int) -> str:
    """A number below a million in American English, which has no "and"."""
    return english(number).replace(" and ", " ")


def slavic(
    small: list[str], tens: list[str], hundreds: list[str], thousand: tuple[str, str, str], feminine: dict[int, str]
) -> Callable[[int], str]:
    """A writer of numbers below a million.

    Args:
        small: the words for 0 to 19.
        tens: the words for the tens, from 20 on.
        hundreds: the words for the hundreds, from 100 on.
        thousand: "thousand" behind one, behind two to four, behind the others.
        feminine: the forms of one and two before "thousand".
    """

    def below_thousand(number: int, forms: dict[int, str]) -> str:
        words = [hundreds[number // 100]] if number >= 100 else []
        number %= 100
        if number >= 20:
            words.append(tens[number // 10])
            number %= 10
        if number or not words:
            words.append(forms.get(number, small[number]))
        return " ".join(words)

    def write(number: int) -> str:
        count, rest = divmod(number, 1_000)
        if not count:
            return below_thousand(rest, {})
        unit = count % 10 if count % 100 not in range(10, 20) else 0
        form = 0 if unit == 1 else 1 if unit in {2, 3, 4} else 2
        words = f"{below_thousand(count, feminine)} {thousand[form]}"
        return f"{words} {below_thousand(rest, {})}" if rest else words

    return write


WRITERS = {
    "English": english,
    "American": american,
    "Ukrainian": slavic(UK_SMALL, UK_TENS, UK_HUNDREDS, ("тисяча", "тисячі", "тисяч"), {1: "одна", 2: "дві"}),
    "Ukrainian, of": slavic(UK_SMALL_OF, UK_TENS_OF, UK_HUNDREDS_OF, ("тисячі", "тисяч", "тисяч"), {1: "однієї"}),
    "Russian": slavic(RU_SMALL, RU_TENS, RU_HUNDREDS, ("тысяча", "тысячи", "тысяч"), {1: "одна", 2: "две"}),
    "Russian, of": slavic(RU_SMALL_OF, RU_TENS_OF, RU_HUNDREDS_OF, ("тысячи", "тысяч", "тысяч"), {1: "одной"}),
}


@pytest.mark.parametrize("language", WRITERS)
@given(number=NUMBERS)
@example(number=0)
@example(number=101_001)
@example(number=212_012)
@example(number=999_999)
def test_a_number_in_words_is_read_as_that_number(language: str, number: int) -> None:
    """Every number below a million, written out, is read back."""
    words = WRITERS[language](number)

    assert Bounds(number, number) == read_value(words).bounds


@pytest.mark.parametrize("language", WRITERS)
def test_every_number_up_to_a_thousand_is_read_in_words(language: str) -> None:
    """No number up to 1,000 has a word that is missing from the lists."""
    wrong = [number for number in range(1_001) if read_value(WRITERS[language](number)).bounds.low != number]

    assert [] == wrong


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", "′", ""])
def test_any_apostrophe_or_none_makes_the_same_number(apostrophe: str) -> None:
    """Ukrainian number words are known whichever apostrophe a page uses, and without one."""
    words = "дев'ятсот п'ятдесят п'ять".replace("'", apostrophe)

    assert Bounds(955, 955) == read_value(words).bounds
