"""`--archive`: a saved page kept, searched for the number, and missed when it is gone."""

import hashlib
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tests.exchange.archived.files import answer, pdf, warc
from tracker.cli import archiving

ADD = "add returned 'fewer than 400' --source A --as-of 2024-04-03 --url https://example.org/1"
PAGES = {
    "page.html": "<p>Повернуто менш як чотириста дітей</p>".encode(),
    "page.txt": b"fewer than four hundred",
    "page.pdf": pdf("fewer than 400"),
    "page.warc.gz": warc(answer(b"<p>&lt;400</p>")),
}


def in_archive(tracker: Tracker, figure: int) -> object:
    """What is known of the archived copy of a figure."""
    return tracker(f"show {figure} --json").json["in_archive"]


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_holds_the_number_is_good_evidence(tracker: Tracker, name: str) -> None:
    """In digits or in words of any of the three languages; nothing is remarked on, and nothing is thin."""
    Path(name).write_bytes(PAGES[name])
    outcome = tracker(f"{ADD} --archive {name}")

    assert (0, "") == (outcome.code, outcome.err)
    assert in_archive(tracker, 1) is True
    assert [] == tracker("check --json").json["findings"]


def test_a_page_without_the_number_is_kept_and_told(tracker: Tracker) -> None:
    """At once, and by the check from then on."""
    Path("page.html").write_text("<p>Fewer than 500</p>")
    outcome = tracker(f"{ADD} --archive page.html")

    assert 0 == outcome.code
    assert "'fewer than 400' does not occur in page.html, neither in digits nor in words" in outcome.err
    (finding,) = tracker("check --json").json["findings"]
    assert ("thin-evidence", [1]) == (finding["check"], finding["figures"])
    assert "does not hold the number" in finding["message"]


def test_a_picture_is_kept_and_it_is_told_that_it_cannot_be_searched(tracker: Tracker) -> None:
    """Nothing is claimed of what it shows."""
    Path("page.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    outcome = tracker(f"{ADD} --archive page.png")

    assert "cannot be told, because it is a picture (PNG)" in outcome.err
    assert in_archive(tracker, 1) is None
    (finding,) = tracker("check --json").json["findings"]
    assert "could not be told" in finding["message"]


def test_address_of_the_copy_and_day_of_retrieval_come_back(tracker: Tracker) -> None:
    """In the table and for programs; a correction changes them."""
    tracker(f"{ADD} --archive-url https://web.archive.org/web/1/https://example.org/1 --retrieved 2024-04-05")
    tracker("correct 1 --retrieved 2024-04-06 --because 'a day later'")

    figure = tracker("show 1 --json").json
    assert ("https://web.archive.org/web/1/https://example.org/1", "2024-04-06") == (
        figure["archive_url"],
        figure["retrieved"],
    )
    assert tracker("list --json").json[0].items() <= figure.items()
    assert "2024-04-06" in tracker("show 1").out


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        ("--archive-url web.archive.org", "--archive-url: read"),
        ("--retrieved 2024", "--retrieved: read 2024, expected a day"),
        ("--retrieved 2999-01-01", "in the future"),
        ("--archive absent.html", "absent.html cannot be read"),
        ("--archive .", "is no file"),
        ("--archive pipe", "is no file"),
        ("--archive empty.html", "empty.html is empty"),
        ("--archive large.html", "larger than 0 MiB"),
    ],
)
def test_what_cannot_be_archived_is_one_line_and_records_nothing(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch, options: str, complaint: str
) -> None:
    """A pipe would be waited for, and an empty page shows nothing."""
    monkeypatch.setattr(archiving, "_LARGEST", 10)
    Path("empty.html").touch()
    Path("large.html").write_bytes(b"x" * 11)
    os.mkfifo("pipe")

    outcome = tracker(f"{ADD} {options}")

    assert (2, 1) == (outcome.code, len(outcome.err.strip().splitlines()))
    assert complaint in outcome.err
    assert 1 == tracker("list").code


def test_a_corrected_number_is_searched_for_anew(tracker: Tracker) -> None:
    """In the copy that is there, or in another."""
    Path("page.html").write_text("<p>500</p>")
    tracker(f"{ADD} --archive page.html")

    tracker("correct 1 --value 500 --because misread")
    assert in_archive(tracker, 1) is True
    tracker("correct 1 --value 'at least 500' --note seen --because hedge")
    assert in_archive(tracker, 1) is True
    Path("other.html").write_text("<p>300</p>")
    tracker("correct 1 --archive other.html --because 'the newer page'")
    assert in_archive(tracker, 1) is False


def test_a_figure_can_be_corrected_though_its_copy_is_gone(tracker: Tracker, tmp_path: Path) -> None:
    """A false number is not left in force for want of a file."""
    Path("page.html").write_text("<p>500</p>")
    tracker(f"{ADD} --archive page.html")
    stored(tmp_path).unlink()

    outcome = tracker("correct 1 --value 500 --because misread")

    assert (0, True) == (outcome.code, "cannot be told" in outcome.err)
    assert in_archive(tracker, 1) is None


def test_a_page_of_a_figure_that_is_there_is_not_tied_to_it_unasked(tracker: Tracker) -> None:
    """How to tie it is said."""
    tracker(ADD)
    Path("page.html").write_text("<p>400</p>")
    outcome = tracker(f"{ADD} --archive page.html")

    assert "tracker correct 1 --archive FILE --because WHY" in outcome.err
    assert "" == tracker("show 1 --json").json["archive"]


def test_the_copy_can_be_written_out_again(tracker: Tracker, tmp_path: Path) -> None:
    """Byte for byte, and over nothing."""
    Path("page.html").write_text("<p>400</p>")
    tracker(f"{ADD} --archive page.html")

    assert str(stored(tmp_path)) in tracker("show 1").out
    assert 0 == tracker("show 1 --save-archive copy.html").code
    assert Path("page.html").read_bytes() == Path("copy.html").read_bytes()
    assert 2 == tracker("show 1 --save-archive copy.html").code
    tracker("add returned 7 --source A --as-of 2024-04-03")
    assert 1 == tracker("show 2 --save-archive other.html").code


@pytest.mark.parametrize("content", [None, b"<p>401</p>"])
def test_the_doctor_finds_what_is_missing_or_altered(tracker: Tracker, tmp_path: Path, content: bytes | None) -> None:
    """Each by name, with exit code 3."""
    for number in (400, 401):
        Path(f"{number}.html").write_text(f"<p>{number}!</p>")
        tracker(f"add returned {number} --source A --as-of 2024-04-03 --archive {number}.html")
    assert "2 archived files" in tracker("doctor").out
    file = stored(tmp_path, b"<p>400!</p>")
    file.unlink()
    if content:
        file.write_bytes(content)

    outcome = tracker("doctor")

    assert 3 == outcome.code
    assert f"{file}, the archived 400.html, is {'altered' if content else 'missing'}" in outcome.err
    assert "1 of 2 archived files are missing or altered" in outcome.err
    assert "sound     no" in outcome.out


def stored(folder: Path, content: bytes | None = None) -> Path:
    """The file in which a page is kept; the only one, where no content is given."""
    files = [path for path in (folder / "figures.db.evidence").rglob("*") if path.is_file()]
    if content is None:
        (file,) = files
        return file
    return next(path for path in files if path.name == hashlib.sha256(content).hexdigest())
