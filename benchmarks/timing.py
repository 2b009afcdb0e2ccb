"""Whole processes timed in turn: ours, the peer's, ours, the peer's."""

import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PEERS = HERE / ".peers"


@dataclass(frozen=True, slots=True)
class Program:
    """A command to be timed.

    Attributes:
        name: what the table calls it.
        command: what is run; its output is thrown away.
        code: the exit code that it must end with.
        prepare: called before every run, not timed.
        env: the environment; None for this process's.
    """

    name: str
    command: Sequence[str | Path]
    code: int
    prepare: Callable[[], None] = lambda: None
    env: Mapping[str, str] | None = None

    def seconds(self) -> float:
        """Wall time of one run."""
        self.prepare()
        start = time.perf_counter()
        done = subprocess.run(self.command, env=self.env, capture_output=True, check=False, stdin=subprocess.DEVNULL)
        spent = time.perf_counter() - start
        if done.returncode != self.code:
            said = (done.stdout + done.stderr).decode()[-500:]
            sys.exit(f"{self.name} ended with exit code {done.returncode} instead of {self.code}: {said}")
        return spent


def compare(title: str, ours: Program, peer: Program, *, limit: float, runs: int = 21) -> bool:
    """Time the two in turn and print medians and ratio; whether the ratio is within the limit."""
    ours.seconds(), peer.seconds()
    pairs = [(ours.seconds(), peer.seconds()) for _ in range(runs)]
    mine, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = mine / theirs
    verdict = "within" if ratio <= limit else "ABOVE"
    print(f"{title}\n  {ours.name:<28} {mine * 1000:9.1f} ms\n  {peer.name:<28} {theirs * 1000:9.1f} ms")
    print(f"  ratio {ratio:.2f}, limit {limit:.2f}: {verdict}  ({runs} runs each)", flush=True)
    return ratio <= limit


def peer(name: str) -> Path:
    """The folder of a peer's programs, its environment made on first use."""
    wanted = dict(line.split(maxsplit=1) for line in (HERE / "peers.txt").read_text().splitlines() if line)
    home = PEERS / name
    ready = home / "installed"
    if not ready.exists():
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", home], check=True)
        pip = [Path(sys.base_prefix) / "bin" / "python3", "-m", "pip", "--python", home / "bin" / "python"]
        subprocess.run([*pip, "install", "--quiet", *wanted[name].split()], check=True)
        ready.touch()
    return home / "bin"


def peak_mebibytes() -> float:
    """The largest resident size of any finished child process."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
