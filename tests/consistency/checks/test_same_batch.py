"""Reports that may be one batch are asked about; see test_batches for what tells them apart."""

from tests.consistency.checks.examples import found, told

REPORTS = """
    add returned +6 --source "Qatar mediation" --as-of 2023-12-05
    add returned "Eight" --basis event --source "Dmytro Lubinets" --publisher UNN --as-of 2023-12-06 --place Russia
"""


def test_a_group_is_told_with_its_reasons() -> None:
    """What agrees, what differs, and who announced."""
    (finding,) = found("same-batch", REPORTS)

    assert (1, 2) == finding.figures
    assert ("Dmytro Lubinets", "Qatar mediation") == finding.sources
    assert "may-be-one-batch number-apart=2 days-apart=1 places-meet sources-differ" == finding.detail


def test_pages_that_print_one_report_alike_are_no_question() -> None:
    """There is nothing to decide about copies."""
    copies = """
        add returned +7 --source "Dmytro Lubinets" --publisher UNN --as-of 2024-04-03
        add returned +7 --source "Dmytro Lubinets" --publisher Babel --as-of 2024-04-03
    """

    assert [] == told("same-batch", copies)
