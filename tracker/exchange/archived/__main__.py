"""Reads a file on standard input and writes its text, or on standard error why it has none."""

import sys

from tracker.exchange.archived.no_text import EXIT_CODE, NoTextError
from tracker.exchange.archived.recognised import text_of

_MEMORY = 2**30  # bytes
_SECONDS = 30


def _restrict() -> None:
    """Take from this process, where the system can, what a hostile file might make it use."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the time that the caller waits is the only limit
    except ImportError:
        return
    for limit, most in (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, _SECONDS),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def main() -> int:
    """Read, write and say how it went."""
    sys.dont_write_bytecode = True
    _restrict()
    try:
        text = text_of(sys.stdin.buffer.read())
    except NoTextError as reason:
        sys.stderr.write(str(reason))
        return EXIT_CODE
    sys.stdout.buffer.write(text.encode(errors="replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
