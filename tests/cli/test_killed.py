"""Commands killed at random moments, and before every step that changes a file: all of a change is there, or nothing.

The dice are seeded, the moments spread over the time that the command was measured to take. After each kill the store
is opened as anybody would, its journal is worked out anew, and what it holds is counted; then the same command is run
again to its end, which no leftover may hinder.
"""

import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import count
from pathlib import Path

import pytest

from tests.cli.nursery import Answer, Order
from tests.conftest import STARTED
from tests.factory import figure
from tests.store.test_migrations import alembic
from tracker.store.ledger import open_store

Run = Callable[[Order], Answer]

ADD = "add returned {} --source A --as-of 2024-04-03"
ROWS = 150  # of a file that is imported: enough for the import to take longer than opening the store


@pytest.fixture(scope="session")
def obey() -> Iterator[Run]:
    """Runs a command line in a process of its own, and kills it when told to."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.cli.nursery"],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "TRACKER_AUTHOR": "Ann"},
        text=True,
    ) as nursery:

        def ask(order: Order) -> Answer:
            assert nursery.stdin is not None
            assert nursery.stdout is not None
            print(json.dumps(asdict(order)), file=nursery.stdin, flush=True)
            return Answer(**json.loads(nursery.stdout.readline()))

        yield ask
        assert nursery.stdin is not None
        nursery.stdin.close()


def values(location: str) -> list[str]:
    """The values of all figures in force in a store, which is sound: its files, its evidence and its chain."""
    with open_store(location, at=STARTED) as store:
        assert () == store.verify().faults
        assert [] == store.faults() + store.evidence_faults()
        return [each.value for each in sorted(store.figures(), key=lambda each: each.id)]


def kill(obey: Run, many: int, seed: str, turn: Callable[[], list[str]], sound: Callable[[], None]) -> None:
    """Kill commands at random moments until so many were killed.

    Args:
        obey: what runs them.
        many: how many are to be killed.
        seed: of the dice.
        turn: makes ready for a command, whose words it gives; called before each.
        sound: fails unless all is well; called after each.
    """
    dice, durations, killed = random.Random(seed), [], 0  # noqa: S311 - dice for a test
    for _ in range(3):
        answer = obey(Order(turn()))
        assert 0 == answer.code
        sound()
        durations.append(answer.seconds)
    for _ in range(3 * many):
        answer = obey(Order(turn(), after=dice.uniform(0, statistics.median(durations[-5:]))))
        sound()
        if not answer.killed:
            durations.append(answer.seconds)
            continue
        killed += 1
        if killed == many:
            break
    assert many == killed
    assert 0 == obey(Order(turn())).code
    sound()


def kill_before_each_step(obey: Run, turn: Callable[[], list[str]], sound: Callable[[], None]) -> int:
    """Kill a command before its first step that changes a file, then before its second, until it has no more.

    Returns:
        How often it was killed.
    """
    for step in count(1):
        answer = obey(Order(turn(), before=step))
        sound()
        if not answer.killed:
            assert 0 == answer.code
            return step - 1
    raise AssertionError("count never ends")


class Adding:
    """A command that adds figures, always new ones, all of which a kill leaves in the store or none."""

    def __init__(self, location: str, folder: Path, rows: int, options: str = "") -> None:
        self.location, self._folder, self._rows, self._options = location, folder, rows, options
        self._fresh, self._before, self._adds = count(1000), values(location), list[str]()

    def turn(self) -> list[str]:
        """The words of the next one."""
        self._adds = [str(next(self._fresh)) for _ in range(self._rows)]
        if self._rows == 1:
            (self._folder / "page.html").write_text(f"<p>{self._adds[0]}</p>" * 1000)
            words = f"{ADD.format(self._adds[0])} {self._options}".split()
        else:
            path = self._folder / "in.csv"
            rows = "".join(f"returned,{value},A,2024-04-03\n" for value in self._adds)
            path.write_text(f"indicator,value,source,as_of\n{rows}")
            words = ["import", str(path)]
        return [*words, "--db", self.location]

    def sound(self) -> None:
        """What was there is there still, and the new figures are all there or none is."""
        now = values(self.location)
        assert now in (self._before, self._before + self._adds)
        self._before = now


def test_a_killed_add_recorded_all_or_nothing(obey: Run, store_path: Path, tmp_path: Path) -> None:
    """One figure with its entry in the journal."""
    adding = Adding(str(store_path), tmp_path, 1)
    kill(obey, 35, "add", adding.turn, adding.sound)


def test_a_killed_add_with_evidence_recorded_all_or_nothing(obey: Run, store_path: Path, tmp_path: Path) -> None:
    """A figure never refers to a file that is not there, and nothing half written stays."""
    adding = Adding(str(store_path), tmp_path, 1, f"--archive {tmp_path / 'page.html'}")
    kill(obey, 10, "evidence", adding.turn, adding.sound)
    assert 3 < kill_before_each_step(obey, adding.turn, adding.sound)

    left = [path for path in store_path.with_name("tracker.db.evidence").rglob("*") if path.is_file()]
    assert [] == [path.name for path in left if len(path.name) != 64]


def test_a_killed_import_recorded_all_or_nothing(obey: Run, store_path: Path, tmp_path: Path) -> None:
    """Whichever row it was at."""
    adding = Adding(str(store_path), tmp_path, ROWS)
    kill(obey, 35, "import", adding.turn, adding.sound)


class Correcting:
    """A command that corrects figure 1: its last version is closed and the next one written, or neither."""

    def __init__(self, location: str) -> None:
        self.location, self._fresh, self._new = location, count(1000), ""
        with open_store(location, at=STARTED) as store:
            store.record([figure(value="1"), figure(value="2")], at=STARTED)
        self._before = self._versions()

    def turn(self) -> list[str]:
        """The words of the next one."""
        self._new = str(next(self._fresh))
        return ["correct", "1", "--value", self._new, "--because", "misread", "--db", self.location]

    def sound(self) -> None:
        """The versions are those before, or those and the new one, which alone is in force."""
        now = self._versions()
        assert now in (self._before, [*self._before, self._new])
        assert [now[-1], "2"] == values(self.location)
        self._before = now

    def _versions(self) -> list[str]:
        with open_store(self.location, at=STARTED) as store:
            return [each.value for each in store.versions(1)]


def test_a_killed_correction_is_there_or_not(obey: Run, store_path: Path) -> None:
    """A version that was closed has one that follows."""
    correcting = Correcting(str(store_path))
    kill(obey, 40, "correct", correcting.turn, correcting.sound)


@pytest.mark.parametrize("command", ["add", "import", "correct"])
def test_postgresql_keeps_all_or_nothing_of_what_was_killed(
    obey: Run, postgresql_url: str, tmp_path: Path, command: str
) -> None:
    """And gives the next writer its turn, though the one that was killed never said that it was done."""
    changing: Adding | Correcting
    if command == "correct":
        changing = Correcting(postgresql_url)
    else:
        changing = Adding(postgresql_url, tmp_path, ROWS if command == "import" else 1)
    kill(obey, 10, command, changing.turn, changing.sound)


class BackingUp:
    """A command that writes a backup over another: either is there, whole."""

    def __init__(self, store_path: Path) -> None:
        self.store, self.folder = store_path, store_path.with_name("backups")
        self.folder.mkdir()
        with open_store(str(store_path), at=STARTED) as store:
            digest = store.keep_evidence("page.html", b"<p>1</p>" * 20_000, at=STARTED)
            store.record(
                (figure(value=str(number), archive=digest, quote="x" * 200) for number in range(400)), at=STARTED
            )
        self._all = values(str(store_path))

    def turn(self) -> list[str]:
        """The words of the next one."""
        return ["backup", str(self.folder / "copy.db"), "--replace", "--db", str(self.store)]

    def sound(self) -> None:
        """The store is as it was; a backup that is there holds all of it, evidence too."""
        assert self._all == values(str(self.store))
        if (self.folder / "copy.db").exists():
            assert self._all == values(str(self.folder / "copy.db"))

    def left_behind(self) -> list[str]:
        """What else lies beside the backup."""
        names = (each.name for each in self.folder.iterdir())
        return [name for name in names if name not in ("copy.db", "copy.db-wal", "copy.db-shm")]


def test_a_killed_backup_is_whole_or_not_there(obey: Run, store_path: Path) -> None:
    """The next one clears away what it left."""
    backing_up = BackingUp(store_path)
    kill(obey, 20, "backup", backing_up.turn, backing_up.sound)
    assert 3 < kill_before_each_step(obey, backing_up.turn, backing_up.sound)

    assert [] == backing_up.left_behind()


class Restoring:
    """A command that restores a backup of one figure over a store of two, one of them in its log alone."""

    def __init__(self, folder: Path, store_path: Path) -> None:
        self._backup, self._store, self._whole = folder / "backup.db", folder / "tracker.db", folder / "whole.db"
        shutil.copy(store_path, self._whole)
        for value in ("1", "2"):
            with open_store(str(self._whole), at=STARTED) as store:
                page = store.keep_evidence(f"{value}.html", value.encode() * 1000, at=STARTED)
                store.record([figure(value=value, archive=page)], at=STARTED)
                if value == "1":
                    store.back_up(self._backup, at=STARTED)

    def turn(self) -> list[str]:
        """Put the store of two figures in place; the words of the next command."""
        for left in (*self._aside(), *self._store.parent.glob("tracker.db*")):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
        shutil.copy(self._whole, self._store)
        folder = self._whole.with_name("whole.db.evidence")
        shutil.copytree(folder, self._store.with_name("tracker.db.evidence"))
        self._leave_a_log()
        return ["restore", str(self._backup), "--replace", "--db", str(self._store)]

    def sound(self) -> None:
        """The store is the one before or the one restored; a store set aside is the one before."""
        now = values(str(self._store))
        assert now in (["1", "2", "3"], ["1"])
        aside = [path for path in self._aside() if path.suffix == ".db"]
        if now == ["1"]:
            assert [["1", "2", "3"]] == [values(str(path)) for path in aside]
        assert ["1"] == values(str(self._backup))

    def left_behind(self) -> list[str]:
        """What is hidden beside the store."""
        return [each.name for each in self._store.parent.glob(".*")]

    def _aside(self) -> list[Path]:
        return list(self._store.parent.glob("tracker-replaced-*"))

    def _leave_a_log(self) -> None:
        """Record a figure as a process does that is killed at once: it is in the log and not yet in the file."""
        wal = self._store.with_name("tracker.db-wal")
        with open_store(str(self._store), at=STARTED) as store:
            store.record([figure(value="3")], at=STARTED)
            held = {path: path.read_bytes() for path in (self._store, wal)}
        for path, content in held.items():
            path.write_bytes(content)


def test_a_killed_restore_leaves_one_store_or_the_other(obey: Run, store_path: Path, tmp_path: Path) -> None:
    """With its own evidence and with what its log alone held; and the store replaced is whole beside it."""
    folder = tmp_path / "restoring"
    folder.mkdir()
    restoring = Restoring(folder, store_path)
    kill(obey, 20, "restore", restoring.turn, restoring.sound)
    assert 3 < kill_before_each_step(obey, restoring.turn, restoring.sound)

    assert [] == restoring.left_behind()


class Upgrading:
    """A command that meets a store of an older schema."""

    def __init__(self, folder: Path, store_path: Path) -> None:
        self._old, self._store = folder / "old.db", folder / "tracker.db"
        shutil.copy(store_path, self._old)
        with open_store(str(self._old), at=STARTED) as store:
            store.record((figure(value=str(number)) for number in range(100)), at=STARTED)
        self._all = values(str(self._old))
        alembic("-x", f"db={self._old}", "downgrade", "20261123_0145")

    def turn(self) -> list[str]:
        """Put the old store in place; the words of the next command."""
        for left in self._store.parent.glob("tracker*"):
            left.unlink()
        shutil.copy(self._old, self._store)
        return ["log", "--db", str(self._store)]

    def sound(self) -> None:
        """The store can be opened, upgraded by then, with all that was in it; so can each one kept as it was."""
        assert self._all == values(str(self._store))
        for kept in self._store.parent.glob("tracker-before-*.db"):
            assert self._all == values(str(kept))

    def left_behind(self) -> list[str]:
        """What is hidden beside the store."""
        return [each.name for each in self._store.parent.glob(".*")]


def test_a_killed_upgrade_is_done_or_not_begun(obey: Run, store_path: Path, tmp_path: Path) -> None:
    """The store as it was is there until it is."""
    folder = tmp_path / "upgrading"
    folder.mkdir()
    upgrading = Upgrading(folder, store_path)
    kill(obey, 10, "upgrade", upgrading.turn, upgrading.sound)
    assert 3 < kill_before_each_step(obey, upgrading.turn, upgrading.sound)

    upgrading.turn()
    upgrading.sound()
    assert [] == upgrading.left_behind()


def test_killing_the_program_as_people_start_it(store_path: Path, tmp_path: Path) -> None:
    """In a Python of its own, from its first moment on."""
    adding = Adding(str(store_path), tmp_path, ROWS)
    dice, usual = random.Random("program"), 0.0  # noqa: S311 - dice for a test
    for turn in range(9):
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "tracker", *adding.turn()], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            if turn:
                time.sleep(dice.uniform(usual / 3, usual))
                process.kill()
        usual = usual or time.perf_counter() - start
        adding.sound()
