"""The engine against its peers, against its own limits, and whole processes against ledgers."""

import json
import math
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import ledgers
from timing import HERE, peer
from worlds import Shape, in_order, save, world

FIGURES = 200_000
MILLION = 1_000_000
PLANTED = 10
SIZES = (1_000, 10_000, 100_000, MILLION)
MEMORY = 1024
"""MiB that a million figures may take."""
BEND = 2.0
"""So much more than n log n may the time grow from one size to one ten times as large."""
FASTER = {"z3": 300, "highs": 30, "ortools": 30, "networkx": 30}
"""How many times faster than each peer the engine must be."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What a peer's program says of one answer on one input.

    Attributes:
        seconds: the median time.
        found: the answer: a verdict, or how many conflicts.
        peak: the largest resident size of the process, in MiB.
    """

    seconds: float
    found: bool | int | None
    peak: float


def ask(name: str, runs: int, *jobs: tuple[Path, str]) -> list[Timed]:
    """Let a program answer some jobs (input, answer) in turn, in one process of its own environment."""
    python = sys.executable if name == "tracker" else peer(name) / "python"
    pairs = [word for job in jobs for word in job]
    command = [python, HERE / "peers" / f"with_{name}.py", str(runs), *pairs]
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed: {done.stderr.decode()[-500:]}")
    said = json.loads(done.stdout)
    return [
        Timed(statistics.median(seconds), found, said["peak"])
        for seconds, found in zip(said["seconds"], said["found"], strict=True)
    ]


def row(what: str, mine: float, theirs: float, limit: float) -> bool:
    """Print one comparison: how many times the second the first takes; whether that is within the limit."""
    ratio = mine / theirs
    held = ratio <= limit
    verdict = "within" if held else "ABOVE"
    print(f"  {what:<44} {mine * 1000:9.1f} ms {theirs * 1000:9.1f} ms", end="")
    print(f"   ratio {ratio:.4f}, limit {limit:.4f}: {verdict}", flush=True)
    return held


def against_peers(folder: Path) -> bool:
    """Arrays in, verdict and every proof out, against the bare verdict of each peer."""
    held = True
    for shape in (Shape.POINT, Shape.LONG):
        for planted in (PLANTED, 0):
            print(f"{FIGURES:,} figures, {shape.value} events, {planted} conflicts: all proofs, against a bare verdict")
            path = save(world(FIGURES, shape, planted), folder / "world.npz")
            for name, faster in FASTER.items():
                held &= _faster_than(name, path, planted, 1 / faster)
    return held


def _faster_than(name: str, path: Path, planted: int, limit: float) -> bool:
    """Ours and the peer's in turn; z3, which takes most of a minute, once."""
    ours, theirs = [], []
    for _ in range(1 if name == "z3" else 3):
        ours += ask("tracker", 7, (path, "proofs"))
        theirs += ask(name, 1, (path, "verdict"))
    if {one.found for one in ours} != {planted} or {one.found for one in theirs} != {planted == 0}:
        sys.exit(f"tracker and {name} do not agree: {ours} {theirs}")
    mine, other = (statistics.median(one.seconds for one in side) for side in (ours, theirs))
    return row(f"tracker / {name} (once {1 / limit:.0f} times faster)", mine, other, limit)


def proofs(folder: Path) -> bool:
    """All proofs against the bare verdict."""
    held = True
    print(f"all proofs against the bare verdict, {PLANTED} conflicts")
    for figures in (FIGURES, MILLION):
        for shape in Shape:
            path = save(world(figures, shape, PLANTED), folder / "world.npz")
            every, bare = ask("tracker", 11 if figures < MILLION else 7, (path, "proofs"), (path, "verdict"))
            held &= row(f"{figures:,} figures, {shape.value}", every.seconds, bare.seconds, 1.3)
    return held


def growth(folder: Path) -> bool:
    """Time and memory from a thousand figures to a million, each size in a process of its own."""
    held = True
    for shape in Shape:
        print(f"all proofs, {shape.value}, {PLANTED} conflicts")
        print(f"  {'figures':>9} {'seconds':>9} {'peak MiB':>9} {'ns / n log n':>13}")
        last = 0.0
        for figures in SIZES:
            path = save(world(figures, shape, PLANTED), folder / "world.npz")
            (one,) = ask("tracker", 7, (path, "proofs"))
            share = one.seconds / figures / math.log2(figures) * 1e9
            good = one.peak <= MEMORY and (not last or share <= BEND * last)
            told = "" if good else "ABOVE"
            print(f"  {figures:9,} {one.seconds:9.4f} {one.peak:9.0f} {share:13.2f} {told}", flush=True)
            held, last = held and good, share
    return held


def floor(folder: Path) -> bool:
    """A million figures against argsort, gather, cumsum and cummax of the same arrays; highs against none."""
    held = True
    for order, arranged in (("no order", dict), ("the order of days", in_order)):
        print(f"{MILLION:,} figures in {order}: all proofs against argsort + gather + cumsum + cummax")
        for planted in (PLANTED, 0):
            paths = {
                shape: save(arranged(world(MILLION, shape, planted)), folder / f"{shape.value}.npz") for shape in Shape
            }
            for shape, limit in ((Shape.POINT, 5), (Shape.BETWEEN, 5), (Shape.LONG, 40)):
                mine, least = ask("tracker", 11, (paths[shape], "proofs"), (paths[shape], "passes"))
                held &= row(f"{shape.value}, {planted} conflicts", mine.seconds, least.seconds, limit)
            capped, fast = ask("tracker", 7, (paths[Shape.PERIODS], "proofs"), (paths[Shape.LONG], "proofs"))
            held &= row(f"periods / long, {planted} conflicts", capped.seconds, fast.seconds, 10)
    return held


BENCHMARKS: dict[str, Callable[[Path], bool]] = {
    "peers": against_peers,
    "proofs": proofs,
    "growth": growth,
    "floor": floor,
    "ledgers": ledgers.against_ledgers,
}


def main(names: Sequence[str]) -> int:
    """Run the benchmarks of these names, or all; 1 when a limit is missed."""
    passed = []
    for name in names or BENCHMARKS:
        with tempfile.TemporaryDirectory() as temporary:
            passed.append(BENCHMARKS[name](Path(temporary)))
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
