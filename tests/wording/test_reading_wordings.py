"""Wordings of news pages in three languages, each with the bounds it means."""

import csv
from pathlib import Path

import pytest

from tracker.domain.bounds import Bounds
from tracker.wording.reading import read_value

PUBLISHED = Path(__file__).with_name("wordings.csv")

# One wording a line; behind the bar the number it means, or `low..high` with an open end left out, or `..`;
# a plus before it says that the words are printed as an increment.
DIGITS = """
19,546 | 19546
19.546 | 19546
19 546 | 19546
19'546 | 19546
19’546 | 19546
1,234,567 | 1234567
1.234.567 | 1234567
1 234 567 | 1234567
11752 | 11752
0 | 0
7 | 7
١٩٥٤٦ | 19546
１９５４６ | 19546
"19,546" | 19546
«19 546» | 19546
„19 546“ | 19546
'19,546' | 19546
19,546. | 19546
19,546, | 19546
19,546* | 19546
19,546[3] | 19546
19,546 [12] | 19546
19,546¹ | 19546
19,546 children | 19546
19 546 дітей | 19546
19 546 українських дітей | 19546
19 546 детей | 19546
5-х дітей | 5
17-ти дітей | 17
3-х детей | 3
11-ть дітей | 11
4-ро дітей | 4
19,546 Ukrainian children | 19546
the 19,546 children | 19546
19,546 children in total | 19546
a total of 1,247 children | 1247
1,247 in all | 1247
всього 388 | 388
усього 1 247 дітей | 1247
загалом 388 дітей | 388
лише 388 | 388
рівно 500 | 500
ровно 500 | 500
всего 388 детей | 388
всего лишь 388 | 388
в общей сложности 388 детей | 388
уже 388 | 388
вже 388 дітей | 388
на сьогодні 388 | 388
388 на сьогодні | 388
already 388 | 388
exactly 388 | 388
all 31 | 31
all the 31 children | 31
всі 31 | 31
388 so far | 388
388 to date | 388
a group of 17 children | 17
група з 17 дітей | 17
группа из 17 детей | 17
both | 2
both children | 2
обидва хлопці | 2
Total: 388 | 388
Всього: 388 дітей | 388
Всего: 388 | 388
одразу 11 дітей | 11
zero | 0
no children | 0
жодної дитини | 0
ни одного ребенка | 0
not a single child | 0
"""

SCALES = """
744 тисяч | 744000
16 тис. | 16000
16 тис | 16000
16тис. | 16000
1,2 млн | 1200000
1,2 тис. | 1200
1,25 тис. дітей | 1250
1.6 million | 1600000
1.6m | 1600000
1.6mn | 1600000
1.25 million | 1250000
1.2345 million | 1234500
0.5 million | 500000
0,5 млн | 500000
0.125 million | 125000
19k | 19000
19K | 19000
19.5k | 19500
19к | 19000
19 thousand | 19000
19-thousand | 19000
19 тысяч | 19000
19 тыс. детей | 19000
2 hundred | 200
2 млн дітей | 2000000
1 234 тис. | 1234000
19 thousand 546 | 19546
19 тисяч 546 дітей | 19546
1 million 200 thousand | 1200000
1 млн 200 тис. | 1200000
half a million | 500000
half-a-million | 500000
half million | 500000
half a dozen | 6
a quarter of a million | 250000
three quarters of a million | 750000
пів мільйона | 500000
півмільйона | 500000
пів-мільйона | 500000
полмиллиона | 500000
пол миллиона | 500000
чверть мільйона | 250000
четверть миллиона | 250000
півтори тисячі | 1500
півтора мільйона | 1500000
полторы тысячи | 1500
около полутора тысяч | 1425..1575
one and a half million | 1500000
two and a half thousand | 2500
a million and a half | 1500000
дві з половиною тисячі | 2500
две с половиной тысячи | 2500
2 с половиной тысячи | 2500
½ million | 500000
1½ million | 1500000
a thousand | 1000
one thousand | 1000
тисяча | 1000
тисячу дітей | 1000
тысяча | 1000
тысячу детей | 1000
a hundred | 100
сто | 100
сотня дітей | 100
сотню детей | 100
a million | 1000000
мільйон | 1000000
a dozen | 12
a dozen children | 12
two dozen | 24
two dozen children | 24
дюжина | 12
десяток дітей | 10
два десятки | 20
два десятки дітей | 20
три сотні дітей | 300
три сотни детей | 300
півсотні | 50
полсотни | 50
a couple | 2
a couple of children | 2
a pair of children | 2
a couple of hundred | 200
a couple hundred | 200
пара дітей | 2
пару сотень | 200
пара десятків | 20
hundred thousand | 100000
a hundred thousand | 100000
сто тисяч | 100000
сотня тисяч | 100000
десяток тысяч | 10000
nineteen hundred | 1900
20K+ | 20000..
~19.5k | 19400..19600
понад 19,5 тис. | 19501..
16 тис. 226 дітей | 16226
1 мільйон 234 тисячі | 1234000
тисяча двісті дітей | 1200
близько тисячі двохсот | 1140..1260
более тысячи трёхсот детей | 1301..
понад тисячу двісті дітей | 1201..
півтора десятка дітей | 15
полторы сотни детей | 150
п'ять десятків | 50
дві сотні тисяч | 200000
понад 700 тис. українських дітей | 700001..
more than one thousand two hundred | 1201..
a dozen or so | 11..13
a dozen-plus | 12..
dozen or more children | 12..
a couple thousand | 2000
тысяча с лишним | 1001..
около двух с половиной тысяч | 2400..2600
"""

WORDS = """
seven | 7
Seven | 7
SEVEN | 7
seven children | 7
twenty-three | 23
twenty three | 23
Thirty-one | 31
one hundred and five | 105
one hundred five | 105
a hundred and five children | 105
two-hundred-and-five | 205
nineteen thousand five hundred and forty-six | 19546
nineteen thousand, | 19000
two hundred thousand | 200000
three hundred and five thousand | 305000
three hundred and five thousand and seven | 305007
one million two hundred and thirty-four thousand five hundred and sixty-seven | 1234567
child | 1
a child | 1
one child | 1
a girl | 1
boy | 1
a single child | 1
two girls | 2
two brothers | 2
five young men | 5
дев'ятнадцять тисяч п'ятсот сорок шість | 19546
дев’ятнадцять тисяч пʼятсот сорок шість | 19546
девятнадцать тысяч пятьсот сорок шесть | 19546
двадцять один | 21
двадцять одна дитина | 21
одну | 1
одного хлопчика | 1
одну дівчинку | 1
сімох | 7
двом | 2
трьома | 3
чотирьох | 4
шістьох | 6
вісьмох | 8
десятьох | 10
шести | 6
п'ятеро | 5
п’ятеро | 5
пʼятеро | 5
пятеро | 5
семеро дітей | 7
дев'ятеро | 9
десятеро | 10
одинадцятеро | 11
двоє | 2
троє дітей | 3
четверо | 4
двое | 2
трое | 3
четверых | 4
пятерых | 5
шестерым | 6
восьмерых | 8
девятерых | 9
тринадцяти | 13
чотирнадцятьох дітей | 14
двадцятьох | 20
двадцять трьох дітей | 23
тридцяти п'яти | 35
сорока двух | 42
сорока двох | 42
пятидесяти | 50
п'ятдесяти шести | 56
шістдесятьох | 60
сімдесят | 70
восьмидесяти | 80
дев'яносто дев'ять | 99
девяноста девяти | 99
двухсот | 200
двохсот | 200
трёхсот | 300
трехсот восьмидесяти трех | 383
четыреста | 400
четырёхстах | 400
п'ятсот | 500
шестисот | 600
дев'ятсот сімнадцять | 917
триста вісімдесят вісім дітей | 388
дві тисячі | 2000
двох тисяч | 2000
одна тисяча двісті сорок сім | 1247
тысяча двести сорок семь | 1247
двадцать одна тысяча | 21000
двенадцать тысяч | 12000
дитина | 1
дитину | 1
ребёнок | 1
ребенка | 1
девочку | 1
підліток | 1
дівчинка | 1
двійко дітей | 2
двох братів | 2
трое братьев | 3
одиннадцать украинских детей | 11
трійко дітей | 3
оба мальчика | 2
пʼять дітей | 5
ти́сяча | 1000
тиcяча | 1000
"""

AT_LEAST = """
at least 19,500 | 19500..
At least 19 546 | 19546..
at the very least 300 | 300..
19,500 at least | 19500..
at a minimum 300 | 300..
a minimum of 300 children | 300..
minimum 300 | 300..
minimum of 300 | 300..
300 minimum | 300..
no fewer than 380 | 380..
no less than 380 | 380..
not less than 380 | 380..
not fewer than 380 | 380..
19,500+ | 19500..
19,500 + | 19500..
500-plus | 500..
500 plus | 500..
500+ children | 500..
500 or more | 500..
two or more children | 2..
500 and more | 500..
500 and counting | 500..
>=19500 | 19500..
>= 19500 | 19500..
≥19500 | 19500..
≥ 19,500 | 19500..
at least a thousand | 1000..
at least several hundred | 200..
at least one child | 1..
at least another 13 | +13..
at least 13 more | +13..
as few as 300 | 300..
щонайменше 19 500 | 19500..
принаймні 300 | 300..
не менше 300 | 300..
не менше ніж 300 | 300..
не менше як 300 | 300..
не менш як 300 | 300..
не менш ніж 300 дітей | 300..
мінімум 300 | 300..
як мінімум 300 | 300..
від 300 | 300..
від 300 дітей | 300..
300 і більше | 300..
300 та більше | 300..
300 або більше | 300..
300 чи більше | 300..
щонайменше двоє дітей | 2..
щонайменше дві тисячі | 2000..
не менше тисячі | 1000..
не менее 300 | 300..
не менее чем 300 | 300..
не меньше 300 | 300..
минимум 300 | 300..
как минимум 300 | 300..
по меньшей мере 300 | 300..
по крайней мере 300 детей | 300..
от 300 | 300..
300 и более | 300..
300 или более | 300..
300 и больше | 300..
at least about 300 | 285..
"""

MORE_THAN = """
more than 19,500 | 19501..
More than 7000 | 7001..
over 19,000 | 19001..
above 300 | 301..
exceeds 300 | 301..
exceeding 300 | 301..
exceeded 1,000 | 1001..
upwards of 300 | 301..
north of 300 | 301..
>300 | 301..
> 300 | 301..
just over 300 | 301..
just over a thousand | 1001..
only just over 300 | 301..
a little more than 600 | 601..
only a little more than 600 | 601..
slightly more than 600 | 601..
well over 19,000 | 19001..
far more than 19,000 | 19001..
might exceed 35,000 | 35001..
could exceed 35,000 | 35001..
may be more than 300 | 301..
in excess of 300 | 301..
greater than 300 | 301..
more than a dozen | 13..
more than two dozen children | 25..
more than a thousand | 1001..
over half a million | 500001..
more than 1.6 million | 1600001..
over 19k | 19001..
more than several hundred | 201..
more than an estimated 19,000 | 18051..
понад 19 тисяч | 19001..
Понад 1,2 тис. | 1201..
понад тисячу дітей | 1001..
більше тисячі | 1001..
трохи більше тисячі | 1001..
трохи більше ніж 300 | 301..
більше 300 | 301..
більше ніж 300 | 301..
більше як 300 | 301..
більш як 300 | 301..
більш ніж 300 | 301..
більше за 300 | 301..
понад пів мільйона | 500001..
понад півтори тисячі | 1501..
понад два десятки | 21..
понад сотню дітей | 101..
більше сотні | 101..
перевищила 300 | 301..
значно більше 300 | 301..
300 з гаком | 301..
ще понад 300 | +301..
более 19 тысяч | 19001..
более чем 300 | 301..
больше 300 | 301..
больше чем 300 | 301..
свыше 300 | 301..
более тысячи | 1001..
более тысячи детей | 1001..
чуть более 300 | 301..
чуть больше тысячи | 1001..
немногим более 300 | 301..
несколько более 300 | 301..
намного больше 300 | 301..
превысило 300 | 301..
более полутора тысяч | 1501..
более двух десятков | 21..
более двухсот детей | 201..
триста с лишним | 301..
"""

FEWER_AND_MOST = """
fewer than 400 | 0..399
Fewer than 400 | 0..399
less than 400 | 0..399
under 400 | 0..399
below 400 | 0..399
<400 | 0..399
< 400 | 0..399
a little less than 400 | 0..399
just under 400 | 0..399
not even 400 | 0..399
fewer than a dozen | 0..11
fewer than 1 | 0..0
less than half a million | 0..499999
менше 400 | 0..399
менше ніж 400 | 0..399
менш як 400 | 0..399
менш ніж 400 | 0..399
трохи менше 400 | 0..399
менше тисячі | 0..999
менше двох десятків | 0..19
менее 400 | 0..399
меньше 400 | 0..399
менее чем 400 | 0..399
чуть менее 400 | 0..399
чуть меньше 400 детей | 0..399
менее тысячи | 0..999
at most 400 | 0..400
up to 300,000 | 0..300000
up to 150 000 | 0..150000
up to 300 thousand | 0..300000
up to about 300 | 0..315
up to a million | 0..1000000
no more than 400 | 0..400
not more than 400 | 0..400
maximum 400 | 0..400
a maximum of 400 | 0..400
400 maximum | 0..400
as many as 35,000 | 0..35000
as high as 35,000 | 0..35000
may reach 150,000 | 0..150000
could reach 150,000 | 0..150000
may be as high as 35,000 | 0..35000
could be as many as 35,000 | 0..35000
<=400 | 0..400
≤ 400 | 0..400
400 or fewer | 0..400
400 or less | 0..400
not exceeding 400 | 0..400
до 400 | 0..400
до 400 дітей | 0..400
до 300 тисяч | 0..300000
до тисячі | 0..1000
ще до 300 | +0..300
не більше 400 | 0..400
не більше ніж 400 | 0..400
не більш як 400 | 0..400
щонайбільше 400 | 0..400
максимум 400 | 0..400
може сягати 150 тисяч | 0..150000
не перевищує 400 | 0..400
400 або менше | 0..400
не более 400 | 0..400
не более чем 400 | 0..400
не больше 400 | 0..400
до 400 детей | 0..400
до 300 тысяч | 0..300000
может достигать 150 тысяч | 0..150000
не превышает 400 | 0..400
"""

ABOUT = """
about 19,500 | 19400..19600
around 20,000 | 19000..21000
some 19,500 | 19400..19600
some 300 children | 285..315
roughly 20,000 | 19000..21000
approximately 19,500 | 19400..19600
approx. 19,500 | 19400..19600
circa 500 | 475..525
ca. 500 | 475..525
c. 500 | 475..525
an estimated 16,000 | 15200..16800
estimated 16,000 | 15200..16800
~500 | 475..525
~ 500 | 475..525
≈500 | 475..525
500 or so | 475..525
in the region of 500 | 475..525
close to 500 | 475..525
only about 2,000 | 1900..2100
about 6 | 5..7
about a thousand | 950..1050
another 500 or so | +475..525
about 7 more | +6..8
nearly 20,000 | 19000..19999
almost 600 | 570..599
almost 19 500 | 19400..19499
just shy of 400 | 380..399
close on 20,000 | 19000..19999
just short of 400 | 380..399
almost a hundred | 95..99
nearly half a million | 475000..499999
близько 20 тисяч | 19000..21000
близько тисячі | 950..1050
близько 1,5 тис. | 1425..1575
приблизно 500 | 475..525
500 приблизно | 475..525
орієнтовно 500 | 475..525
десь 500 | 475..525
десь близько 500 | 475..525
біля 500 | 475..525
майже 20 тисяч | 19000..19999
майже тисяча | 950..999
майже дві тисячі | 1900..1999
майже пів мільйона | 475000..499999
около 20 тысяч | 19000..21000
около тысячи | 950..1050
около ста | 95..105
примерно 500 | 475..525
приблизительно 500 | 475..525
порядка 500 | 475..525
где-то 500 | 475..525
почти 20 тысяч | 19000..19999
почти тысяча | 950..999
почти двести | 190..199
"""

RANGES = """
380 to 383 | 380..383
380 or 383 | 380..383
either 380 or 383 | 380..383
200,000-300,000 | 200000..300000
200,000–300,000 | 200000..300000
200,000 — 300,000 | 200000..300000
200 000 – 300 000 | 200000..300000
5-7 | 5..7
200-300 thousand | 200000..300000
200–300 тисяч | 200000..300000
200–300 тыс. | 200000..300000
1.5-2 million | 1500000..2000000
1,5–2 млн | 1500000..2000000
200 to 300 thousand | 200000..300000
19,000 to 20 thousand | 19000..20000
500,000 to 1.5 million | 500000..1500000
900 to a thousand | 900..1000
two hundred to three hundred thousand | 200000..300000
two to three hundred | 200..300
two to three hundred thousand | 200000..300000
two or three | 2..3
a child or two | 1..2
1 or 2 children | 1..2
5 to 7 more children | +5..7
300 or more, but fewer than 400 | 300..399
between 200-300 | 200..300
about between 200 and 300 | 190..315
від сотні до тисячі | 100..1000
від 19 до 20 тисяч | 19000..20000
сорок-п'ятдесят дітей | 40..50
близько 1500–2000 | 1425..2100
до 300–400 | 0..400
two or three children | 2..3
two-three | 2..3
between 200 and 300 | 200..300
between 200 and 300 children | 200..300
between one hundred and two hundred | 100..200
between one hundred and fifty and two hundred | 150..200
between two and three thousand | 2000..3000
between 260,000 and nearly 700,000 | 260000..699999
somewhere between 200 and 300 | 200..300
from 200 to 300 | 200..300
anywhere from 200 to 300 thousand | 200000..300000
from 200 up to 300 | 200..300
roughly 19,000–20,000 | 18050..21000
around 200,000–300,000 | 190000..315000
about 200 to 300 | 190..315
about 200 to about 300 | 190..315
200–300 or so | 190..315
200-300 or more | 200..
200-300 or fewer | 0..300
between 200 and 300 or so | 190..315
nearly 200 to 300 | 190..300
від 5 до 7 щонайменше | 5..
at least 200–300 | 200..
at least 13 and as many as 46 | 13..46
at least 380 but no more than 400 | 380..400
more than 380 but fewer than 400 | 381..399
up to 200-300 | 0..300
another 5-7 | +5..7
від 200 до 300 | 200..300
від 200 до 300 тисяч | 200000..300000
від 200 тис. до 300 тис. | 200000..300000
від двох до трьох тисяч | 2000..3000
від понад 200 до майже 300 | 201..299
між 200 і 300 | 200..300
між 200 та 300 | 200..300
між двома і трьома сотнями | 200..300
200 чи 300 | 200..300
дві-три тисячі | 2000..3000
двісті-триста дітей | 200..300
п'ять-шість дітей | 5..6
двадцять – тридцять | 20..30
двоє чи троє | 2..3
не менше 300, але не більше 400 | 300..400
ще 5–7 дітей | +5..7
от 200 до 300 | 200..300
от 200 до 300 тысяч | 200000..300000
между 200 и 300 | 200..300
между 200 и 300 тысячами | 200000..300000
два-три | 2..3
двести-триста тысяч | 200000..300000
200 или 300 | 200..300
не менее 300, но не более 400 | 300..400
"""

OPEN = """
several | 2..
several children | 2..
a few | 2..
only a few | 2..
a few children | 2..
a number of children | 2..
a handful of children | 2..
several hundred | 200..
several hundred children | 200..
a few dozen | 24..
several dozen | 24..
several thousand | 2000..
several tens of thousands | 20000..
tens of thousands | 10000..
tens of thousands of children | 10000..
hundreds of thousands | 100000..
hundreds | 100..
hundreds of children | 100..
dozens | 12..
dozens of children | 12..
thousands | 1000..
thousands of Ukrainian children | 1000..
tens | 10..
millions | 1000000..
many thousands of children | 1000..
several more children | +2..
a few more | +2..
dozens more | +12..
кілька | 2..
кілька дітей | 2..
декілька дітей | 2..
кількох дітей | 2..
кілька сотень | 200..
кількасот дітей | 200..
кілька десятків дітей | 20..
кілька тисяч | 2000..
кілька десятків тисяч | 20000..
десятки дітей | 10..
сотні дітей | 100..
тисячі дітей | 1000..
тисячі | 1000..
десятки тисяч дітей | 10000..
сотні тисяч | 100000..
ще кілька дітей | +2..
несколько детей | 2..
нескольких детей | 2..
несколько сотен | 200..
несколько тысяч | 2000..
десятки | 10..
десятки детей | 10..
сотни детей | 100..
тысячи детей | 1000..
десятки тысяч | 10000..
сотни тысяч детей | 100000..
unknown | ..
unspecified | ..
the number is unknown | ..
an unknown number | ..
an unknown number of children | ..
невідомо | ..
невідома кількість дітей | ..
неизвестно | ..
неизвестное количество детей | ..
"""

INCREMENTS = """
another 13 | +13
another 13 children | +13
Another eleven | +11
another child | +1
another dozen | +12
yet another 13 | +13
13 more | +13
seven more | +7
three more young men | +3
two more boys | +2
7 more children | +7
seven children more | +7
an additional 13 | +13
additional 13 | +13
a further 13 | +13
13 others | +13
+7 | +7
+ 7 | +7
plus 7 | +7
ще 17 | +17
Ще 17 дітей | +17
іще 17 | +17
ще семеро | +7
ще одна дитина | +1
ще одну дитину | +1
додатково 17 | +17
плюс 7 | +7
ще щонайменше 17 | +17..
ещё 17 | +17
еще 17 детей | +17
ещё пятеро | +5
еще один ребенок | +1
дополнительно 17 | +17
"""

OWN = [
    tuple(part.strip() for part in line.split(" | "))
    for block in (DIGITS, SCALES, WORDS, AT_LEAST, MORE_THAN, FEWER_AND_MOST, ABOUT, RANGES, OPEN, INCREMENTS)
    for line in block.strip().splitlines()
]


def bounds_from(text: str) -> Bounds:
    """Read the test's own notation for bounds."""
    low, dots, high = text.removeprefix("+").partition("..")
    return Bounds(int(low) if low else None, int(high) if high else None) if dots else Bounds(int(low), int(low))


@pytest.mark.parametrize(("words", "meant"), OWN)
def test_words_of_news_pages_are_read_to_their_bounds(words: str, meant: str) -> None:
    """Each wording has the bounds beside it, and is an increment where a plus says so."""
    reading = read_value(words)

    assert (bounds_from(meant), meant.startswith("+")) == (reading.bounds, reading.adds)


def published() -> list[tuple[str, Bounds]]:
    """The published wordings with the bounds that a person gave them by hand."""
    with PUBLISHED.open(encoding="utf-8", newline="") as file:
        return [
            (row["value"], Bounds(int(row["low"]) if row["low"] else None, int(row["high"]) if row["high"] else None))
            for row in csv.DictReader(file)
        ]


@pytest.mark.parametrize(("words", "coded"), published())
def test_published_wordings_are_read_as_a_person_coded_them(words: str, coded: Bounds) -> None:
    """Each published wording has the bounds a person gave it; where only a ceiling was coded, the low is 0."""
    expected = Bounds(0, coded.high) if coded.low is None else coded
    if words == "between 260,000 and nearly 700,000":  # the person left the vague end open
        expected = Bounds(260_000, 699_999)

    assert expected == read_value(words).bounds
