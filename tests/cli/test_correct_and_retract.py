"""`tracker correct` and `tracker retract`: what is in force changes, what was recorded stays."""

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker


def shown(tracker: Tracker, number: int) -> dict[str, object]:
    """The columns of a figure that were given at its recording."""
    left_out = ("id", "recorded_at", "history")
    return {name: cell for name, cell in tracker(f"show {number} --json").json.items() if name not in left_out}


def test_only_what_is_given_changes(reading: Tracker) -> None:
    """All other fields stay as they were, and what changed is told."""
    before = shown(reading, 3)

    outcome = reading('correct 3 --value eight --because "a child was left out"')

    assert (0, True) == (outcome.code, "value: seven → eight" in outcome.out)
    assert before | {"value": "eight", "low": 8, "high": 8, "status": "corrected"} == shown(reading, 3)


def test_every_field_can_be_corrected(reading: Tracker) -> None:
    """By the option named after its column."""
    assert (
        0
        == reading(
            "correct 3 --indicator killed --value 5 --basis period --since 2024-01-01 --as-of 2024-02-01 --source A "
            "--publisher B --published 2024-02-02 --place Crimea --url https://example.org/ --quote q --note n "
            "--archive-url https://example.org/copy --retrieved 2024-02-03 --because why"
        ).code
    )
    assert {
        "indicator": "killed",
        "value": "5",
        "basis": "period",
        "as_of": "2024-02-01",
        "since": "2024-01-01",
        "source": "A",
        "publisher": "B",
        "published": "2024-02-02",
        "place": "Crimea",
        "url": "https://example.org/",
        "quote": "q",
        "note": "n",
        "low": 5,
        "high": 5,
        "hedge": "exact",
        "status": "corrected",
        "archive": "",
        "archive_url": "https://example.org/copy",
        "retrieved": "2024-02-03",
        "in_archive": None,
    } == shown(reading, 3)


def test_an_empty_text_clears_a_field(reading: Tracker) -> None:
    """A date, a place."""
    reading('correct 3 --published "" --place "" --because "not said"')

    assert (None, "Ukraine") == (shown(reading, 3)["published"], shown(reading, 3)["place"])


def test_a_first_hand_figure_stays_first_hand(tracker: Tracker) -> None:
    """Where the source itself was read, another source is read itself, unless a publisher is given."""
    tracker("add returned 388 --source 'Childen of War' --as-of 2024-02-01")
    tracker("correct 1 --source 'Children of War' --because typo")

    assert ("Children of War", "Children of War") == (shown(tracker, 1)["source"], shown(tracker, 1)["publisher"])


def test_words_of_another_language_keep_their_coded_bounds(tracker: Tracker) -> None:
    """What tracker cannot read is not read again."""
    rows = "indicator,value,source,as_of,low,high\nreturned,rund vierhundert,A,2024-02-01,380,420\n"
    Path("coded.csv").write_text(rows, encoding="utf-8")
    tracker("import coded.csv")

    assert 0 == tracker("correct 1 --as-of 2024-02-02 --because why").code
    after = shown(tracker, 1)
    assert (380, 420, "coded", "2024-02-02") == (after["low"], after["high"], after["hedge"], after["as_of"])


def test_the_archive_stays(reading: Tracker) -> None:
    """A saved page is evidence for the corrected figure too."""
    Path("page.html").write_text("<p>388</p>", encoding="utf-8")
    reading("add returned 388 --source A --as-of 2024-02-01 --archive page.html")
    reading("correct 4 --note seen --because why")

    assert hashlib.sha256(b"<p>388</p>").hexdigest() == reading("show 4 --json").json["archive"]


def test_the_history_is_told(reading: Tracker) -> None:
    """Each version with its reason."""
    reading("correct 2 --value 'at most 400' --because 'second look'")
    reading("retract 2 --because 'not a count'")
    reading("correct 2 --because 'it was one'")

    out = reading("show 2").out
    for words in ("corrected", "second look", "retracted", "not a count", "it was one"):
        assert words in out


def test_a_retracted_figure_is_out_of_force(reading: Tracker) -> None:
    """It is listed no more; a second retraction says the reason of the first."""
    assert 0 == reading("retract 2 --because 'not a count'").code

    assert [1, 3] == sorted(row["id"] for row in reading("list --json").json)
    assert "not a count" in reading("retract 2 --because again").err


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("correct 2 --because why", 2, "nothing to correct in figure 2"),
        ("correct 2 --value 'fewer than 400' --because why", 2, "figure 2 already says that"),
        ("correct 2 --value 388 --because ' '", 2, "--because is empty"),
        ("correct 2 --value 388", 2, "--because"),
        ("correct 2 --value nonsense --because why", 2, "value: "),
        ("correct 2 --since 2024-01-01 --because why", 2, "since: "),
        ("correct 9 --value 388 --because why", 1, "there is no figure 9"),
        ("retract 9 --because why", 1, "there is no figure 9"),
        ("retract 2 --because ''", 2, "--because is empty"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(reading: Tracker, line: str, code: int, words: str) -> None:
    """And nothing changes."""
    outcome = reading(line)

    assert (code, True, 1) == (outcome.code, words in outcome.err, len(outcome.err.splitlines()))
    assert "recorded" == shown(reading, 2)["status"]
