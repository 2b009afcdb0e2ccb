"""Whole processes on exact figures: `tracker check` against `hledger check` and `bean-check`.

The same count three times: n events, each followed by an exact total. For a ledger that is n transactions, each with
an assertion of the balance.
"""

import csv
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from timing import Program, compare, peer

BIN = Path(sys.executable).parent
LAST = date(2026, 10, 31)
LIMITS = {10_000: (0.5, 0.2), 100_000: (0.2, 0.06)}
"""By the number of events: times `hledger check`, times `bean-check`."""
WRONG = 3_000_000_000
"""What one event is written as where a ledger is to be found wrong."""


def against_ledgers(folder: Path) -> bool:
    """All sizes against both ledgers, after the same verdict on sound and on wrong figures."""
    if shutil.which("hledger") is None:
        sys.exit("hledger is not installed: on Debian, apt-get install hledger")
    held = True
    for number, (to_hledger, to_beancount) in LIMITS.items():
        runs = 7 if number <= 10_000 else 3
        title = f"check {number:,} events and {number:,} totals"
        programs = make(folder, number, wrong=False)
        tracker, hledger, beancount = programs
        _expect(programs, sound=True)
        held &= compare(title, tracker, hledger, limit=to_hledger, runs=runs)
        held &= compare(title, tracker, beancount, limit=to_beancount, runs=runs)
        _expect(programs, sound=True)  # a program that broke on the way would have looked fast
        _expect(make(folder, number, wrong=True), sound=False)
    return held


def make(folder: Path, number: int, *, wrong: bool) -> tuple[Program, Program, Program]:
    """Write the count for each, and give the three commands that check it."""
    days = list(_days(number, wrong=wrong))
    rows, journal, book = folder / "rows.csv", folder / "count.journal", folder / "count.beancount"
    _write_rows(rows, days)
    journal.write_text("".join(_journal(days)))
    book.write_text("".join(_beancount(days)))
    store = folder / "figures.db"
    for leftover in folder.glob("figures.db*"):
        leftover.unlink()
    env = {**os.environ, "TRACKER_DB": str(store)}
    subprocess.run([BIN / "tracker", "import", rows], env=env, check=True, capture_output=True)
    code = 1 if wrong else 0
    return (
        # It always has something to note: rises that no batch explains, a figure that rests on one source.
        Program("tracker check", [BIN / "tracker", "check"], code=1, env=env),
        Program("hledger check", ["hledger", "--file", journal, "check"], code=code),
        Program("bean-check", [peer("beancount") / "bean-check", "--no-cache", book], code=code),
    )


def _expect(programs: tuple[Program, Program, Program], *, sound: bool) -> None:
    """End unless all three give the verdict that is right; of what tracker reports, errors count here."""
    tracker, *others = programs
    errors = [*tracker.command, "--severity", "error"]
    for command, env in ((errors, tracker.env), *((other.command, other.env) for other in others)):
        done = subprocess.run(command, env=env, capture_output=True, check=False)
        if done.returncode != (0 if sound else 1):
            sys.exit(f"{command[0]} gave another verdict: {done.returncode} {(done.stdout + done.stderr)[-500:]!r}")


def _days(number: int, *, wrong: bool) -> Iterator[tuple[str, str, int, int]]:
    """For each day, oldest first: it, the next, how many more, how many so far.

    No number comes again within a week or so, lest events be taken for one; one of those in the middle can be wrong.
    """
    dice = random.Random(2024)  # noqa: S311 - test figures, not secrets
    recent: list[int] = []
    so_far = 0
    first = LAST.toordinal() - number + 1
    for place in range(number):
        more = dice.choice([each for each in range(1, 61) if each not in recent])
        recent = [*recent[-19:], more]
        so_far += more
        day, following = (date.fromordinal(first + place + later).isoformat() for later in (0, 1))
        yield day, following, WRONG if wrong and place == number // 2 else more, so_far


def _write_rows(path: Path, days: list[tuple[str, str, int, int]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["indicator", "value", "basis", "as_of", "source", "published", "url", "quote"])
        for day, _, more, so_far in days:
            said = ["Children of War", day, f"https://example.org/{day}"]
            writer.writerow(["returned", f"+{more}", "event", day, *said, f"{more} more returned"])
            writer.writerow(["returned", so_far, "total", day, *said, f"{so_far} returned"])


def _journal(days: list[tuple[str, str, int, int]]) -> Iterator[str]:
    for day, _, more, so_far in days:
        yield f"{day} returned\n    assets:returned  {more} CHILDREN = {so_far} CHILDREN\n    equity:abroad\n\n"


def _beancount(days: list[tuple[str, str, int, int]]) -> Iterator[str]:
    yield "".join(f"1700-01-01 open {account} CHILDREN\n" for account in ("Assets:Returned", "Equity:Abroad"))
    for day, following, more, so_far in days:
        yield f'{day} * "returned"\n  Assets:Returned  {more} CHILDREN\n  Equity:Abroad  -{more} CHILDREN\n'
        # A balance is asserted of the morning.
        yield f"{following} balance Assets:Returned  {so_far} CHILDREN\n"
