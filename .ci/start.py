"""Set tracker up in .venv from the locked dependencies, then run the example or the tests.

    python3 .ci/start.py example    a chart of real figures and what cannot all be true among them, in example/
    python3 .ci/start.py tests      every test, on SQLite and on a PostgreSQL server that comes with the dependencies

Needs Python and pip, nothing else.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
FINDINGS = 1  # the exit code of `tracker check` where something was found


def run(*command: str | Path, allow: int = 0) -> None:
    """Run one step, shown as a person would type it; stop where it fails."""
    print("$", *command, flush=True)
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code not in (0, allow):
        sys.exit(f"start.py: the step above failed with exit code {code}")


def install(lock: str, *package: str) -> None:
    """Install the locked dependencies, each against its hash, and tracker itself."""
    if not VENV.exists():
        run(sys.executable, "-m", "venv", "--without-pip", VENV)
    pip = (sys.executable, "-m", "pip", "--python", BIN / "python", "install", "--quiet")
    run(*pip, "--require-hashes", "--requirement", ROOT / lock)
    run(*pip, "--no-deps", "--no-build-isolation", *package)


def example() -> None:
    """Record the example figures, draw them and check them."""
    install("requirements.lock", "--force-reinstall", ".")
    folder = ROOT / "example"
    folder.mkdir(exist_ok=True)
    tracker, store = BIN / "tracker", folder / "figures.db"
    run(tracker, "init", "--example", "--db", store)
    run(tracker, "report", "--chart", "--output", folder / "chart.png", "--db", store)
    run(tracker, "check", "--severity", "warning", "--db", store, allow=FINDINGS)
    print(f"\nThe store:  {store}\nThe chart:  {folder / 'chart.png'}\nThe command: {tracker}")


def tests() -> None:
    """Run every test."""
    install("requirements-dev.lock", "--editable", ".")
    run(BIN / "python", "-m", "pytest", "--numprocesses", "auto")


if __name__ == "__main__":
    steps = {"example": example, "tests": tests}
    if sys.argv[1:2] == [] or sys.argv[1] not in steps:
        sys.exit(__doc__)
    steps[sys.argv[1]]()
