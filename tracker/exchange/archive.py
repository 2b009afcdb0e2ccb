"""The text of an archived file, read by a process apart, which a hostile file can stop but not make do anything."""

import os
import subprocess
import sys
from pathlib import Path

from tracker.exchange.archived.no_text import EXIT_CODE, NoTextError

_PATIENCE = 60  # seconds
_ROOT = str(Path(__file__).parents[2])


def archive_text(content: bytes) -> str:
    """The text of an HTML, PDF, plain text or WARC file; which of them it is, its first bytes say.

    Raises:
        NoTextError: for any other file, and for one that holds no text, is damaged, or takes too long.
    """
    # -P: a folder that somebody is in must not stand in for the package, which is this one, installed or not.
    command = [sys.executable, "-P", "-m", "tracker.exchange.archived"]
    found = os.pathsep.join(filter(None, (_ROOT, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(  # noqa: S603 - this program itself
            command,
            input=content,
            capture_output=True,
            timeout=_PATIENCE,
            env={**os.environ, "PYTHONPATH": found},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NoTextError("takes too long to read") from None
    if done.returncode == EXIT_CODE:
        raise NoTextError(done.stderr.decode(errors="replace"))
    if done.returncode:
        raise NoTextError("is damaged, or takes too much time or memory to read")
    return done.stdout.decode(errors="replace")
