"""What every peer's program does around its answer: read the arrays, take the time, say it."""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

Arrays = dict[str, np.ndarray]

OPEN = int(np.iinfo(np.int64).min)
"""Stands for an end that is open, and for the opening of a total."""


def measure(**answers: Callable[[Arrays], bool | int | None]) -> None:
    """Take the time of answers, in turn, and print seconds, what was found and the peak memory as JSON.

    The command line gives how often, and pairs of a file and the name of an answer. What is imported before, and the
    reading of the files, are not timed; where there are several runs, neither is a first one.
    """
    times, *pairs = sys.argv[1:]
    jobs = [(load(path), answers[name]) for path, name in zip(pairs[::2], pairs[1::2], strict=True)]
    seconds: list[list[float]] = [[] for _ in jobs]
    found: list[bool | int | None] = [None for _ in jobs]
    for run in range(int(times) + (times != "1")):
        for number, (arrays, answer) in enumerate(jobs):
            start = time.perf_counter()
            found[number] = answer(arrays)
            spent = time.perf_counter() - start
            if run or times == "1":
                seconds[number].append(spent)
    print(json.dumps({"seconds": seconds, "found": found, "peak": peak_mebibytes()}))


def peak_mebibytes() -> float:
    """The largest resident size of this process; `getrusage` would count what its parent had before it began."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def load(path: str) -> Arrays:
    """The columns of a file."""
    with np.load(path) as file:
        return dict(file)


class Model:
    """The arrays as every peer wants them: one number x for each day that is named.

    Attributes:
        size: how many such days.
        low: at least so much on each, 0 where no total says more.
        high: at most so much on each, OPEN where no total says anything.
        tails, heads, gains: x[head] - x[tail] >= gain, for each event.
    """

    def __init__(self, arrays: Arrays) -> None:
        total = arrays["after"] == OPEN
        if np.any(~total & (arrays["high"] != OPEN)):
            raise ValueError("the peers are not asked about highs over spans")
        days, place = np.unique(np.concatenate([arrays["upto"], arrays["after"][~total]]), return_inverse=True)
        upto = place[: len(total)]
        self.size = len(days)
        self.low, high = np.zeros(self.size, np.int64), np.full(self.size, np.iinfo(np.int64).max)
        np.maximum.at(self.low, upto[total], arrays["low"][total])
        capped = total & (arrays["high"] != OPEN)
        np.minimum.at(high, upto[capped], arrays["high"][capped])
        self.high = np.where(high == np.iinfo(np.int64).max, OPEN, high)
        self.tails, self.heads, self.gains = place[len(total) :], upto[~total], arrays["low"][~total]
