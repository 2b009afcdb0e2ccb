"""The `tracker` command as a process: start-up, one line for every error, exit codes."""

import gc
import os
import sys

# Rich is a dependency of Typer's that no output here uses; without it --help takes a third less time.
os.environ.setdefault("TYPER_USE_RICH", "0")
# Nothing here multiplies matrices; without threads for that NumPy loads a third faster.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main() -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 findings or nothing found, 2 wrong use, 3 failed."""
    gc.disable()  # a command lives for a moment: collecting while it imports costs a tenth of its time
    from tracker.cli.app import run  # noqa: PLC0415 - the two lines above must come first

    code = run(sys.argv[1:])
    gc.freeze()  # spares the last collection a walk over every imported object
    sys.exit(code)


if __name__ == "__main__":
    main()
