"""Spreadsheet cells that would run as formulas are neutralised, and read back as they were."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.wording.cells import neutralise, restore


@pytest.mark.parametrize("text", ["=1+1", "+7", "-5", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_cell_that_would_run_gets_an_apostrophe(text: str) -> None:
    """Every start that a spreadsheet takes for a formula is defused."""
    assert f"'{text}" == neutralise(text)


@example("'=1")
@example("'\t")
@given(st.text())
def test_neutralised_text_reads_back_as_it_was(text: str) -> None:
    """Nothing is lost on the way through a spreadsheet."""
    assert text == restore(neutralise(text))
