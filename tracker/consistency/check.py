"""What a check is: a name, a manual and a function from what was examined to findings."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tracker.consistency.examination import Examination
from tracker.domain.finding import Finding


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of all figures; it finds, and something else words what it found.

    Attributes:
        find: the function that looks; its module is named after the check, and its docstring is the manual.
    """

    find: Callable[[Examination], Iterable[Finding]]

    @property
    def name(self) -> str:
        """The check's name, as in findings and `tracker explain`."""
        return self.find.__module__.rpartition(".")[2].replace("_", "-")

    @property
    def manual(self) -> str:
        """What it finds, why, an example that conflicts and one that does not."""
        return sys.modules[self.find.__module__].__doc__ or ""
