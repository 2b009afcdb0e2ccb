"""What `tracker same` and `tracker distinct` share: the decision is checked, kept and told."""

import typer

from tracker.cli.console import remark, say
from tracker.cli.options import now, open_to_write, require_reason
from tracker.domain.decision import Decision, DecisionKind
from tracker.domain.errors import NothingFound, WrongUse
from tracker.domain.figure import Basis, RecordedFigure, Status


def decide(
    context: typer.Context,
    kind: DecisionKind,
    numbers: list[int],
    because: str,
    author: str | None,
    store: str | None,
) -> None:
    """Keep a decision about event reports, and say which older ones it overrules."""
    from tracker.consistency.decided import overruled
    from tracker.wording.decisions import decision_text

    require_reason(because)
    decision = Decision(kind, frozenset(numbers), because, now())
    if len(decision.figures) < 2:
        raise WrongUse(f"tracker {kind} needs the numbers of two figures at least: `tracker check` names them")
    with open_to_write(context, store, author) as ledger:
        known = {figure.id: figure for figure in ledger.figures(ids=decision.figures, with_retracted=True)}
        _require_reports(known, decision)
        lost = overruled(ledger.decisions(), decision)
        ledger.decide(decision)
    say(f"Decided: {decision_text(decision)}")
    for old in lost:
        remark(f"this overrules what was decided on {old.recorded_at:%Y-%m-%d}: {decision_text(old)}")


def _require_reports(known: dict[int, RecordedFigure], decision: Decision) -> None:
    for number in sorted(decision.figures):
        if number not in known:
            raise NothingFound(f"there is no figure {number}: `tracker list` shows their numbers")
        figure = known[number]
        if figure.status is Status.RETRACTED:
            raise WrongUse(f"figure {number} is retracted, because: {figure.because}; leave it out")
        if figure.basis is not Basis.EVENT:
            raise WrongUse(
                f"figure {number} is a {figure.basis}, and only events report batches: "
                f"leave it out, or tracker correct {number} --basis event"
            )
    indicators = sorted({figure.indicator for figure in known.values()})
    if len(indicators) > 1:
        raise WrongUse(f"these figures count {' and '.join(indicators)}: decide on those of one indicator at a time")
