"""Sixteen people at once: whoever finds the store busy waits, and nobody's work is lost or done twice."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.conftest import STARTED
from tracker.store.ledger import open_store

MANY = 16


def all_at_once(location: str, commands: Iterable[list[str]]) -> None:
    """Run command lines in processes of their own, all of which end well and say nothing on stderr."""
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "tracker", *words],
            env={**os.environ, "TRACKER_DB": location, "TRACKER_AUTHOR": f"Person {number}"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number, words in enumerate(commands)
    ]
    said = [process.communicate()[1] for process in running]

    assert [(0, "")] * len(running) == [(process.returncode, err) for process, err in zip(running, said, strict=True)]


def test_sixteen_add_to_a_store_that_is_not_there_yet(empty_location: str) -> None:
    """It is made once, and holds what each of them recorded, in one chain."""
    all_at_once(
        empty_location,
        (["add", "returned", str(number), "--source", "A", "--as-of", "2024-04-03"] for number in range(MANY)),
    )

    with open_store(empty_location, at=STARTED) as store:
        figures = store.figures()
        assert list(range(1, MANY + 1)) == sorted(one.id for one in figures)
        assert {str(number) for number in range(MANY)} == {one.value for one in figures}
        assert {f"Person {one.value}" for one in figures} == {name for one in figures for name in store.authors(one.id)}
        assert () == store.verify().faults


def test_sixteen_import_and_correct(location: str, tmp_path: Path) -> None:
    """Files that overlap are recorded once; corrections of one figure follow one another."""
    all_at_once(location, [["add", "returned", "1", "--source", "B", "--as-of", "2024-04-03"]])
    commands = []
    for number in range(MANY // 2):
        path = tmp_path / f"{number}.csv"
        rows = "".join(f"returned,{value},A,2024-04-03\n" for value in range(number * 100, number * 100 + 200))
        path.write_text(f"indicator,value,source,as_of\n{rows}")
        commands.append(["import", str(path)])
        commands.append(["correct", "1", "--value", str(1000 + number), "--because", "misread"])

    all_at_once(location, commands)

    with open_store(location, at=STARTED) as store:
        imported = [one for one in store.figures() if one.source == "A"]
        assert sorted(map(str, range(MANY // 2 * 100 + 100))) == sorted(one.value for one in imported)
        versions = store.versions(1)
        assert {"1", *(str(1000 + number) for number in range(MANY // 2))} == {one.value for one in versions}
        assert versions == sorted(versions, key=lambda one: one.recorded_at)
        assert () == store.verify().faults
