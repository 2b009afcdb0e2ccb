"""What nobody could look up again, and whose number stands alone."""

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
