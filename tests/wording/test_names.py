"""Names that are close to another."""

from tracker.wording.names import did_you_mean, other_spelling


def test_a_slip_is_offered_the_name_meant() -> None:
    """One letter off is close, in any case of letters."""
    assert " did you mean abducted?" == did_you_mean("Abductd", ["returned", "abducted"])


def test_no_name_is_offered_where_none_is_close() -> None:
    """The question stays silent rather than guess."""
    assert "" == did_you_mean("zzzz", ["abducted", "returned"])


def test_another_spelling_of_a_name_is_seen() -> None:
    """A transliteration is close; another person is not."""
    assert "Dmytro Lubinets" == other_spelling("Dmitro Lubinets", ["Dmytro Lubinets", "Daria Zarivna"])
    assert other_spelling("Andriy Yermak", ["Dmytro Lubinets", "Daria Zarivna"]) is None
