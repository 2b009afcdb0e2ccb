"""Proofs in plain arithmetic."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factory import day, figure
from tracker.domain.figure import Figure
from tracker.domain.finding import Step
from tracker.wording.arithmetic import proof_text
from tracker.wording.languages import NBSP, Language, by_children

EN, UK = Language


def step(number: int, upto: str, *, after: str | None = None, low: int | None = None, high: int | None = None) -> Step:
    """One premise, with days as text."""
    return Step(figure=number, after=day(after) if after else None, upto=day(upto), low=low, high=high)


def told(steps: list[Step], lang: Language = EN, **cells: Figure) -> str:
    """The proof, for figures of one count except those that `cells` gives as `figure_3=...`."""
    figures = {one.figure: cells.get(f"figure_{one.figure}", figure()) for one in steps}
    return proof_text(steps, figures, lang).replace(NBSP, " ")


TWO_TOTALS = [step(31, "2024-02-01", low=1233), step(12, "2024-04-04", high=399)]
BATCHES = [
    step(1, "2023-09-13", low=386),
    step(2, "2023-12-06", after="2023-12-05", low=8),
    step(3, "2024-02-19", after="2023-12-31", low=16),
    step(4, "2024-04-04", high=399),
]
SEVERAL_HIGHS = [
    step(3, "2024-05-01", low=120),
    step(2, "2024-06-01", after="2024-03-01", high=10),
    step(1, "2024-03-01", high=100),
]
OVERLAPPING = [
    step(1, "2024-03-01", low=100),
    step(4, "2024-03-01", after="2024-02-01", high=10),
    step(2, "2024-06-01", after="2024-02-01", low=50),
    step(3, "2024-06-01", high=120),
]


def test_two_totals_of_which_the_later_is_lower() -> None:
    """An earlier floor above a later ceiling: the count never falls."""
    assert told(TWO_TOTALS) == (
        "By 1 February 2024 at least 1,233 had returned (figure 31), and the count never falls; but figure 12 says at "
        "most 399 by 4 April 2024. Both cannot be true: they miss by 834 children."
    )
    assert told(TWO_TOTALS, UK) == (
        "Станом на 1 лютого 2024 р. було повернуто щонайменше 1 233 (цифра 31), а загальна кількість ніколи не "
        "зменшується; але цифра 12 каже, що станом на 4 квітня 2024 р. – щонайбільше 399. Обидві цифри не можуть бути "
        "правдивими разом: вони розходяться на 834 дитини."
    )


def test_two_totals_of_one_day() -> None:
    """On one day nothing rests on the count's never falling."""
    assert told([step(1, "2024-04-04", low=400), step(2, "2024-04-04", high=399)]) == (
        "By 4 April 2024 at least 400 had returned (figure 1); but figure 2 says at most 399 by 4 April 2024. Both "
        "cannot be true: they miss by 1 child."
    )


def test_batches_are_added_to_the_total_they_follow() -> None:
    """The sum and its day are told before the ceiling."""
    assert told(BATCHES) == (
        "By 13 September 2023 at least 386 had returned (figure 1); then at least 8 more on 6 December 2023 (figure "
        "2) and at least 16 more from 1 January to 19 February 2024 (figure 3). That makes at least 410 by 19 February "
        "2024, and the count never falls; but figure 4 says at most 399 by 4 April 2024. They cannot all be true: they "
        "miss by 11 children."
    )
    assert told(BATCHES, UK) == (
        "Станом на 13 вересня 2023 р. було повернуто щонайменше 386 (цифра 1); потім ще щонайменше 8 (цифра 2) 6 "
        "грудня 2023 р. і ще щонайменше 16 (цифра 3) від 1 січня до 19 лютого 2024 р. Разом це щонайменше 410 станом "
        "на 19 лютого 2024 р., а загальна кількість ніколи не зменшується; але цифра 4 каже, що станом на 4 квітня "
        "2024 р. – щонайбільше 399. Усі ці цифри не можуть бути правдивими разом: вони розходяться на 11 дітей."
    )


def test_a_batch_larger_than_the_period_it_lies_in() -> None:
    """Without a total on either side, spans alone are compared."""
    steps = [
        step(1, "2024-01-05", after="2024-01-04", low=20),
        step(2, "2024-01-31", after="2023-12-31", high=15),
    ]

    assert told(steps) == (
        "On 5 January 2024 at least 20 returned (figure 1); but figure 2 says at most 15 from 1 to 31 January 2024. "
        "Both cannot be true: they miss by 5 children."
    )


def test_periods_add_up_against_a_period() -> None:
    """A sum of spans has no day of its own."""
    steps = [
        step(1, "2024-01-31", after="2023-12-31", low=20),
        step(2, "2024-02-29", after="2024-01-31", low=30),
        step(3, "2024-12-31", after="2023-12-31", high=45),
    ]

    assert "(figure 2). That makes at least 50; but figure 3 says at most 45 from 1 January to 31 December 2024." in (
        told(steps)
    )


def test_several_ceilings_are_added_up() -> None:
    """A total and the most that came after it leave too little room."""
    assert told(SEVERAL_HIGHS) == (
        "By 1 May 2024 at least 120 had returned (figure 3). But the most there can have been is 100 by 1 March 2024 "
        "(figure 1) and 10 more from 2 March to 1 June 2024 (figure 2), which makes at most 110. They cannot all be "
        "true: they miss by 10 children."
    )
    assert told(SEVERAL_HIGHS, UK).endswith(
        "Але найбільше могло бути 100 (цифра 1) станом на 1 березня 2024 р. і ще 10 (цифра 2) від 2 березня до 1 "
        "червня 2024 р., тобто разом щонайбільше 110. Усі ці цифри не можуть бути правдивими разом: вони розходяться "
        "на 10 дітей."
    )


def test_floors_that_overlap_are_not_called_a_count() -> None:
    """Where days are counted twice, the sums are told as sums, and that they may be compared."""
    assert told(OVERLAPPING) == (
        "By 1 March 2024 at least 100 had returned (figure 1); and at least 50 from 2 February to 1 June 2024 (figure "
        "2). Added up, that is at least 150. But the most there can have been is 120 by 1 June 2024 (figure 3) and 10 "
        "from 2 February to 1 March 2024 (figure 4); added up, that is at most 130, and no day is counted more often "
        "on the one side than on the other. They cannot all be true: they miss by 20 children."
    )


def test_a_part_is_told_to_lie_within_its_whole() -> None:
    """Where the figures speak of several places, each is named, and why they may be compared."""
    text = told(BATCHES, figure_3=figure(place="Kherson Oblast"))

    assert "(figure 3, Kherson Oblast)" in text
    assert "but figure 4 (Ukraine) says" in text
    assert "What is counted in Kherson Oblast is counted in Ukraine too." in text


def test_a_declared_relation_is_told() -> None:
    """Where the figures speak of several indicators, each is named, and why they may be compared."""
    steps = [step(3, "2024-05-01", low=400), step(1, "2024-05-01", high=388)]
    of = figure("returned-deported", "400")

    assert told(steps, figure_3=of) == (
        "By 1 May 2024 at least 400 had returned after deportation (figure 3, returned-deported); but figure 1 "
        "(returned) says at most 388 by 1 May 2024. Every child counted as returned-deported is counted as returned "
        "too. Both cannot be true: they miss by 12 children."
    )
    assert "Кожну дитину, враховану як returned-deported, враховано і як returned." in told(steps, UK, figure_3=of)


@pytest.mark.parametrize(
    "steps",
    [
        [],
        [step(1, "2024-04-04", low=400)],
        [step(1, "2024-04-04", high=400)],
        [step(1, "2024-04-04", low=400), step(2, "2024-04-04", high=400)],
    ],
)
def test_steps_that_prove_nothing_are_an_error(steps: list[Step]) -> None:
    """No sentence claims a conflict that the numbers do not show."""
    with pytest.raises(ValueError, match="prove nothing"):
        told(steps)


@st.composite
def chains(draw: st.DrawFn) -> list[Step]:
    """A total, batches after it one by one, and a total below their sum."""
    days = draw(st.lists(st.integers(1, 60), min_size=1, max_size=6, unique=True))
    lows = [draw(st.integers(1, 500)) for _ in days]
    start = date(2024, 1, 1)
    at = [start + timedelta(days=number) for number in sorted(days)]
    steps = [Step(figure=1, after=None, upto=at[0], low=lows[0])]
    for number, (on, low) in enumerate(zip(at[1:], lows[1:], strict=True), 2):
        steps.append(Step(figure=number, after=on - timedelta(days=1), upto=on, low=low))
    high = draw(st.integers(0, sum(lows) - 1))
    return [*steps, Step(figure=99, after=None, upto=at[-1], high=high)]


@given(chains(), st.sampled_from(Language))
def test_every_figure_and_the_gap_are_told(steps: list[Step], lang: Language) -> None:
    """Whatever the proof, each of its figures is named and the gap is that of the steps."""
    text = proof_text(steps, {one.figure: figure() for one in steps}, lang)
    gap = sum(one.low or 0 for one in steps) - sum(one.high or 0 for one in steps)

    assert [one.figure for one in steps if f" {one.figure}" not in text] == []
    assert text.endswith(f"{by_children(gap, lang)}.")
    assert ".." not in text
