"""Large systems get the same answers by way of arrays."""

import subprocess
import sys

import pytest
from hypothesis import given, settings

from tests.consistency.worlds import systems
from tracker.consistency.arrays.large import solve_large
from tracker.consistency.engine import solver
from tracker.consistency.engine.proof import replay
from tracker.consistency.engine.solver import Clash, Solution, solve
from tracker.consistency.engine.system import Claim, System


@given(systems(most_figures=10))
@settings(max_examples=150, deadline=None)
def test_the_answer_is_that_of_the_general_engine(system: System) -> None:
    """The same solution; of a clash the same verdict, with a proof."""
    system = System(system.claims)
    expected, found = solve(system), solve_large(system)

    if isinstance(expected, Solution):
        assert expected == found
    else:
        assert isinstance(found, Clash)
        assert found.conflict.misses_by == replay(found.conflict, system)


def test_numbers_of_any_size_are_exact_in_large_systems_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit in 64 bits goes the slower way."""
    monkeypatch.setattr(solver, "MANY", 1)
    system = System((Claim(1, 0, None, 1, 2**80), Claim(2, 0, 1, 2, 5), Claim(3, 0, None, 2, None, 2**80 + 4)))
    found = solve(system)

    assert isinstance(found, Clash)
    assert found.conflict.misses_by == 1


def test_small_systems_do_without_numpy() -> None:
    """To import and use the engine on a few claims does not load NumPy."""
    program = (
        "import sys; from tracker.consistency.engine.solver import solve; "
        "from tracker.consistency.engine.system import Claim, System; "
        "solve(System((Claim(1, 0, None, 1, 2),))); sys.exit('numpy' in sys.modules)"
    )

    assert 0 == subprocess.run([sys.executable, "-c", program], check=False).returncode
