"""`tracker add`: one figure recorded, or a clear reason why not."""

import hashlib
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

HOW = ("archive_url", "retrieved", "in_archive")  # how a page was archived


def test_a_figure_is_recorded_as_printed_and_read_back(tracker: Tracker) -> None:
    """The command says how the words were read, and the columns come back as the contract names them."""
    outcome = tracker('add returned "fewer than 400" --source "Children of War" --publisher Page --as-of 2024-04-04')

    assert 0 == outcome.code
    assert "0 to 399 (fewer_than)" in outcome.out
    (figure,) = tracker("list --json").json
    assert {
        "id": 1,
        "indicator": "returned",
        "value": "fewer than 400",
        "low": 0,
        "high": 399,
        "hedge": "fewer_than",
        "basis": "total",
        "as_of": "2024-04-04",
        "since": None,
        "source": "Children of War",
        "publisher": "Page",
        "published": None,
        "place": "Ukraine",
        "status": "recorded",
    } == {
        name: cell
        for name, cell in figure.items()
        if name not in ("recorded_at", "url", "quote", "note", "archive", *HOW)
    }


def test_the_same_figure_twice_is_recorded_once(tracker: Tracker) -> None:
    """Adding what is there already records nothing and says under which number it is there."""
    line = "add returned 388 --source A --as-of 2024-02-01"
    tracker(line)

    assert "Already recorded as figure 1" in tracker(line).out
    assert 1 == len(tracker("list --json").json)


def test_the_words_of_an_increment_make_an_event(tracker: Tracker) -> None:
    """`+7` is a batch, without being told so."""
    tracker("add returned +7 --source A --as-of 2024-04-03")

    assert "event" == tracker("show 1 --json").json["basis"]


def test_without_a_date_the_figure_is_taken_as_published_today_and_says_so(tracker: Tracker) -> None:
    """A default that is used is a default that is shown."""
    outcome = tracker("add returned 388 --source A")

    assert "taken as published today" in outcome.err
    figure = tracker("show 1 --json").json
    assert figure["published"] == figure["as_of"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("add abductd 7 --source A --as-of 2024", "did you mean abducted?"),
        ("add returned lots --source A --as-of 2024", "value: "),
        ("add returned --source A --as-of 2024 -- -5", "negative"),
        ("add returned '19,5000' --source A --as-of 2024", "195,000"),
        ("add returned '500-400' --source A --as-of 2024", "value: "),
        ("add returned 7 --source A --as-of 2024-02-30", "no day"),
        ("add returned 7 --source A --as-of 2999", "in the future"),
        ("add returned 7 --source A --as-of 2024-01-01 --since 2024-02-01", "is after as_of"),
        ("add returned 7 --source ' ' --as-of 2024", "source: is empty"),
        ("add returned 7 --as-of 2024", "source is missing"),
        ("add returned --source A", "value is missing"),
        ("add returned 7 --source A --as-of 2024 --archive absent.html", "cannot be read"),
        ("add returned 7 --sauce A", "No such option"),
    ],
)
def test_bad_input_is_one_line_with_exit_code_2_and_records_nothing(
    tracker: Tracker, line: str, complaint: str
) -> None:
    """Nothing is guessed and nothing half-recorded."""
    outcome = tracker(line)

    assert 2 == outcome.code
    assert complaint in outcome.err
    assert 1 == len(outcome.err.strip().splitlines())
    assert 1 == tracker("list").code


def test_a_name_close_to_a_known_one_is_remarked_on(tracker: Tracker) -> None:
    """Two spellings of one source would be two series."""
    tracker("add returned 7 --source 'Dmytro Lubinets' --as-of 2024-01-01")

    assert "close to 'Dmytro Lubinets'" in tracker("add returned 8 --source 'Dmitro Lubinets' --as-of 2024-01-02").err


def test_an_archived_page_is_kept_with_its_hash(tracker: Tracker, tmp_path: Path) -> None:
    """The evidence is called by the SHA-256 of its bytes."""
    (tmp_path / "page.html").write_text("seven more")
    tracker("add returned +7 --source A --as-of 2024-04-03 --archive page.html")

    shown = tracker("show 1 --json").json
    assert (hashlib.sha256(b"seven more").hexdigest(), True) == (shown["archive"], shown["in_archive"])


def test_without_arguments_it_asks_and_asks_again(tracker: Tracker, monkeypatch: pytest.MonkeyPatch) -> None:
    """An answer that cannot be read is asked for again; the rest is kept."""
    answers = ["abductd", "abducted", "19,5000", "at least 19,500", "Children of War", "", "2024-04-04"]
    answers += ["", "", "", "", "", "", "y"]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers) + "\n"))

    outcome = tracker("add")

    assert 0 == outcome.code
    assert "did you mean abducted?" in outcome.err
    assert "195,000" in outcome.err
    assert 19_500 == tracker("show 1 --json").json["low"]


@pytest.mark.parametrize("answers", ["returned\n388\nA\n", "returned\n388\nA\n\n2024-04-04\n\n\n\n\n\n\nn\n"])
def test_questions_left_unanswered_or_declined_record_nothing(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, answers: str
) -> None:
    """Ending the input or saying no leaves the store as it was."""
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))

    assert 2 == tracker("add").code
    assert 1 == tracker("list").code
