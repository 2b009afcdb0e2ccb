"""Wordings that are refused, because they are no figure, two figures, or can be read in two ways."""

import pytest

from tracker.domain.errors import UnreadableValue
from tracker.wording.reading import read_value

# One wording a line; behind the bar what the message must name.
REFUSED = """
mais de 700 mil | "mais" is not understood
près de 200 000 | "près" is not understood
environ 1 200 | "environ" is not understood
mehr als 19.000 | "mehr" is not understood
etwa 20.000 | "etwa" is not understood
ponad 19 tys. | "ponad" is not understood
casi 1.000 | "casi" is not understood
podrían ser 200.000 | "podrían" is not understood
mitu tuhat | "mitu" is not understood
milliers | "milliers" is not understood
mille | "mille" is not understood
omkring 19.500 | "omkring" is not understood
約1万9500人 | "約" is not understood
2名 | "名" is not understood
બે લાખથી વધુ | is not understood
seven families | "families" is not understood
17-year-old | "year" is not understood
17-річний | "річний" is not understood
5th | "th" is not understood
5% | "%" is not understood
19 percent | "percent" is not understood
$500 | "$" is not understood
№ 5 | "№" is not understood
5/13 | "/" is not understood
19,546? | "?" is not understood
(19,546) | "(" is not understood
about 300 this year | "this" is not understood
300 from Kherson | "Kherson" is not understood
12 children and 3 adults | "adults" is not understood
31 since April | "since" is not understood
5 on Monday | "on" is not understood
barely 300 | "barely" is not understood
scores of children | "scores" is not understood
10³ | "³" is not understood
19·546 | "·" is not understood
19_546 | "_" is not understood
19e3 | "e" is not understood
0x13 | is not understood
NaN | "NaN" is not understood
n/a | "n" is not understood
many children | "many" is not understood
кожна п'ята дитина | "кожна" is not understood
сьома дитина | "сьома" is not understood
семью | "семью" is not understood
на 13 більше | "на" is not understood
п'ять родин | "родин" is not understood
пять семей | "семей" is not understood
три роки | "роки" is not understood
5 з 13 | "з" is not understood
5 из 13 | "из" is not understood
5 of 13 | more than one number
five of the children | does not fit
one of them | "them" is not understood
some of the children | no number
31 + 4 | more than one number
5 and 13 | more than one number
5, 13 | "," is not understood
5 13 | two side by side
19, 546 | "," is not understood
two boys and a girl | does not fit
none | "none" is not understood
no | "no" is not understood
5 min | does not fit
between more than 300 and 300 | no number is from 301 to 300
300 випадків | "випадків" is not understood
one in five | "in" is not understood
two-thirds | "thirds" is not understood
three times more | "times" is not understood
20-odd | "odd" is not understood
багато дітей | "багато" is not understood
много детей | "много" is not understood
one or several | number at each end
тисячі півтори | does not fit
300 (at least) | "(" is not understood
19 т. | "т" is not understood
один із них | "із" is not understood
two boys and girls | does not fit
twenty thirty | more than one number
twenty 5 | more than one number
seven eight | more than one number
five hundred hundred | more than one number
двадцять тридцять | more than one number
двадцать пять шесть | more than one number
тисяч двадцять | more than one number
200 to 300 to 400 | more than one number
1-2-3 | more than one number
10-20 or 30 | more than one number
-5 | negative
−7 | negative
- 5 | negative
–7 | negative
minus five | negative
мінус п'ять | negative
минус 5 | negative
about -5 | negative
 | no number
   | no number
"" | no number
… | no number
children | no number
дітей | no number
another | no number
more than | no number
at least | no number
ще | no number
the | no number
a | no number
тис. | no number
half | no number
half the children | no number
дети | no number
+ | no number
some children | no number
from 300 | does not fit
300 not | "not" is not understood
more 300 | does not fit
300 over | does not fit
children 300 | does not fit
дітей 300 | does not fit
300 to | does not fit
between 200 | does not fit
between 200 and | does not fit
between 300 and 200 | 300 is above 200
300-200 | 300 is above 200
383 or 380 | 383 is above 380
від 300 до 200 | 300 is above 200
19,500-600 | 19,500 is above 600
2023-24 | 2,023 is above 24
nearly 0 to 5 | below 0
several thousand million billion | more than any count
fewer than 0 | below 0
<0 | below 0
almost 0 | below 0
менше нуля | below 0
at least at most 300 | do not go together
more than fewer than 300 | do not go together
almost about 300 | do not go together
at least 300 at most | do not go together
nearly 300 or more | do not go together
over 300 or fewer | do not go together
about several | open above
up to several hundred | open above
майже кілька сотень | open above
dozens to hundreds | number at each end
several to ten | number at each end
999999999999999999 | more than any count
1,000,000,000,001 | more than any count
2000 billion | more than any count
5000 млрд | more than any count
99999999999999999999999999 | more than any count
12,34,567 | 1,234,567
0500 | 500
007 | 7
0,500 | 500
1.234 of | does not fit
1,23,456 | 123,456
1.5 children | 15 or 1,500
"""

# One wording a line; behind the bar its readings.
AMBIGUOUS = """
19,5000 | 19,500; 195,000
19.5000 | 19,500; 195,000
at least 19,5000 | 19,500; 195,000
1 2345 | 1,234; 12,345
1'2345 | 1,234; 12,345
1234,567 | 1,234; 1,234,567
1,234.567 | 1,234; 1,234,567
1.234,567 | 1,234; 1,234,567
19.546,000 | 19,546; 19,546,000
19 546,000 | 19,546; 19,546,000
19,54 | 1,954; 19,540
19.5 | 195; 19,500
about 19.5 | 195; 19,500
1,2 | 12; 1,200
19546.0 | 19,546; 195,460
1.234 тис. | 1,234; 1,234,000
1,234 thousand | 1,234; 1,234,000
понад 1,234 тис. | 1,234; 1,234,000
1,250 млн | 1,250,000; 1,250,000,000
1.234 million | 1,234,000; 1,234,000,000
19,500k | 19,500; 19,500,000
1.5 or 1.234 million | 1,234,000; 1,234,000,000
1,200 to 2 million | 1,200 to 2,000,000; 1,200,000 to 2,000,000
1.234 or 1.5 million | 1,234 to 1,500,000; 1,234,000 to 1,500,000
19 to 20 thousand 500 | 19 to 20,500; 19,000 to 20,500
"""


def lines(block: str) -> list[tuple[str, str]]:
    """The wordings of a block, each with what stands behind its bar."""
    return [
        (words, told.strip()) for words, _, told in (line.partition(" |") for line in block.strip("\n").splitlines())
    ]


@pytest.mark.parametrize(("words", "named"), lines(REFUSED))
def test_what_is_no_single_figure_is_refused_with_its_reason(words: str, named: str) -> None:
    """Each wording is refused in one line that names what is wrong with it."""
    with pytest.raises(UnreadableValue) as refusal:
        read_value(words)

    assert named in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(("words", "readings"), lines(AMBIGUOUS))
def test_what_can_be_read_in_two_ways_is_refused_with_both_readings(words: str, readings: str) -> None:
    """Each wording is refused with the readings it can have, in the message too."""
    with pytest.raises(UnreadableValue) as refusal:
        read_value(words)

    assert readings == "; ".join(refusal.value.readings)
    assert all(reading in str(refusal.value) for reading in refusal.value.readings)


def test_a_refusal_shows_the_words_and_asks_for_low_and_high() -> None:
    """A value in another language is refused by the word not understood, with the way out."""
    with pytest.raises(UnreadableValue) as refusal:
        read_value("mais de 700 mil")

    assert (
        '"mais de 700 mil" cannot be read: "mais" is not understood; '
        "print the number with an English, Ukrainian or Russian hedge, or give low and high"
    ) == str(refusal.value)


def test_a_whole_page_is_refused_without_being_printed() -> None:
    """A text far longer than a figure is refused, and the message shows only its beginning."""
    with pytest.raises(UnreadableValue) as refusal:
        read_value("5 children " * 10_000)

    assert "longer than 200 characters" in str(refusal.value)
    assert len(str(refusal.value)) < 400
