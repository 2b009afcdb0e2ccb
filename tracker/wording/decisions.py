"""Decisions in one sentence each."""

from tracker.domain.decision import Decision, DecisionKind, Waiver
from tracker.wording.languages import Language, listed


def decision_text(decision: Decision) -> str:
    """Which reports are of one batch, or are not, and why.

    >>> from datetime import datetime
    >>> decision_text(Decision(DecisionKind.SAME, frozenset({7, 3}), "the same bus", datetime(2024, 4, 5)))
    'figures 3 and 7 report one batch, because: the same bus'
    """
    figures = listed([str(number) for number in sorted(decision.figures)], Language.EN)
    if decision.kind is DecisionKind.SAME:
        return f"figures {figures} report one batch, because: {decision.because}"
    few = "different batches" if len(decision.figures) == 2 else "different batches, each its own"
    return f"figures {figures} report {few}, because: {decision.because}"


def waiver_text(waiver: Waiver) -> str:
    """Who lets a finding stand, since when, and why."""
    return f"waived by {waiver.author} on {waiver.recorded_at:%Y-%m-%d}, because: {waiver.because}"
