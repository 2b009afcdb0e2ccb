"""`tracker check` and `tracker bounds`: what cannot all be true, and what the figures jointly support."""

import pytest

from tests.cli.conftest import Tracker

MINISTRY = '--source "Ministry of Reintegration"'


@pytest.fixture
def contradicted(tracker: Tracker) -> Tracker:
    """A store with a source that contradicts itself."""
    tracker(f"add returned 1,233 {MINISTRY} --as-of 2025-02-01")
    tracker(f"add returned 388 {MINISTRY} --as-of 2025-03-04")
    return tracker


def test_a_contradiction_is_proved_with_its_two_figures(contradicted: Tracker) -> None:
    """The JSON of the contract: what, who, by how much, and the claims that cannot all hold."""
    outcome = contradicted("check --severity error --json")

    assert 1 == outcome.code
    document = outcome.json
    (finding,) = document["findings"]
    assert {
        "check": "contradiction",
        "severity": "error",
        "indicator": "returned",
        "place": "Ukraine",
        "sources": ["Ministry of Reintegration"],
        "figures": [1, 2],
        "misses_by": 845,
        "set_aside": [1],
        "waived": None,
        "proof": [
            {"figure": 1, "claims": "F(2025-02-01) >= 1233"},
            {"figure": 2, "claims": "F(2025-03-04) <= 388"},
        ],
    } == {name: part for name, part in finding.items() if name not in ("id", "message", "causes")}
    assert {"error": 1, "warning": 0, "note": 0, "waived": 0} == document["counts"]
    assert 2 == document["figures"]


def test_the_text_says_the_figures_as_printed_and_the_sum(contradicted: Tracker) -> None:
    """A person reads the words, the sources, the days and by how much they miss."""
    out = contradicted("check").out

    for words in ("1,233", "388", "Ministry of Reintegration", "845"):
        assert words in out


def test_without_a_finding_the_exit_code_is_0(reading: Tracker) -> None:
    """The three figures of the reading can all be true."""
    outcome = reading("check --severity warning --json")

    assert (0, []) == (outcome.code, outcome.json["findings"])


def test_the_least_severity_leaves_out_what_is_less_grave(tracker: Tracker) -> None:
    """A dispute is a warning and no error."""
    tracker("add returned 1,233 --source A --as-of 2025-02-01")
    tracker("add returned 388 --source B --as-of 2025-03-04")

    assert ["dispute"] == [one["check"] for one in tracker("check --severity warning --json").json["findings"]]
    assert 0 == tracker("check --severity error").code


def test_other_indicators_are_left_out(contradicted: Tracker) -> None:
    """Only what was asked for is reported, and counted."""
    outcome = contradicted("check killed --json")

    assert (0, [], 0) == (outcome.code, outcome.json["findings"], outcome.json["figures"])
    assert 2 == contradicted("check retruned").code


def test_the_bounds_of_the_reading_on_its_day(reading: Tracker) -> None:
    """Seven came home to two oblasts, which are part of the whole; fewer than 400 had in all."""
    document = reading("bounds returned --on 2024-04-04 --json").json

    assert {
        "indicator": "returned",
        "place": "Ukraine",
        "source": None,
        "bounds": [{"on": "2024-04-04", "low": 7, "high": 399}],
    } == document


def test_bounds_change_on_the_days_that_the_figures_speak_of(reading: Tracker) -> None:
    """The batch raises the low on its day; after its own day the high is open."""
    assert [
        {"on": "2024-04-03", "low": 7, "high": 399},
        {"on": "2024-04-05", "low": 7, "high": None},
    ] == [row for row in reading("bounds returned --json").json["bounds"] if row["low"]]


def test_a_source_alone_supports_less(reading: Tracker) -> None:
    """From the database alone there is no low."""
    rows = reading("bounds returned --source 'Children of War' --json").json

    assert ("Children of War", [(0, 399), (0, None)]) == (
        rows["source"],
        [(row["low"], row["high"]) for row in rows["bounds"]],
    )


def test_a_day_before_the_first_figure_has_only_a_high(reading: Tracker) -> None:
    """A count never falls: at most 399 later, seven of whom came on 3 April, leaves at most 392 before."""
    assert [{"on": "2020-01-01", "low": None, "high": 392}] == reading("bounds returned --on 2020-01-01 --json").json[
        "bounds"
    ]


def test_no_bounds_is_nothing_found(reading: Tracker) -> None:
    """One line, exit code 1; a typo is wrong use."""
    assert 1 == reading("bounds killed").code
    assert 2 == reading("bounds kiled").code


def test_what_is_set_aside_does_not_bound(contradicted: Tracker) -> None:
    """The bounds rest on figures that can all be true, and the remark says how many do not count."""
    outcome = contradicted("bounds returned --on 2025-03-04")

    assert "388" in outcome.out
    assert "1 figures set aside" in outcome.err


def test_findings_are_told_in_the_reader_s_language(contradicted: Tracker) -> None:
    """The same figures and the same sum, in Ukrainian, as text and in JSON."""
    told = contradicted("check --severity error --lang uk")
    (finding,) = contradicted("check --severity error --lang uk --json").json["findings"]

    assert "не можуть бути правдивими разом" in told.out
    assert "не можуть бути правдивими разом" in finding["message"]
    assert [{"figure": 1, "claims": "F(2025-02-01) >= 1233"}] == finding["proof"][:1]
