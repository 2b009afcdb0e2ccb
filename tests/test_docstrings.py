"""The examples in docstrings are true."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import tracker

MODULES = [
    module.name for module in pkgutil.walk_packages(tracker.__path__, "tracker.") if "__main__" not in module.name
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_give_what_they_say(name: str) -> None:
    """Those of one module, run as typed at a prompt."""
    assert 0 == doctest.testmod(import_module(name)).failed


def test_there_are_examples() -> None:
    """A walk that finds none would hold nothing."""
    assert sum(doctest.testmod(import_module(name)).attempted for name in MODULES) > 30
