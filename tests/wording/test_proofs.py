"""Findings in words."""

import re

import pytest

from tests.factory import day, figure, recorded
from tracker.domain.errors import WrongUse
from tracker.domain.figure import RecordedFigure
from tracker.domain.finding import Finding, Severity, Step
from tracker.wording.languages import NBSP
from tracker.wording.proofs import claim_text, explain_finding, message

FIGURES: dict[int, RecordedFigure] = {
    12: recorded(figure("returned", "fewer than 400", publisher="live news page", published="2024-04-04"), 12),
    31: recorded(figure("returned", "1,233", as_of="2024-02-01", source="Dmytro Lubinets"), 31),
    40: recorded(figure("returned", "+7", as_of="2024-04-03", place="Kherson Oblast"), 40),
    41: recorded(figure("returned", "16", since="2024-01", as_of="2024-02-19"), 41),
    42: recorded(figure("returned-deported", "500", as_of="2024-02-01"), 42),
}
PROOF = (
    Step(figure=31, after=None, upto=day("2024-02-01"), low=1233),
    Step(figure=12, after=None, upto=day("2024-04-04"), high=399),
)


def finding(
    *figures: int,
    proof: tuple[Step, ...] = PROOF,
    detail: str = "",
    set_aside: tuple[int, ...] = (),
) -> Finding:
    """A dispute about returned children."""
    return Finding(
        check="dispute",
        severity=Severity.WARNING,
        indicator="returned",
        place="Ukraine",
        sources=("Children of War", "Dmytro Lubinets"),
        figures=figures or (12, 31),
        misses_by=834 if proof else None,
        proof=proof,
        set_aside=set_aside,
        detail=detail,
    )


def test_a_conflict_is_told_from_headline_to_what_is_set_aside() -> None:
    """Headline, the figures as printed in the order of the proof, the proof, what is set aside."""
    of = finding(set_aside=(12,))

    assert explain_finding(of, FIGURES, "en").splitlines() == [
        f"dispute  returned, Ukraine  (warning, {of.id})",
        "",
        '  31  "1,233"           total  Dmytro Lubinets                          as of 1 February 2024',
        '  12  "fewer than 400"  total  Children of War, read in live news page  as of 4 April 2024, published on '
        "4 April 2024",
        "",
        "  By 1 February 2024 at least 1,233 had returned (figure 31), and the count never falls; but figure 12 says "
        "at most 399 by 4 April 2024. Both cannot be true: they miss by 834 children.",
        "  Set aside, so that the rest can be true together: figure 12.",
    ]


def test_a_conflict_is_told_in_ukrainian() -> None:
    """The same parts in Ukrainian; words stay as printed."""
    of = finding(set_aside=(12, 31))

    assert explain_finding(of, FIGURES, "uk").replace(NBSP, " ").splitlines() == [
        f"dispute  returned, Україна  (застереження, {of.id})",
        "",
        "  31  «1,233»           підсумок  Dmytro Lubinets                            станом на 1 лютого 2024 р.",
        "  12  «fewer than 400»  підсумок  Children of War, у виданні live news page  станом на 4 квітня 2024 р., "
        "опубліковано 4 квітня 2024 р.",
        "",
        "  Станом на 1 лютого 2024 р. було повернуто щонайменше 1 233 (цифра 31), а загальна кількість ніколи не "
        "зменшується; але цифра 12 каже, що станом на 4 квітня 2024 р. – щонайбільше 399. Обидві цифри не можуть бути "
        "правдивими разом: вони розходяться на 834 дитини.",
        "  Відкладено, щоб решта могла бути правдивою разом: цифри 12 і 31.",
    ]


def test_batches_and_periods_show_their_days_and_places() -> None:
    """A figure's line says what span and place it speaks of."""
    lines = explain_finding(finding(40, 41, proof=(), detail="no-url"), FIGURES, "en").splitlines()

    assert lines[2] == '  40  "+7"  batch   Children of War  Kherson Oblast, on 3 April 2024'
    assert lines[3] == '  41  "16"  period  Children of War  from January 2024 to 19 February 2024'


def test_indicators_are_named_where_there_are_several() -> None:
    """A broken relation shows which figure counts what."""
    lines = explain_finding(finding(31, 42, proof=(), detail="no-url"), FIGURES, "en").splitlines()

    assert lines[2].startswith('  31  "1,233"  returned           total')
    assert lines[3].startswith('  42  "500"    returned-deported  total')


def test_a_finding_without_a_proof_says_what_its_check_found() -> None:
    """The remarks stand where a proof would."""
    of = finding(12, proof=(), detail="as-of-in-future")

    assert explain_finding(of, FIGURES, "en").splitlines()[-1] == (
        "  Figure 12 speaks of a day that had not come yet (4 April 2024)."
    )
    assert message(of, FIGURES, "en") == "Figure 12 speaks of a day that had not come yet (4 April 2024)."


def test_a_finding_without_figures_has_no_table() -> None:
    """A month without a figure is a headline and a sentence."""
    of = Finding(
        check="silence",
        severity=Severity.NOTE,
        indicator="returned",
        place="Ukraine",
        sources=(),
        figures=(),
        detail="no-figure-in=2024-05-01",
    )

    assert explain_finding(of, {}, "en").splitlines() == [
        f"silence  returned, Ukraine  (note, {of.id})",
        "",
        "  No figure speaks of May 2024.",
    ]


def test_a_message_is_one_line_with_the_words_as_printed() -> None:
    """Each figure with its words, source and day, then the gap."""
    assert message(finding(), FIGURES, "en") == (
        'Figures 12 ("fewer than 400", Children of War, as of 4 April 2024) and 31 ("1,233", Dmytro Lubinets, as of '
        "1 February 2024) cannot both be true: they miss by 834 children."
    )
    assert message(finding(), FIGURES, "uk").replace(NBSP, " ") == (
        "Цифри 12 («fewer than 400», Children of War, станом на 4 квітня 2024 р.) і 31 («1,233», Dmytro Lubinets, "
        "станом на 1 лютого 2024 р.) не можуть бути правдивими разом: вони розходяться на 834 дитини."
    )


def test_a_message_about_many_figures_stays_short() -> None:
    """Beyond four figures the rest are counted."""
    text = message(finding(12, 31, 40, 41, 42), FIGURES, "en")

    assert text.endswith("and 2 more cannot all be true: they miss by 834 children.")
    assert "\n" not in text


@pytest.mark.parametrize("lang", ["en", "uk"])
def test_a_finding_accuses_nobody(lang: str) -> None:
    """No word of a finding calls a figure false or its source a liar."""
    text = explain_finding(finding(set_aside=(12,)), FIGURES, lang) + message(finding(), FIGURES, lang)

    assert re.findall(r"(?i)false|\blie|liar|wrong|invent|fake|неправд|брех|хибн|вигад|фейк", text) == []


@pytest.mark.parametrize(
    ("step", "claim"),
    [
        (PROOF[0], "F(2024-02-01) >= 1233"),
        (PROOF[1], "F(2024-04-04) <= 399"),
        (
            Step(figure=40, after=day("2024-04-02"), upto=day("2024-04-03"), low=7),
            "F(2024-04-03) - F(2024-04-02) >= 7",
        ),
        (
            Step(figure=41, after=day("2023-12-31"), upto=day("2024-02-19"), high=0),
            "F(2024-02-19) - F(2023-12-31) <= 0",
        ),
    ],
)
def test_a_step_is_told_to_programs_as_an_inequality(step: Step, claim: str) -> None:
    """One bound on the count, or on its growth over a span."""
    assert claim_text(step) == claim


def test_another_language_is_wrong_use() -> None:
    """There are findings in English and Ukrainian only."""
    with pytest.raises(WrongUse, match="write en or uk"):
        explain_finding(finding(), FIGURES, "de")
    with pytest.raises(WrongUse, match="write en or uk"):
        message(finding(), FIGURES, "de")
