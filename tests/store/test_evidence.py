"""Archived pages and documents: kept byte for byte, and missed when they are gone or altered."""

import hashlib
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tests.factory import figure, moment
from tests.store import raw
from tests.store.test_faults import said, without_rights
from tracker.domain.errors import NothingFound, TrackerError, UnusableStore, WrongUse
from tracker.store.evidence import Evidence
from tracker.store.ledger import Store, open_store

NOON = moment("2024-04-05T12:00")
LATER = moment("2024-05-01T12:00")
PAGE = bytes(range(256)) * 40
SHA256 = hashlib.sha256(PAGE).hexdigest()


def keep(path: Path) -> Path:
    """Keep the page in a SQLite store; the result is the file that holds it."""
    with open_store(str(path), at=STARTED) as store:
        store.keep_evidence("page.html", PAGE, at=NOON)
        file = store.evidence_file(SHA256)
    assert file is not None
    return file


def faults(path: Path) -> list[str]:
    """What is wrong with the evidence of a SQLite store."""
    with open_store(str(path), at=STARTED) as store:
        return store.evidence_faults()


def test_evidence_is_kept_by_its_digest(store: Store) -> None:
    """The bytes come back as they were, a figure refers to them, and the same bytes are kept once."""
    digest = store.keep_evidence("page.html", PAGE, at=NOON)

    again = store.keep_evidence("copy.html", PAGE, at=LATER)
    store.record([figure(archive=digest)], at=LATER)

    assert SHA256 == digest == again
    assert Evidence("page.html", PAGE) == store.evidence(digest)
    assert [digest] == [each.archive for each in store.figures()]
    assert 1 == store.counts().evidence
    assert [] == store.evidence_faults()


def test_evidence_that_is_not_there_is_said(store: Store) -> None:
    """Asking for an unknown digest finds nothing."""
    with pytest.raises(NothingFound, match="no evidence is kept under SHA-256 'abc'"):
        store.evidence("abc")


def test_an_empty_file_is_no_evidence(store: Store) -> None:
    """It shows nothing, and would look like one whose bytes lie elsewhere."""
    with pytest.raises(WrongUse, match=r"page\.html is empty"):
        store.keep_evidence("page.html", b"", at=NOON)


def test_the_file_lies_beside_the_store_and_can_neither_run_nor_be_written(store_path: Path) -> None:
    """Named by its digest alone, and open to those to whom the store is."""
    store_path.chmod(0o640)
    file = keep(store_path)

    assert store_path.with_name("tracker.db.evidence") / SHA256[:2] / SHA256 == file
    assert PAGE == file.read_bytes()
    assert [0o440, 0o750] == [stat.S_IMODE(path.stat().st_mode) for path in (file, file.parent)]
    assert [(b"",)] == raw.run(str(store_path), "SELECT content FROM evidence")


def test_a_server_keeps_the_bytes_itself(postgresql_url: str) -> None:
    """Where no disk is beside the store for all who use it."""
    with open_store(postgresql_url, at=STARTED) as store:
        store.keep_evidence("page.html", PAGE, at=NOON)

        assert store.evidence_file(SHA256) is None
    assert [(PAGE,)] == raw.run(postgresql_url, "SELECT content FROM evidence")


def test_a_missing_file_is_found(store_path: Path) -> None:
    """The message names the file that is wanted and what it was."""
    file = keep(store_path)
    file.unlink()

    assert [f"{file}, the archived page.html, is missing: put a copy of it back"] == faults(store_path)


@pytest.mark.parametrize("content", [PAGE + b"!", PAGE[:-1], b""])
def test_an_altered_file_is_found(store_path: Path, content: bytes) -> None:
    """However small the change; what is altered is not given out either."""
    file = keep(store_path)
    file.unlink()
    file.write_bytes(content)

    assert [f"{file}, the archived page.html, is altered: put a sound copy back"] == faults(store_path)
    with open_store(str(store_path), at=STARTED) as store, pytest.raises(TrackerError, match="is altered"):
        store.evidence(SHA256)


def test_a_folder_in_the_place_of_a_file_is_found(store_path: Path) -> None:
    """What cannot be read is no evidence either."""
    file = keep(store_path)
    file.unlink()
    file.mkdir()

    (fault,) = faults(store_path)
    assert f"{file} cannot be read" in fault


def test_bytes_altered_in_a_server_are_found(postgresql_url: str) -> None:
    """Its administrator can write past the triggers, but not past the digest."""
    with open_store(postgresql_url, at=STARTED) as store:
        store.keep_evidence("page.html", PAGE, at=NOON)
        raw.run(
            postgresql_url, "SET session_replication_role = replica; UPDATE evidence SET content = 'other' WHERE true"
        )

        assert [f"SHA-256 {SHA256}, the archived page.html, is altered: put a sound copy back"] == (
            store.evidence_faults()
        )


@pytest.mark.parametrize("content", [None, b"altered"])
def test_archiving_the_same_bytes_again_mends(store_path: Path, content: bytes | None) -> None:
    """The name of the file says what it must hold."""
    file = keep(store_path)
    file.unlink()
    if content is not None:
        file.write_bytes(content)

    keep(store_path)

    assert [] == faults(store_path)


def test_what_an_older_tracker_kept_in_the_file_itself_is_still_there(store_path: Path) -> None:
    """It is read, and held against its digest, where it was put; nothing has to move."""
    raw.run(
        str(store_path),
        f"INSERT INTO evidence VALUES (1, '{SHA256}', 'page.html', x'{PAGE.hex()}', 0)",  # noqa: S608 - ours
    )

    with open_store(str(store_path), at=STARTED) as store:
        assert Evidence("page.html", PAGE) == store.evidence(SHA256)
        assert store.evidence_file(SHA256) is None
        assert [] == store.evidence_faults()


def test_a_link_planted_in_the_folder_is_not_written_through(store_path: Path, tmp_path: Path) -> None:
    """Writing puts a new file in the link's place."""
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    file = store_path.with_name("tracker.db.evidence") / SHA256[:2] / SHA256
    file.parent.mkdir(parents=True)
    file.symlink_to(victim)

    keep(store_path)

    assert (b"precious", PAGE, False) == (victim.read_bytes(), file.read_bytes(), file.is_symlink())


def test_a_folder_that_may_not_be_written(store_path: Path) -> None:
    """Nothing is kept, and the store refers to nothing."""
    folder = store_path.with_name("tracker.db.evidence")
    folder.mkdir()
    folder.chmod(0o555)
    for path in (store_path.parent, *store_path.parent.parents):
        path.chmod(path.stat().st_mode | 0o555)
    store_path.parent.chmod(0o777)
    store_path.chmod(0o666)

    with without_rights():
        assert f"{folder} is read-only, nothing was recorded" in said(UnusableStore, lambda: keep(store_path))
    with open_store(str(store_path), at=STARTED) as store:
        assert 0 == store.counts().evidence
    shutil.rmtree(folder)


def test_a_disk_that_takes_no_more(store_path: Path) -> None:
    """A file that is cut short never bears the name of the whole one."""
    script = """
import resource, signal, sys
from tests.factory import moment
from tracker.domain.errors import TrackerError
from tracker.store.ledger import open_store
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_store(sys.argv[1], at=moment("2024-01-01")) as store:
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
    try:
        store.keep_evidence("page.html", b"x" * 1_000_000, at=moment("2024-01-01"))
    except TrackerError as error:
        print(error)
"""

    ran = subprocess.run([sys.executable, "-c", script, store_path], capture_output=True, text=True, check=True)

    assert "there is no room left for" in ran.stdout
    assert [] == [path for path in store_path.with_name("tracker.db.evidence").rglob("*") if path.is_file()]
    assert [] == faults(store_path)


def test_a_kill_at_any_moment_leaves_no_reference_to_nothing(store_path: Path) -> None:
    """A process that keeps one page after the other is killed, again and again."""
    script = """
import itertools, sys
from tests.factory import moment
from tracker.store.ledger import open_store
with open_store(sys.argv[1], at=moment("2024-01-01")) as store:
    for number in itertools.count(int(sys.argv[2])):
        store.keep_evidence(f"{number}.html", str(number).encode() * 5000, at=moment("2024-01-01"))
        print(number, flush=True)
"""
    for turn in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", script, store_path, str(turn * 10_000)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            told = [process.stdout.readline() for _ in range(3 + turn)]
            process.kill()
        assert told[-1].strip().isdigit()

    with open_store(str(store_path), at=STARTED) as store:
        assert store.counts().evidence >= sum(3 + turn for turn in range(5))
        assert [] == store.evidence_faults()
