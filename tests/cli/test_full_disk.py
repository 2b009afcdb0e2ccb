"""A disk that is full, as people meet it: one line, exit code 3, and everything as it was.

The disk is a small file system of its own where the tests may mount one; elsewhere the system lets no file grow beyond
the same size, which SQLite is told of as a fault of the disk.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tests.factory import figure
from tracker.store.ledger import open_store

MEBIBYTE = 2**20
SIZE = 2 * MEBIBYTE
SAID = ("there is no room left for", "could not be read or written (disk I/O error)", "cannot be written")
LIMITED = f"""
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({SIZE}, {SIZE}))
from tracker.cli.app import run
sys.exit(run(sys.argv[1:]))
"""


@pytest.fixture(params=["mounted", "limited"])
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """A folder on a disk of two mebibytes; without the right to mount one, a folder like any other."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = request.param == "mounted" and not _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder)
    yield folder
    if mounted:
        _run("umount", folder)


def _run(*command: object) -> int:
    if not shutil.which(str(command[0])):
        return 1
    return subprocess.run([*map(str, command)], capture_output=True, check=False).returncode


@pytest.mark.parametrize("work", ["import", "archive", "backup", "restore"])
def test_what_finds_no_room_changes_nothing(disk: Path, store_path: Path, tmp_path: Path, work: str) -> None:
    """Whichever file is the one too many; the store takes what there is room for."""
    store = Path(shutil.copy(store_path, disk / "tracker.db"))
    with open_store(str(store), at=STARTED) as ledger:
        ledger.record([figure(value="1")], at=STARTED)
    roomy = Path(shutil.copy(store_path, tmp_path / "roomy.db"))
    with open_store(str(roomy), at=STARTED) as ledger:
        ledger.record((figure(value=str(number), quote="x" * 900) for number in range(2500)), at=STARTED)
    (tmp_path / "in.csv").write_text(
        "indicator,value,source,as_of,quote\n" + "".join(f"returned,{n},A,2024,{'x' * 900}\n" for n in range(4000))
    )
    (tmp_path / "page.html").write_bytes(b"<p>388</p>" + b" " * SIZE)
    words = {
        "import": ["import", tmp_path / "in.csv", "--db", store],
        "archive": ["add", "returned", "388", "--source", "A", "--as-of", "2024", "--archive", tmp_path / "page.html"],
        "backup": ["backup", disk / "copy.db", "--db", roomy],
        "restore": ["restore", roomy, "--replace", "--db", store],
    }[work]
    before = {path.name for path in disk.iterdir()}

    done = subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, words)],
        env={**os.environ, "TRACKER_DB": str(store), "TRACKER_AUTHOR": "Ann"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (3, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert any(words in done.stderr for words in SAID)
    with open_store(str(store), at=STARTED) as ledger:
        assert ["1"] == [each.value for each in ledger.figures()]
        assert () == ledger.verify().faults
        assert [] == ledger.faults() + ledger.evidence_faults()
        assert 2 == ledger.record([figure(value="2")], at=STARTED)[0].id
    left = {path.name for path in disk.iterdir()} - before - {"tracker.db-wal", "tracker.db-shm"}
    assert [] == [name for name in left if (disk / name).is_file()]
