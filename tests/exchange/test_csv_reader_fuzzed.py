"""CSV files changed at random, byte by byte: each gives rows, bad rows or a refusal in one line."""

import random
import time
from pathlib import Path

import pytest

from tests.fuzzing import ODD, PATIENCE, mutated, require_one_line
from tests.wording.test_entry_fuzzed import KNOWN
from tracker.domain.errors import WrongUse
from tracker.exchange.csv_reader import read_csv
from tracker.exchange.rows import Reading

FILE = """\
indicator,value,basis,as_of,since,source,publisher,published,place,url,quote,note
returned,"fewer than 400",,2024-04-04,,Children of War,live news page,2024-04-04,,https://example.org/1,,
returned,+7,event,2024-04-03,,"Lubinets, Dmytro",The Kyiv Independent,2024-04-04,Kherson Oblast;Crimea,,"""
FILES = [
    f'{FILE}"seven ""more""\nreturned",\n'.encode(),
    b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode(),
    "indicator;value\nreturned;Понад 1 200\n".encode(),
    "indicator,value,source,as_of,low,high\nreturned,понад 19 тисяч,Діти війни,2024-04,19001,\n".encode(),
    "indicator,value,source,as_of\nreturned,388,A,2024\n".encode("utf-16"),
]
BYTES = [*(letter.encode() for letter in ODD), b"\xff", b"\xc3", b'"', b'"', b",", b",", b"\n", b"\n", b"\r"]


@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
def test_fifteen_hundred_files_are_read_or_refused(tmp_path: Path, suffix: str) -> None:
    """Of each row that is no figure, line, column and problem are told; nothing takes long."""
    dice, slowest, outcomes = random.Random(suffix), 0.0, {"figures": 0, "bad": 0, "refused": 0}  # noqa: S311 - for a test
    path = tmp_path / f"in{suffix}"
    files = [content.replace(b",", b"\t") if suffix == ".tsv" else content for content in FILES]
    for _ in range(1_500):
        path.write_bytes(mutated(dice, dice.choice(files), files, BYTES))
        reading = Reading(read_csv(path), KNOWN)
        start = time.process_time()
        try:
            outcomes["figures"] += sum(1 for _ in reading.figures())
        except WrongUse as error:
            require_one_line(error)
            outcomes["refused"] += 1
        slowest = max(slowest, time.process_time() - start)
        assert all(bad.problem and bad.row.line > 1 for bad in reading.bad)
        outcomes["bad"] += len(reading.bad)

    assert slowest < PATIENCE
    assert min(outcomes.values()) > 75
