import pytest

from tracker.store.journal import SAID
from tracker.wording.changes import change_text


@pytest.mark.parametrize("about", SAID)
def test_a_row_of_every_table_has_words(about: str) -> None:
    """None is told by the name of its table alone, as one that a later tracker adds is."""
    said = dict.fromkeys((*SAID[about], "indicator", "source", "place"), "X") | {"starts_on": 738000, "holds_number": 1}

    assert about != change_text(about, said)
    assert "later" == change_text("later", {"id": 1})


def test_a_row_that_is_missing_is_said_to_be() -> None:
    """The log goes on."""
    assert "figure: the row is missing" == change_text("figure", {})


def test_a_break_is_told_with_its_day() -> None:
    """And not with the number that the store keeps."""
    said = {"status": "recorded", "indicator": "returned", "source": "A", "starts_on": 738946, "because": "why"}

    assert "break recorded: returned, A, 2024-03-01, because: why" == change_text("series_break", said)
