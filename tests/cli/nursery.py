"""A process that has all of tracker loaded and runs command lines in forks of itself, so that hundreds can be killed.

Started by `tests.cli.test_killed`; it reads orders, a JSON line each, on standard input and answers each on standard
output. A fork runs what `tracker` runs; only the time in which a fresh Python loads its modules is saved.
"""

import json
import os
import pkgutil
import select
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib import import_module

import tracker.cli
import tracker.store
from tracker.cli.app import run

# What changes files; SQLite's own steps are hit by time alone.
_STEPS = ("os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.truncate", "sqlite3.connect")


@dataclass(frozen=True)
class Order:
    """What to run, and when to kill it; None for never.

    Attributes:
        arguments: what follows `tracker` on the command line.
        after: so many seconds after its start.
        before: just before this step, counted from 1, of those that change a file.
    """

    arguments: Sequence[str]
    after: float | None = None
    before: int | None = None


@dataclass(frozen=True)
class Answer:
    """How it went.

    Attributes:
        code: the exit code; negative, the number of the signal that ended it.
        seconds: how long it took.
    """

    code: int
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether it was killed before it ended."""
        return self.code == -signal.SIGKILL


def main() -> None:
    """Answer orders until there are no more."""
    for package in (tracker.cli, tracker.store):
        for module in pkgutil.iter_modules(package.__path__):
            import_module(f"{package.__name__}.{module.name}")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(asdict(_obey(Order(**json.loads(line))))) + "\n")
        sys.stdout.flush()


def _obey(order: Order) -> Answer:
    end, alive = os.pipe()  # it can be read from as soon as nobody is left who could write into it
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        os._exit(_born(order))
    os.close(alive)
    ended, _, _ = select.select([end], [], [], order.after)
    os.close(end)
    if not ended:
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return Answer(os.waitstatus_to_exitcode(status), time.perf_counter() - start)


def _born(order: Order) -> int:
    for stream in range(3):
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    if order.before is not None:
        _die_before(order.before)
    return run(order.arguments)


def _die_before(step: int) -> None:
    seen = 0

    def watch(event: str, details: tuple[object, ...]) -> None:
        nonlocal seen
        written = event == "open" and isinstance(details[2], int) and details[2] & (os.O_WRONLY | os.O_RDWR)
        if written or event in _STEPS:
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


if __name__ == "__main__":
    main()
