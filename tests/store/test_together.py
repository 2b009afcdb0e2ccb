"""Several processes on one store, and processes that die in the middle of their work."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tests.factory import figure
from tracker.domain.errors import TrackerError
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.store import postgresql
from tracker.store.ledger import Store, open_store

START = """
import os, signal, sys
from tests.factory import figure, moment
from tracker.store import making
from tracker.store.ledger import open_store
location, name = sys.argv[1:]
at = moment("2024-04-05")
"""


@contextmanager
def process(location: str, script: str, name: str = "") -> Iterator[subprocess.Popen[str]]:
    """A Python that runs `script` on the store, spoken with by lines."""
    with subprocess.Popen(
        [sys.executable, "-c", START + script, location, name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        yield running


def hear(running: subprocess.Popen[str]) -> str:
    """The next line that a process says."""
    assert running.stdout is not None
    return running.stdout.readline().strip()


def say_go(waiting: list[subprocess.Popen[str]]) -> None:
    """Let processes that wait for a line go on, all at once."""
    for each in waiting:
        assert each.stdin is not None
        each.stdin.write("go\n")
        each.stdin.flush()


def test_two_processes_record_at_once(location: str) -> None:
    """Both complete, one after the other at each turn; no number is given twice and nothing is recorded twice."""
    script = """
with open_store(location, at=at) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(40):
        store.record([figure(value=str(number), source=name), figure(value=str(number), source="both")], at=at)
"""
    with ExitStack() as both:
        running = [both.enter_context(process(location, script, name)) for name in ("one", "other")]
        assert ["ready", "ready"] == [hear(each) for each in running]
        say_go(running)
        assert [0, 0] == [each.wait() for each in running]

    with open_store(location, at=STARTED) as store:
        figures = store.figures()
    assert list(range(1, 121)) == sorted(each.id for each in figures)
    assert 40 == sum(each.source == "both" for each in figures)


def test_several_processes_make_one_store(empty_location: str) -> None:
    """Whoever comes first makes it; the others find it made, and it is made once."""
    script = """
print("ready", flush=True)
sys.stdin.readline()
open_store(location, at=at).close()
"""
    with ExitStack() as all_of_them:
        running = [all_of_them.enter_context(process(empty_location, script)) for _ in range(3)]
        assert ["ready"] * 3 == [hear(each) for each in running]
        say_go(running)
        assert [0, 0, 0] == [each.wait() for each in running]

    with open_store(empty_location, at=STARTED) as store:
        assert list(KNOWN_INDICATORS) == store.indicators()


def test_a_process_killed_while_recording_leaves_nothing(location: str) -> None:
    """The store opens at once, without any figure of the run that died, and takes new ones."""
    script = """
def figures():
    for number in range(3000):
        yield figure(value=str(number), quote="x" * 500)
    print("written", flush=True)
    sys.stdin.readline()
with open_store(location, at=at) as store:
    store.record(figures(), at=at)
"""
    with open_store(location, at=STARTED) as store:
        store.record([figure(value="1")], at=STARTED)
    with process(location, script) as running:
        assert "written" == hear(running)
        running.kill()
        assert -signal.SIGKILL == running.wait()

    with open_store(location, at=STARTED) as store:
        assert ["1"] == [each.value for each in store.figures()]
        assert [] == store.faults()
        assert 2 == store.record([figure(value="2")], at=STARTED)[0].id


def test_a_process_killed_while_making_a_store_leaves_none(empty_location: str) -> None:
    """What was half made is not there; the next one makes it whole."""
    script = """
making.fill = lambda database, at: os.kill(os.getpid(), signal.SIGKILL)
open_store(location, at=at)
"""
    with process(empty_location, script) as running:
        assert -signal.SIGKILL == running.wait()

    with open_store(empty_location, at=STARTED) as store:
        assert list(KNOWN_INDICATORS) == store.indicators()


def test_an_error_while_making_a_store_leaves_none(empty_location: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it had not been tried."""

    def fail(*_: object) -> None:
        raise KeyError("in the middle")

    with monkeypatch.context() as patched:
        patched.setattr("tracker.store.making.fill", fail)
        with pytest.raises(KeyError):
            open_store(empty_location, at=STARTED)

    with open_store(empty_location, at=STARTED) as store:
        assert list(KNOWN_INDICATORS) == store.indicators()


def test_readers_see_what_was_there_before(location: str, store: Store) -> None:
    """While one writes, others read the store as it was, and do not wait."""

    def figures() -> Iterator[object]:
        for number in range(600):
            yield figure(value=str(number))
        with open_store(location, at=STARTED) as reader:
            seen.extend(reader.figures())

    seen: list[object] = []
    store.record(figures(), at=STARTED)  # type: ignore[arg-type] # a generator of figures, written as a function

    assert [] == seen
    assert 600 == len(store.figures())


def test_a_second_writer_is_told_to_wait(postgresql_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL has one writer at a time too, and says so in the same words."""
    monkeypatch.setattr(postgresql, "BUSY_SECONDS", 0.01)
    with open_store(postgresql_url, at=STARTED) as first, open_store(postgresql_url, at=STARTED) as second:

        def meanwhile() -> Iterator[object]:
            with pytest.raises(TrackerError, match="is locked by another program: let it finish, then try again"):
                second.record([figure(value="2")], at=STARTED)
            yield figure(value="1")

        first.record(meanwhile(), at=STARTED)  # type: ignore[arg-type] # as above

        assert ["1"] == [each.value for each in second.figures()]


def test_a_plain_run_on_sqlite_loads_neither_sqlalchemy_nor_alembic(tmp_path: Path) -> None:
    """Making a store, recording and reading all go over the standard library."""
    script = """
with open_store(location, at=at) as store:
    store.record([figure()], at=at)
    store.figures()
print([name for name in ("sqlalchemy", "alembic", "psycopg") if name in sys.modules], flush=True)
"""
    with process(str(tmp_path / "new.db"), script) as running:
        assert "[]" == hear(running)
