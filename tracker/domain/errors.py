"""The errors a user meets, each with its exit code.

TrackerError            3  tracker could not do its work: locked, damaged or full store
├── WrongUse            2  what was given cannot be used; the message says what, where and the mend
│   ├── UnreadableValue    words that are no number, or can be read in two ways
│   └── UnusableStore      a database that is foreign, unreadable, read-only or of an unknown schema version
└── NothingFound        1  the question was sound and the store has no answer
"""

from collections.abc import Sequence


class TrackerError(Exception):
    """Tracker could not do its work; the message is one line for the user."""

    exit_code = 3


class WrongUse(TrackerError):  # noqa: N818 - the exit code's name in the contract is "wrong use"
    """What the user gave cannot be used; nothing was recorded."""

    exit_code = 2


class UnreadableValue(WrongUse):
    """Words that cannot be read as a figure's value.

    Attributes:
        readings: the possible readings, when there is more than one; empty when there is none.
    """

    def __init__(self, message: str, readings: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.readings = tuple(readings)


class UnusableStore(WrongUse):
    """A location that holds no store that this tracker can read or write."""


class NothingFound(TrackerError):  # noqa: N818 - it is an answer, not a fault
    """The question was sound; the store has no answer."""

    exit_code = 1
