"""Likely causes of a conflict, each with the command that settles it."""

import pytest

from tracker.domain.cause import Cause
from tracker.domain.errors import WrongUse
from tracker.wording.causes import Fact, cause_text, facts_of

FACTS: dict[str, Fact] = {
    "figure": 31,
    "figures": (12, 31),
    "source": "Children of War",
    "indicator": "returned",
    "finding": "dispute-1389ccf1",
    "rounded": 19546,
    "shared": 19500,
    "intended": 4237,
}


def told(kind: Cause, lang: str) -> str:
    """The sentence about a cause, with the facts it needs."""
    return cause_text(kind, lang, **{name: FACTS[name] for name in facts_of(kind)})


@pytest.mark.parametrize("lang", ["en", "uk"])
@pytest.mark.parametrize("kind", list(Cause))
def test_every_cause_ends_in_the_command_that_settles_it(kind: Cause, lang: str) -> None:
    """In both languages the sentence is followed by the same command."""
    sentence, _, command = told(kind, lang).partition(": tracker ")

    assert sentence
    assert command == told(kind, "en").partition(": tracker ")[2]
    assert command.split()[0] in {"correct", "break", "waive", "same", "source"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            Cause.OWN_PART,
            "Children of War may count its own part only: tracker source set 'Children of War' --coverage own",
        ),
        (Cause.SAME_BATCH, "Figures 12, 31 may report the same batch: tracker same 12 31 --because WHY"),
        (
            Cause.SLIP,
            "Figure 31 may have a slip of a digit for 4,237; compare it with the page: "
            "tracker correct 31 --value 4237 --because WHY",
        ),
        (
            Cause.ANOTHER_SERIES,
            "What Children of War counts as returned may have changed: "
            "tracker break returned --source 'Children of War' --on DAY --because WHY",
        ),
    ],
)
def test_a_command_can_be_copied_into_a_shell(kind: Cause, text: str) -> None:
    """Names with blanks are quoted; numbers stand without marks."""
    assert told(kind, "en") == text


def test_a_cause_is_told_in_ukrainian() -> None:
    """The sentence is Ukrainian, the command is the same."""
    assert told(Cause.ANOTHER_DAY, "uk") == (
        "Цифра 31 може стосуватися іншого дня, ніж записано: tracker correct 31 --as-of DAY --because WHY"
    )


def test_a_missing_fact_is_an_error() -> None:
    """A sentence is never printed with a blank in it."""
    with pytest.raises(ValueError, match=r"own-part needs \['source'\], not \[\]"):
        cause_text(Cause.OWN_PART, "en")


def test_a_fact_too_many_is_an_error() -> None:
    """A fact that the sentence has no place for was meant for another cause."""
    with pytest.raises(ValueError, match="not"):
        cause_text(Cause.OWN_PART, "en", source="Save Ukraine", figure=3)


def test_another_language_is_wrong_use() -> None:
    """There are causes in English and Ukrainian only."""
    with pytest.raises(WrongUse, match="write en or uk"):
        cause_text(Cause.OWN_PART, "de", source="Save Ukraine")
