"""`tracker show` and `tracker cite`: one figure, whole, and the sentence it supports."""

from tests.cli.conftest import Tracker


def test_show_prints_what_was_printed_and_what_it_means(reading: Tracker) -> None:
    """Words, bounds, hedge, source and publisher stand side by side."""
    out = reading("show 2").out

    for words in ("fewer than 400", "fewer_than", "399", "Children of War", "live news page"):
        assert words in out


def test_a_figure_that_is_not_there_is_not_found(reading: Tracker) -> None:
    """One line, exit code 1, for each command that takes a number."""
    for command in ("show 99", "cite 99"):
        outcome = reading(command)
        assert (1, True) == (outcome.code, "there is no figure 99" in outcome.err)


def test_a_citation_keeps_the_hedge_the_source_and_the_publisher(reading: Tracker) -> None:
    """The sentence can be published as it is, in English and in Ukrainian."""
    english = reading("cite 2").out
    ukrainian = reading("cite 2 --lang uk").out

    for words in ("fewer than 400", "Children of War", "live news page", "4 April 2024"):
        assert words in english
    for words in ("fewer than 400", "менш як 400", "Children of War", "квітня 2024"):
        assert words in ukrainian


def test_another_language_is_refused(reading: Tracker) -> None:
    """Only the languages of reports are taken."""
    assert 2 == reading("cite 2 --lang fr").code
