"""`--public`: what leaves the house holds nothing of confidential sources, to the byte."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

OPEN = (
    'add abducted "at least 19,500" --source "Children of War" --as-of 2024-04-04 --url https://example.org/1',
    'add returned 388 --source "Children of War" --as-of 2024-02-01 --publisher "The Kyiv Independent"',
    'add returned 371 --source "Dmytro Lubinets" --as-of 2024-03-01 --quote "371 of them"',
    'add returned +7 --source "Dmytro Lubinets" --as-of 2024-04-03',
    'break abducted --source "Children of War" --on 2024-01-01 --because "a new register"',
)
CANARIES = ("canarysource", "canarypublisher", "canaryquote", "canarynote", "canaryurl", "canaryfile", "canaryplace")
# Contradicts the open figures, doubles one of their batches, breaks a series, is drawn, archived, and set aside.
SECRET = (
    "add returned 9 --source canarysource --as-of 2024-04-06 --quote 'canaryquote 9' --note canarynote "
    "--url https://canaryurl.example/9 --archive canaryfile.html",
    "add returned 12 --source canarysource --as-of 2024-02-20",
    "add returned +7 --source canarysource --publisher canarypublisher --as-of 2024-04-03 --place canaryplace",
    "add abducted 3 --source 'Children of War' --publisher canarypublisher --as-of 2024-04-05",
    "add returned 500 --source 'Dmytro Lubinets' --as-of 2024-04-05 --note 'CanarySource told me canarynote'",
    "break returned --source canarysource --on 2024-03-01 --because canarynote",
    "same 4 7 --because 'says canarysource'",
)
OUTPUTS = (
    "list",
    "list --json",
    "list returned --source 'Dmytro Lubinets'",
    "report",
    "report --lang uk",
    "report --format markdown",
    "report --format json",
    "report --format csv",
    "report --known-on 2999-01-01",
    "report --chart -o out.svg",
    "report --chart -o out.png",
    "report --chart -o out.pdf",
    "report returned --chart -o out.svg --lang uk --since 2024-01-01",
)


def mark(tracker: Tracker) -> None:
    """Make the sources confidential, as a person does who is told so only later."""
    for name in ("canarysource", "canarypublisher"):
        assert 0 == tracker(f"source set {name} --confidential").code


def told(tracker: Tracker, line: str) -> bytes:
    """All bytes that a command gives to the public: what it prints, and the file it writes."""
    for path in Path().glob("out.*"):
        path.unlink()
    outcome = tracker(line)
    assert outcome.code in (0, 1), outcome.err
    files = b"".join(path.read_bytes() for path in sorted(Path().glob("out.*")))
    assert bool(files) == (" -o " in line)
    return outcome.out.encode() + outcome.err.encode() + files


@pytest.fixture
def secretive(tracker: Tracker) -> Tracker:
    """A store whose confidential figures came last; `open.db` is as it was before them."""
    Path("canaryfile.html").write_text("<p>9 canaryquote</p>", encoding="utf-8")
    for line in OPEN:
        assert 0 == tracker(line).code
    shutil.copy("figures.db", "open.db")
    for line in SECRET:
        assert 0 == tracker(line).code, line
    mark(tracker)
    return tracker


@pytest.mark.parametrize("line", OUTPUTS)
def test_the_public_gets_the_bytes_of_a_store_without_the_confidential_figures(secretive: Tracker, line: str) -> None:
    """Not a number, a count, a finding, a mark or a pixel tells that there is more."""
    assert told(secretive, f"{line} --public --db open.db") == told(secretive, f"{line} --public")


@pytest.mark.parametrize("line", OUTPUTS)
def test_no_word_of_a_confidential_source_is_in_the_public_bytes(tracker: Tracker, line: str) -> None:
    """Wherever its figures stand among the others; without --public the same search finds them."""
    Path("canaryfile.html").write_text("<p>9 canaryquote</p>", encoding="utf-8")
    for lines in (SECRET[:5], OPEN, SECRET[5:6]):
        for each in lines:
            assert 0 == tracker(each).code, each
    whole = told(tracker, line).lower()
    mark(tracker)

    public = told(tracker, f"{line} --public").lower()

    assert [] == [canary for canary in CANARIES if canary.encode() in public]
    if line in ("list --json", "report", "report --format markdown", "report --format json"):
        assert b"canarysource" in whole


def test_the_outputs_say_that_something_may_be_left_out(secretive: Tracker) -> None:
    """In words that are the same whether or not it is, where the form has room for them."""
    left_out = "Figures of confidential sources, if there are any, are left out"

    for line in ("report --public", "report --public --format markdown"):
        assert left_out in " ".join(secretive(line).out.split())
        assert left_out not in " ".join(secretive(line.replace("--public", "")).out.split())
    assert secretive("report --public --format json").json["public"] is True
    assert "confidential sources, if there are any, are left out" in secretive("list --public --json").err
    assert "пропущено" in " ".join(secretive("report --public --lang uk").out.split())
    secretive("report --public --chart -o out.svg")
    assert left_out in " ".join(Path("out.svg").read_text(encoding="utf-8").split())


def test_a_store_of_confidential_figures_alone_has_nothing_for_the_public(tracker: Tracker) -> None:
    """The answer is that of an empty store."""
    tracker(SECRET[1])
    mark_one = tracker("source set canarysource --confidential")
    assert 0 == mark_one.code

    for line in ("list --public", "report --public", "list --public --source canarysource"):
        outcome = tracker(line)
        assert (1, False) == (outcome.code, "canary" in outcome.out + outcome.err)


def test_a_source_is_made_and_marked_confidential_and_opened_again(tracker: Tracker) -> None:
    """The list tells which are; other marks stay."""
    tracker("source add Halyna --confidential --grade B")
    listed = {one["name"]: one for one in tracker("source list --json").json}
    assert {"name": "Halyna", "coverage": "all", "grade": "B", "confidential": True} == listed["Halyna"]
    assert "Halyna" in next(line for line in tracker("source list").out.splitlines() if "confidential" in line)

    assert "confidential" in tracker("source set Halyna --grade C").out
    assert "confidential" not in tracker("source set Halyna --open").out
