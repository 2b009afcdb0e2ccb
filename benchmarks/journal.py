"""`verify` of a whole journal, against a bare SHA-256 over the same bytes; and what the journal adds to recording.

Usage: journal.py [FIGURES]; 1,000,000 when not given.
"""

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis, Figure
from tracker.domain.hedge import Hedge
from tracker.domain.span import Span
from tracker.store import journal
from tracker.store.ledger import open_store
from tracker.store.sqlite import SqliteDatabase
from tracker.store.verifying import verify

AT = datetime(2024, 4, 5, tzinfo=UTC)
RUNS = 5
LIMIT = 3.0


def figures(many: int) -> Iterator[Figure]:
    """Figures as an import brings them, no two the same."""
    days = [Span.parse(date.fromordinal(738_000 + day).isoformat()) for day in range(1000)]
    for number in range(many):
        yield Figure(
            indicator="returned",
            value=f"at least {number:,}",
            bounds=Bounds(number, None),
            hedge=Hedge.AT_LEAST,
            basis=Basis.TOTAL,
            as_of=days[number % 1000],
            published=days[number % 1000],
            source=f"Source {number % 50}",
            publisher=f"Publisher {number % 200}",
            url=f"https://example.org/{number}",
            note=f"row {number}",
        )


def hashed(database: SqliteDatabase) -> list[bytes]:
    """The bytes that each entry's hash is of."""
    before, found = journal.START, []
    contents = {about: _contents(database, about) for about in journal.SAID}
    for entry, about, number, author, at, digest in journal.entries(database):
        said = f'[{entry},"{about}",{number},{journal.text_of(author)},{at}]'
        found.append(f"{before}\n{said}\n{next(contents[about])}".encode())
        before = digest
    return found


def _contents(database: SqliteDatabase, about: str) -> Iterator[str]:
    ((*lasts,),) = database.rows("last_rows")
    for first, last in journal.blocks(1, dict(zip(journal.SAID, lasts, strict=True))[about]):
        for _, content in database.contents(about, first, last):
            yield content


def seconds(work: Callable[[], object]) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main(many: int) -> bool:
    """Print what was measured; whether the limit was kept."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "figures.db"
        with open_store(str(path), at=AT, author="N. Monitor") as store:
            spent = seconds(lambda: store.record(figures(many), at=AT))
        print(f"recording {many:,} figures: {spent:.1f} s, {path.stat().st_size / 2**20:.0f} MiB")
        with SqliteDatabase(path) as database:
            texts = hashed(database)
            bare, ours = [], []
            for _ in range(RUNS):
                bare.append(seconds(lambda: [hashlib.sha256(text).hexdigest() for text in texts]))
                ours.append(seconds(lambda: verify(database)))
        ratio = statistics.median(ours) / statistics.median(bare)
        size = sum(map(len, texts)) / len(texts)
        print(f"{len(texts):,} entries of {size:.0f} bytes in the mean")
        print(f"  bare SHA-256   {statistics.median(bare):7.2f} s\n  tracker verify {statistics.median(ours):7.2f} s")
        print(f"  ratio {ratio:.2f}, limit {LIMIT:.2f}: {'within' if ratio <= LIMIT else 'ABOVE'}  ({RUNS} runs each)")
    return ratio <= LIMIT


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000) else 1)
