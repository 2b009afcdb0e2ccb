"""What checks without a proof have to say."""

from datetime import date

import pytest

from tests.factory import day, figure
from tracker.domain.figure import Figure
from tracker.domain.finding import Finding, Severity
from tracker.wording.languages import NBSP, Language
from tracker.wording.remarks import Remark, Said, detail, remark_text, remarks_of

FIGURES: dict[int, Figure] = {
    7: figure("returned", "388", as_of="2024-02-05", since="2024-01-01", published="2024-02-01"),
    9: figure("returned", "410", as_of="2024-04-05"),
}
NUMBERED = {
    Remark.UNEXPLAINED,
    Remark.OLDER_THAN,
    Remark.DIGITS_SWAPPED,
    Remark.DIGIT_ADDED,
    Remark.DIGIT_DROPPED,
    Remark.THOUSANDS_MARK,
    Remark.EXPLAINED,
    Remark.NUMBER_APART,
    Remark.DAYS_APART,
}
DATED = {
    Remark.NO_FIGURE_SINCE,
    Remark.NO_FIGURE_IN,
    Remark.NO_FIGURE_FROM,
    Remark.NO_FIGURE_UNTIL,
    Remark.NO_SUMMARY_OF,
}


def said(remark: Remark) -> Said:
    """The remark with a fact, where it needs one."""
    fact: int | date | None = None
    if remark in NUMBERED:
        fact = 22
    elif remark in DATED:
        fact = day("2024-05-01")
    return Said(remark, fact=fact)


def finding(text: str, *figures: int) -> Finding:
    """A finding that has only remarks."""
    return Finding(
        check="dates",
        severity=Severity.ERROR,
        indicator="returned",
        place="Ukraine",
        sources=("Children of War",),
        figures=figures or (7, 9),
        detail=text,
    )


@pytest.mark.parametrize("lang", Language)
@pytest.mark.parametrize("remark", list(Remark))
def test_every_remark_has_a_sentence(remark: Remark, lang: Language) -> None:
    """One sentence each in both languages, with nothing left blank."""
    text = remark_text(finding(detail(said(remark))), FIGURES, lang)

    assert text.endswith(".")
    assert not text.endswith("..")
    assert "{" not in text


@pytest.mark.parametrize("remark", list(Remark))
def test_a_remark_survives_the_way_through_a_finding(remark: Remark) -> None:
    """What was said is read again from the finding's detail."""
    pair = (said(remark), Said(Remark.NO_URL, figure=9))

    assert remarks_of(detail(*pair)) == pair


@pytest.mark.parametrize(
    ("text", "english", "ukrainian"),
    [
        (
            "published-before-as-of",
            "Figure 7 was published on 1 February 2024, before the day it speaks of (5 February 2024).",
            "Цифру 7 опубліковано (1 лютого 2024 р.) раніше за день, якого вона стосується (5 лютого 2024 р.).",
        ),
        (
            "as-of-in-future",
            "Figure 7 speaks of a day that had not come yet (5 February 2024).",
            "Цифра 7 стосується дня, який ще не настав (5 лютого 2024 р.).",
        ),
        (
            "since-after-as-of",
            "Figure 7 counts from a day (1 January 2024) after the day it counts to (5 February 2024).",
            "Період цифри 7 починається (1 січня 2024 р.) пізніше, ніж закінчується (5 лютого 2024 р.).",
        ),
        (
            "unexplained=22",
            "Between 5 February 2024 and 5 April 2024 the total rose by 22 children more than the recorded batches "
            "explain (figures 7 and 9).",
            "Від 5 лютого 2024 р. до 5 квітня 2024 р. підсумок зріс на 22 дитини більше, ніж пояснюють записані групи "
            "(цифри 7 і 9).",
        ),
        (
            "no-url no-quote",
            "No address is given. No quote is given.",
            "Адреси не вказано. Цитати не наведено.",
        ),
        (
            "no-figure-since=2024-04-01",
            "Children of War: no newer figure since 1 April 2024.",
            "Children of War: немає новіших цифр від 1 квітня 2024 р.",
        ),
    ],
)
def test_remarks_read_as_sentences(text: str, english: str, ukrainian: str) -> None:
    """Figures are called by their numbers, days are written out, sentences end once."""
    assert remark_text(finding(text), FIGURES, Language.EN) == english
    assert remark_text(finding(text), FIGURES, Language.UK).replace(NBSP, " ") == ukrainian


def test_a_finding_without_figures_has_remarks_too() -> None:
    """A month without figures has no figure to name."""
    silent = Finding(
        check="silence",
        severity=Severity.NOTE,
        indicator="returned",
        place="Ukraine",
        sources=(),
        figures=(),
        detail="no-figure-in=2024-05-01",
    )

    assert remark_text(silent, {}, Language.EN) == "No figure speaks of May 2024."


@pytest.mark.parametrize("text", ["nonsense", "no-url=", "no-url@x", "No-Url"])
def test_what_is_not_in_the_table_cannot_be_read(text: str) -> None:
    """The table is closed."""
    with pytest.raises(ValueError, match="no remark of the table"):
        remarks_of(text)


@pytest.mark.parametrize("text", ["unexplained", "no-url=3", "no-figure-in=3", "unexplained=2024-04-01"])
def test_a_remark_takes_the_fact_it_needs_and_no_other(text: str) -> None:
    """A number where it tells a number, a day where it tells a day, else nothing."""
    with pytest.raises(ValueError, match="needs"):
        remarks_of(text)
