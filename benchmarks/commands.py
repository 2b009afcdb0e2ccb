"""The commands against their peers: add, --help, import, report --chart."""

import csv
import os
import random
import sys
import tempfile
from pathlib import Path

from timing import Program, compare, peer

from tracker.wording.entry import COLUMNS

ROWS = 100_000
BIN = Path(sys.executable).parent
CHART_FLOOR = "import matplotlib.figure, matplotlib.backends.backend_agg, matplotlib.dates"


def with_store(folder: Path) -> dict[str, str]:
    """The environment with a store in the folder."""
    return {**os.environ, "TRACKER_DB": str(folder / "figures.db")}


def add(folder: Path) -> bool:
    """One figure into a store that exists, against one row of sqlite-utils into a table that exists."""
    env = with_store(folder)
    Program("init", [BIN / "tracker", "init", "--example"], code=0, env=env).seconds()
    numbers = iter(range(1_000_000))
    row = folder / "row.json"

    command: list[str | Path] = [BIN / "tracker", "add", "returned", "", "--source", "Children of War"]
    command += ["--publisher", "Ukrinform", "--as-of", "2024-04-04", "--url", "https://example.org/"]

    def next_figure() -> None:
        command[3] = f"at least {1000 + next(numbers):,}"

    def next_row() -> None:
        row.write_text(f'{{"indicator": "returned", "value": "at least {next(numbers)}", "as_of": "2024-04-04"}}')

    insert: list[str | Path] = [peer("sqlite-utils") / "sqlite-utils", "insert", folder / "peer.db", "figures", row]
    return compare(
        "add one figure",
        Program("tracker add", command, code=0, prepare=next_figure, env=env),
        Program("sqlite-utils insert", insert, code=0, prepare=next_row),
        limit=1.6,
    )


def show_help(folder: Path) -> bool:
    """The help text of each."""
    return compare(
        "--help",
        Program("tracker --help", [BIN / "tracker", "--help"], code=0, env=with_store(folder)),
        Program("sqlite-utils --help", [peer("sqlite-utils") / "sqlite-utils", "--help"], code=0),
        limit=0.7,
    )


def bulk(folder: Path) -> bool:
    """100,000 rows of a CSV file with hedged values, into an empty store each time."""
    source, env = folder / "rows.csv", with_store(folder)
    write_rows(source)
    store, other = folder / "figures.db", folder / "peer.db"

    def new_store() -> None:
        for leftover in folder.glob("figures.db*"):
            leftover.unlink()
        Program("init", [BIN / "tracker", "init"], code=0, env=env).seconds()

    insert = [peer("sqlite-utils") / "sqlite-utils", "insert", other, "figures", source, "--csv"]
    good = compare(
        f"import {ROWS:,} rows",
        Program("tracker import", [BIN / "tracker", "import", source], code=0, prepare=new_store, env=env),
        Program("sqlite-utils insert --csv", insert, code=0, prepare=lambda: other.unlink(missing_ok=True)),
        limit=0.5,
        runs=15,
    )
    print(f"  the store takes {store.stat().st_size / 2**20:.0f} MiB")
    return good


def write_rows(path: Path) -> None:
    """Rows with every kind of hedge, in three languages, no two the same; the same file every time."""
    dice = random.Random(2024)  # noqa: S311 - test rows, not secrets
    hedges = (
        "",
        "",
        "",
        "at least ",
        "more than ",
        "fewer than ",
        "about ",
        "up to ",
        "понад ",
        "щонайменше ",
        "более ",
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(ROWS):
            day = f"20{dice.randint(22, 25)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
            value = f"{dice.choice(hedges)}{dice.randint(100, 1_000_000):,}"
            writer.writerow(
                [
                    dice.choice(("abducted", "returned", "killed", "injured")),
                    value,
                    "total",
                    day,
                    "",
                    f"Source {dice.randint(1, 50)}",
                    f"Publisher {dice.randint(1, 200)}",
                    day,
                    "",
                    f"https://example.org/{number}",
                    "",
                    f"row {number}",
                ]
            )


def chart(folder: Path) -> bool:
    """The chart of the example figures, against a process that only imports what draws it."""
    env = with_store(folder)
    Program("init", [BIN / "tracker", "init", "--example"], code=0, env=env).seconds()
    drawing = [BIN / "tracker", "report", "--chart", "--output", folder / "chart.png"]
    return compare(
        "report --chart on the example",
        Program("tracker report --chart", drawing, code=0, env=env),
        Program("import matplotlib alone", [BIN / "python", "-c", CHART_FLOOR], code=0),
        limit=1.6,
    )


BENCHMARKS = {"add": add, "help": show_help, "import": bulk, "chart": chart}

if __name__ == "__main__":
    passed = []
    for name in sys.argv[1:] or BENCHMARKS:
        with tempfile.TemporaryDirectory() as temporary:
            passed.append(BENCHMARKS[name](Path(temporary)))
    sys.exit(0 if all(passed) else 1)
