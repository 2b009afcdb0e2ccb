"""Findings in words: the figures as printed, and why they cannot all be true. Nobody is accused."""

from collections.abc import Mapping, Sequence

from tracker.domain.figure import Basis, Figure, RecordedFigure
from tracker.domain.finding import Finding, Severity, Step
from tracker.domain.place import is_whole
from tracker.wording.arithmetic import proof_text
from tracker.wording.causes import cause_text
from tracker.wording.citation import quoted, time_of
from tracker.wording.languages import Language, by_children, language, listed, number, place, when
from tracker.wording.remarks import remark_text

_MOST_ROWS = 12  # of a finding without a proof, which may be about hundreds of figures; programs get them all
_MOST_QUOTED = 4  # in one line; a proof may rest on dozens of batches

_WORDS = {
    Language.EN: {
        Severity.ERROR: "error",
        Severity.WARNING: "warning",
        Severity.NOTE: "note",
        Basis.TOTAL: "total",
        Basis.PERIOD: "period",
        Basis.EVENT: "batch",
        "read in": "{source}, read in {publisher}",
        "published": "published {when}",
        "both": "Figures {figures} cannot both be true: they miss {by}.",
        "all": "Figures {figures} cannot all be true: they miss {by}.",
        "more": "{n} more",
        "aside one": "Set aside, so that the rest can be true together: figure {figures}.",
        "aside": "Set aside, so that the rest can be true together: figures {figures}.",
        "causes": "Likely causes, each with the command that settles it:",
    },
    Language.UK: {
        Severity.ERROR: "помилка",
        Severity.WARNING: "застереження",
        Severity.NOTE: "примітка",
        Basis.TOTAL: "підсумок",
        Basis.PERIOD: "за період",
        Basis.EVENT: "група",
        "read in": "{source}, у виданні {publisher}",
        "published": "опубліковано {when}",
        "both": "Цифри {figures} не можуть бути правдивими разом: вони розходяться {by}.",
        "all": "Цифри {figures} не можуть усі бути правдивими: вони розходяться {by}.",
        "more": "ще {n}",
        "aside one": "Відкладено, щоб решта могла бути правдивою разом: цифру {figures}.",
        "aside": "Відкладено, щоб решта могла бути правдивою разом: цифри {figures}.",
        "causes": "Імовірні причини, кожна з командою, що її з’ясовує:",
    },
}


def explain_finding(finding: Finding, figures: Mapping[int, RecordedFigure], lang: str) -> str:
    """A finding in several lines: headline, the figures as printed, the proof or what the check has to say.

    Args:
        finding: what a check found.
        figures: the figures by number, at least all that the finding and its proof name.
        lang: `en` or `uk`.

    Raises:
        WrongUse: for another language.
    """
    tongue = language(lang)
    lines = [_headline(finding, tongue), ""]
    named = _named(finding)
    hidden = 0 if finding.proof else max(0, len(named) - _MOST_ROWS)
    named = named[: len(named) - hidden]
    mixed = len({figures[key].indicator for key in named}) > 1
    rows = [_row(figures[key], key, tongue, mixed=mixed) for key in named]
    lines.extend(_aligned(rows))
    if hidden:
        lines.append("  " + _WORDS[tongue]["more"].format(n=number(hidden, tongue)))
    if rows:
        lines.append("")
    lines.extend(f"  {sentence}" for sentence in _sentences(finding, figures, tongue))
    if finding.causes:
        lines.append("  " + _WORDS[tongue]["causes"])
        lines.extend(f"  - {cause_text(cause.kind, tongue, **dict(cause.facts))}" for cause in finding.causes)
    return "\n".join(lines)


def message(finding: Finding, figures: Mapping[int, Figure], lang: str) -> str:
    """A finding in one line: which figures, as printed, and by how much they miss each other.

    Raises:
        WrongUse: for another language.
    """
    tongue = language(lang)
    if not finding.proof:
        return remark_text(finding, figures, tongue)
    words = _WORDS[tongue]
    shown = [_short(figures[key], key, tongue) for key in finding.figures]
    if len(shown) > _MOST_QUOTED:
        shown[_MOST_QUOTED - 1 :] = [words["more"].format(n=len(shown) - _MOST_QUOTED + 1)]
    return words["both" if len(finding.figures) == 2 else "all"].format(
        figures=listed(shown, tongue), by=by_children(finding.misses_by or 0, tongue)
    )


def claim_text(step: Step) -> str:
    """What one step of a proof says, for programs: `F(2024-04-03) - F(2024-04-02) >= 7`."""
    earlier = "" if step.after is None else f" - F({step.after})"
    bound = f"<= {step.high}" if step.low is None else f">= {step.low}"
    return f"F({step.upto}){earlier} {bound}"


def _headline(finding: Finding, lang: Language) -> str:
    where = place(finding.place, lang)
    return f"{finding.check}  {finding.indicator}, {where}  ({_WORDS[lang][finding.severity]}, {finding.id})"


def _named(finding: Finding) -> list[int]:
    """The figures concerned; a proof's own are told in the order of the proof."""
    return list(dict.fromkeys([*(step.figure for step in finding.proof), *finding.figures]))


def _row(figure: Figure, key: int, lang: Language, *, mixed: bool) -> tuple[str, ...]:
    words = _WORDS[lang]
    source = figure.source
    if not figure.first_hand:
        source = words["read in"].format(source=figure.source, publisher=figure.publisher)
    dates = time_of(figure, lang)
    if not is_whole(figure.place):
        dates = f"{place(figure.place, lang)}, {dates}"
    if figure.published:
        dates += ", " + words["published"].format(when=when(figure.published, lang))
    indicator = (figure.indicator,) if mixed else ()
    return (str(key), quoted(figure, lang), *indicator, words[figure.basis], source, dates)


def _aligned(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The rows in columns; the last one runs free."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]


def _sentences(finding: Finding, figures: Mapping[int, Figure], lang: Language) -> list[str]:
    sentences = []
    if finding.proof:
        sentences.append(proof_text(finding.proof, figures, lang))
    if finding.detail:
        sentences.append(remark_text(finding, figures, lang))
    if finding.set_aside:
        numbers = listed(list(map(str, finding.set_aside)), lang)
        key = "aside one" if len(finding.set_aside) == 1 else "aside"
        sentences.append(_WORDS[lang][key].format(figures=numbers))
    return sentences


def _short(figure: Figure, key: int, lang: Language) -> str:
    return f"{key} ({quoted(figure, lang)}, {figure.source}, {time_of(figure, lang)})"
