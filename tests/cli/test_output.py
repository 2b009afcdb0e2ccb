"""What is said when the answer itself cannot be written."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import STARTED
from tracker.store.ledger import open_store


def run(location: Path, output: int, *words: str, unbuffered: str) -> subprocess.CompletedProcess[str]:
    """Run a command line with a standard output of its own."""
    env = {**os.environ, "TRACKER_DB": str(location), "TRACKER_AUTHOR": "Ann", "PYTHONUNBUFFERED": unbuffered}
    command = [sys.executable, "-m", "tracker", *words]
    return subprocess.run(command, stdout=output, stderr=subprocess.PIPE, env=env, text=True, check=False)


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "words",
    [["add", "returned", "388", "--source", "A", "--as-of", "2024-04-03"], ["log", "--json"], ["--version"]],
    ids=lambda words: words[0],
)
def test_an_answer_that_finds_no_room_is_one_line(store_path: Path, words: list[str], unbuffered: str) -> None:
    """With exit code 3; what was recorded stays recorded."""
    full = os.open("/dev/full", os.O_WRONLY)

    done = run(store_path, full, *words, unbuffered=unbuffered)

    os.close(full)
    assert (3, 1) == (done.returncode, len(done.stderr.splitlines())), done.stderr
    assert "the answer could not be written (No space left on device)" in done.stderr
    with open_store(str(store_path), at=STARTED) as store:
        assert (words[0] == "add") == len(store.figures())


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_an_answer_that_nobody_reads_is_no_fault(store_path: Path, unbuffered: str) -> None:
    """As when it goes to `head`."""
    reader, writer = os.pipe()
    os.close(reader)

    done = run(store_path, writer, "log", "--json", unbuffered=unbuffered)

    os.close(writer)
    assert (0, "") == (done.returncode, done.stderr)
