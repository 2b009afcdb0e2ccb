"""What nobody could look up again, and whose number stands alone."""

import pytest

from tests.consistency.checks.examples import told

SURE = "--url https://example.org/{} --archive page.html"


def test_gaps_are_told_once_for_each_indicator_and_kind() -> None:
    """Not once for each figure."""
    figures = """
        add returned 388 --source A --as-of 2024-02-01
        add returned 389 --source B --as-of 2024-02-02
        add returned 390 --source B --as-of 2024-02-03 --url https://example.org/1 --quote "390 came back"
        add killed 500 --source A --as-of 2024-02-01
    """

    assert [
        ((4,), "no-url no-quote no-archive"),
        ((3,), "no-archive"),
        ((1, 2), "no-url no-quote no-archive"),
    ] == told("thin-evidence", figures)


def test_an_archived_copy_holds_the_quote() -> None:
    """With an address and a copy nothing is missing."""
    assert [] == told("thin-evidence", f"add returned 388 --source A --as-of 2024-02-01 {SURE}")


@pytest.mark.parametrize(("file", "remark"), [("other.html", "not-in-archive"), ("page.png", "not-searched")])
def test_a_copy_that_does_not_show_the_number_is_told(file: str, remark: str) -> None:
    """Whether it was searched in vain, or could not be searched."""
    page = f"add returned 388 --source A --as-of 2024-02-01 --url https://example.org/1 --archive {file}"

    assert [((1,), remark)] == told("thin-evidence", page)


def test_a_copy_in_a_public_archive_is_a_copy() -> None:
    """The sentence can be looked up there; tracker cannot search it, and says nothing of what it holds."""
    page = "add returned 388 --source A --as-of 2024-02-01 --url https://example.org/1"

    assert [((1,), "no-quote no-archive")] == told("thin-evidence", page)
    assert [((1,), "no-quote")] == told("thin-evidence", f"{page} --archive-url https://web.archive.org/1")


def test_a_number_of_one_source_stands_alone_however_many_publish_it() -> None:
    """Another source's same number ends that."""
    pages = "".join(
        f"add returned 388 --source A --publisher {name} --as-of 2024-02-01 {SURE.format(name)}\n" for name in "XYZ"
    )

    assert [((1, 2, 3), "one-source")] == told("thin-evidence", pages)
    assert [] == told("thin-evidence", pages + f"add returned 388 --source B --as-of 2024-02-05 {SURE}")


def test_figures_with_a_gap_that_stand_alone_are_told_once() -> None:
    """The same figures are one finding, with both remarks."""
    pages = "".join(f"add returned 388 --source A --publisher {name} --as-of 2024-02-01\n" for name in "XY")

    assert [((1, 2), "no-url no-quote no-archive one-source")] == told("thin-evidence", pages)
