"""Likely causes of conflicts, ranked by what the figures show."""

import pytest

from tests.consistency.checks.examples import examined
from tracker.consistency.causes import causes
from tracker.domain.cause import Cause, RankedCause
from tracker.wording.causes import cause_text

RUN = """
    add returned 386 --source S --as-of 2023-09-13
    add returned 388 --source S --as-of 2024-02-01
    add returned 1,233 --source S --as-of 2025-03-04
"""


def ranked(commands: str) -> tuple[RankedCause, ...]:
    """The causes of the only conflict."""
    found = examined(commands)
    (clash,) = found.clashes
    return causes(clash, found)


def facts(commands: str) -> dict[Cause, dict[str, int | str | tuple[int, ...]]]:
    """The facts of each cause."""
    return {cause.kind: dict(cause.facts) for cause in ranked(commands)}


@pytest.mark.parametrize(
    ("commands", "expected"),
    [
        (
            """
            add killed 4,231 --source S --as-of 2024-03-01
            add killed 4,327 --source S --as-of 2024-03-08
            add killed 4,240 --source S --as-of 2024-03-15
            """,
            Cause.SLIP,
        ),
        (
            """
            add abducted 19,546 --source S --as-of 2023-09-13
            add abducted 19,500 --source T --as-of 2024-01-05
            """,
            Cause.ROUNDING,
        ),
        (
            """
            add abducted "more than 19,500" --source S --publisher P --as-of 2023-04-08
            add abducted "almost 19,500" --source S --publisher Q --as-of 2023-04-08
            """,
            Cause.ANOTHER_HEDGE,
        ),
        (RUN + "add returned 386 --source S --publisher P --as-of 2025-04-04", Cause.STALE_COPY),
        (RUN + "add returned 387 --source T --publisher P --as-of 2025-04-04", Cause.ANOTHER_DEFINITION),
        (
            """
            add returned 373 --source S --as-of 2023-06-19
            add returned +31 --source T --as-of 2023-07-16
            add returned +32 --source U --as-of 2023-09-02
            add returned 410 --source S --as-of 2023-10-01
            """,
            Cause.SAME_BATCH,
        ),
        (
            """
            add returned 308 --source S --as-of 2023-03-17
            add returned +15 --source S --as-of 2023-03-21
            add returned 311 --source S --as-of 2023-03-29
            """,
            Cause.LATE_REGISTRATION,
        ),
        (
            """
            add returned 891 --source S --as-of 2024-06-01
            add returned 900 --source S --as-of 2024-07-01
            add returned 386 --source S --as-of 2024-08-01
            add returned 950 --source S --as-of 2024-09-01
            add returned 1,001 --source S --as-of 2024-10-01
            """,
            Cause.ANOTHER_SERIES,
        ),
        (
            """
            add returned-deported 338 --source S --as-of 2024-05-01
            add returned 891 --source S --as-of 2024-05-01
            add returned 338 --source T --as-of 2024-06-01
            """,
            Cause.ANOTHER_DEFINITION,
        ),
    ],
    ids=["slip", "rounding", "hedge", "stale", "jump", "batch", "late", "series", "definition"],
)
def test_the_likeliest_cause_is_told_first(commands: str, expected: Cause) -> None:
    """What the figures speak for most."""
    assert expected is ranked(commands)[0].kind


def test_each_kind_is_told_once_with_what_its_sentence_needs() -> None:
    """In both languages."""
    some = ranked(RUN + "add returned 386 --source S --publisher P --as-of 2025-04-04")

    assert len({cause.kind for cause in some}) == len(some)
    for cause in some:
        for lang in ("en", "uk"):
            assert "tracker " in cause_text(cause.kind, lang, **dict(cause.facts))


def test_a_slip_names_the_figure_and_the_number_meant() -> None:
    """So that it can be compared with the page."""
    slip = """
        add killed 4,231 --source S --as-of 2024-03-01
        add killed 4,327 --source S --as-of 2024-03-08
        add killed 4,240 --source S --as-of 2024-03-15
    """

    assert {"figure": 2, "intended": 4237} == facts(slip)[Cause.SLIP]


def test_a_source_far_below_others_may_count_its_own_part() -> None:
    """Its coverage settles it."""
    part = """
        add returned 1,564 --source S --as-of 2025-08-01
        add returned 1,570 --source T --as-of 2025-08-08
        add returned 83 --source "A mission" --as-of 2025-08-23
    """

    assert {"source": "A mission"} == facts(part)[Cause.OWN_PART]


def test_a_total_that_fits_another_day_is_told() -> None:
    """1,229 would fit some days before."""
    early = """
        add returned 1,220 --source S --as-of 2025-02-01
        add returned 1,233 --source S --as-of 2025-03-04
        add returned 1,229 --source T --publisher P --as-of 2025-03-10
        add returned 1,247 --source S --as-of 2025-03-27
    """

    assert {"figure": 3} == facts(early)[Cause.ANOTHER_DAY]


def test_one_number_with_hedges_that_exclude_each_other_is_told() -> None:
    """With the figures that print it; not of small numbers, nor where the numbers themselves are at odds."""
    hedged = """
        add abducted "at least 20,000" --source S --publisher P --as-of 2023-05-31
        add abducted "almost 20,000" --source S --publisher Q --as-of 2023-08-10
    """

    assert ((1, 2), 20_000) == (
        facts(hedged)[Cause.ANOTHER_HEDGE]["figures"],
        facts(hedged)[Cause.ANOTHER_HEDGE]["shared"],
    )
    assert Cause.ANOTHER_HEDGE not in facts(hedged.replace("almost 20,000", "almost 19,000"))
    assert Cause.ANOTHER_HEDGE not in facts(hedged.replace("20,000", "8"))


def test_a_waiver_is_of_the_finding_that_the_check_reports() -> None:
    """The command that settles it names it."""
    rounded = """
        add abducted 19,546 --source S --as-of 2023-09-13
        add abducted 19,500 --source T --as-of 2024-01-05
    """

    assert str(facts(rounded)[Cause.ROUNDING]["finding"]).startswith("dispute-")
    assert 19_546 == facts(rounded)[Cause.ROUNDING]["rounded"]
