"""`tracker explain`: the manual of one check."""

from typing import Annotated

import typer

from tracker.cli.console import say
from tracker.domain.errors import WrongUse
from tracker.wording.names import did_you_mean

EXAMPLE = "Example: tracker explain dispute."


def command(
    name: Annotated[str, typer.Argument(metavar="CHECK", help="The name that a finding starts with.")],
) -> None:
    """Print the manual of a check.

    What it finds, why, an example that conflicts and one that does not.
    """
    from tracker.consistency.checking import CHECKS

    manuals = {check.name: check.manual for check in CHECKS}
    if name not in manuals:
        raise WrongUse(f"there is no check {name!r}:{did_you_mean(name, manuals)} there are {', '.join(manuals)}")
    say(f"{name}\n\n{manuals[name].strip()}")
