"""What is counted: the indicators known from the start, each with its written definition."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Indicator:
    """What a figure counts.

    Attributes:
        name: the word used in commands and columns, lower case with hyphens.
        definition: one sentence that says who is counted, so that two figures can be told to count the same.
    """

    name: str
    definition: str


KNOWN_INDICATORS = (
    Indicator(
        "abducted",
        "Children identified by name or case as deported to Russia or forcibly transferred within occupied territory.",
    ),
    Indicator(
        "returned",
        "Children brought back to territory under Ukrainian control, from Russia, Belarus or occupied territory, "
        "whether or not they had been deported.",
    ),
    Indicator("returned-deported", "Returned children who had been deported or forcibly transferred."),
    Indicator(
        "abducted-estimate",
        "Estimates and claims of how many children were deported or forcibly transferred, beyond the identified ones.",
    ),
    Indicator("located", "Abducted children whose whereabouts have been established."),
    Indicator(
        "found",
        "Missing children whose search was closed because they were found, as the Children of War portal counts "
        "them; most never left territory under Ukrainian control, so they are not returned children.",
    ),
    Indicator("missing", "Children reported missing whose search is open on the day; the number rises and falls."),
    Indicator("killed", "Children killed since 24 February 2022."),
    Indicator("injured", "Children injured since 24 February 2022."),
)

# Each child counted by the first is counted by the second. Only declared relations hold: `returned` and `abducted`
# may count different populations.
RELATIONS = (
    ("returned-deported", "returned"),
    ("returned-deported", "abducted"),
)

# A child returned today is among the abducted too, but was abducted before.
_AT_ANOTHER_MOMENT = frozenset({("returned-deported", "abducted")})


# Counts of how many there are at a time. They rise and fall, so only figures on the same day bear on each other; all
# other indicators are running counts, which never fall.
STANDING = frozenset({"missing"})


def related(names: Iterable[str]) -> list[frozenset[str]]:
    """Indicators in groups that declared relations link, in alphabetical order of their first.

    >>> [sorted(group) for group in related(["returned", "killed", "returned-deported"])]
    [['killed'], ['returned', 'returned-deported']]
    """
    group = {name: frozenset({name}) for name in sorted(names)}
    for part, whole in RELATIONS:
        if part in group and whole in group:
            merged = group[part] | group[whole]
            group.update(dict.fromkeys(merged, merged))
    return list(dict.fromkeys(group.values()))


def contains_indicator(whole: str, part: str) -> bool:
    """Whether one indicator counts every child that another counts, or is the same.

    >>> contains_indicator("abducted", "returned-deported"), contains_indicator("abducted", "returned")
    (True, False)
    """
    return whole == part or (part, whole) in RELATIONS


def happens_within(whole: str, part: str) -> bool:
    """Whether what one indicator counts in a span is counted in that span by another too, or is the same.

    >>> happens_within("returned", "returned-deported"), happens_within("abducted", "returned-deported")
    (True, False)
    """
    return contains_indicator(whole, part) and (part, whole) not in _AT_ANOTHER_MOMENT
