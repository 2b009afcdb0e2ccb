"""Likely causes of a conflict in words, each with the command that settles it."""

import shlex
from collections.abc import Mapping
from string import Formatter

from tracker.domain.cause import Cause
from tracker.wording.languages import Language, language, number

_EN = {
    Cause.ANOTHER_DEFINITION: "Figure {figure} may count something else than {indicator} means here, such as only "
    "children who had been deported: tracker correct {figure} --indicator NAME --because WHY",
    Cause.ANOTHER_SERIES: "What {source} counts as {indicator} may have changed: "
    "tracker break {indicator} --source {source_argument} --on DAY --because WHY",
    Cause.STALE_COPY: "Figure {figure} may be an old sentence printed again; give it the day it was true of: "
    "tracker correct {figure} --as-of DAY --because WHY",
    Cause.ROUNDING: "Figure {figure} may be {rounded} rounded, printed without a hedge: "
    "tracker waive {finding} --because WHY",
    Cause.ANOTHER_HEDGE: "Figures {figures} print one number, {shared}, and only their hedges exclude each other; a "
    "hedge is easily lost or sharpened on the way: tracker waive {finding} --because WHY",
    Cause.SLIP: "Figure {figure} may have a slip of a digit for {intended}; compare it with the page: "
    "tracker correct {figure} --value {intended_argument} --because WHY",
    Cause.LATE_REGISTRATION: "Children may be entered in the register later than they are announced, or taken out "
    "of it: tracker waive {finding} --because WHY",
    Cause.SAME_BATCH: "Figures {figures} may report the same batch: tracker same {figures_argument} --because WHY",
    Cause.ANOTHER_DAY: "Figure {figure} may speak of another day than the one recorded: "
    "tracker correct {figure} --as-of DAY --because WHY",
    Cause.OWN_PART: "{source} may count its own part only: tracker source set {source_argument} --coverage own",
}

_UK = {
    Cause.ANOTHER_DEFINITION: "Цифра {figure} може рахувати не те, що тут означає {indicator}, наприклад лише "
    "депортованих дітей: tracker correct {figure} --indicator NAME --because WHY",
    Cause.ANOTHER_SERIES: "Джерело «{source}» могло змінити те, що рахує як {indicator}: "
    "tracker break {indicator} --source {source_argument} --on DAY --because WHY",
    Cause.STALE_COPY: "Цифра {figure} може бути старим реченням, надрукованим знову; вкажіть день, якого вона "
    "стосувалася: tracker correct {figure} --as-of DAY --because WHY",
    Cause.ROUNDING: "Цифра {figure} може бути округленим числом {rounded}, надрукованим без застереження: "
    "tracker waive {finding} --because WHY",
    Cause.ANOTHER_HEDGE: "Цифри {figures} наводять одне число, {shared}, і лише їхні застереження виключають одне "
    "одного; застереження легко губиться чи загострюється дорогою: tracker waive {finding} --because WHY",
    Cause.SLIP: "У цифрі {figure} може бути описка замість {intended}; порівняйте зі сторінкою: "
    "tracker correct {figure} --value {intended_argument} --because WHY",
    Cause.LATE_REGISTRATION: "Дітей могли внести до реєстру пізніше, ніж про них повідомили, або вилучити з нього: "
    "tracker waive {finding} --because WHY",
    Cause.SAME_BATCH: "Цифри {figures} можуть говорити про ту саму групу: "
    "tracker same {figures_argument} --because WHY",
    Cause.ANOTHER_DAY: "Цифра {figure} може стосуватися іншого дня, ніж записано: "
    "tracker correct {figure} --as-of DAY --because WHY",
    Cause.OWN_PART: "Джерело «{source}» може рахувати лише свою частину: "
    "tracker source set {source_argument} --coverage own",
}

Fact = str | int | tuple[int, ...]


def facts_of(kind: Cause) -> frozenset[str]:
    """The names of the facts that the sentence about a cause needs.

    `figure`, `rounded`, `shared` and `intended` are numbers, `figures` a tuple of numbers, `source`, `indicator` and
    `finding` (its short name) are texts.
    """
    blanks = {name for _, name, _, _ in Formatter().parse(_EN[kind]) if name}
    return frozenset(name.removesuffix("_argument") for name in blanks)


def cause_text(kind: Cause, lang: str, **facts: Fact) -> str:
    """One likely cause in one sentence, and the command that settles it.

    Args:
        kind: the cause.
        lang: `en` or `uk`.
        facts: what `facts_of(kind)` names, no more and no less.

    Raises:
        WrongUse: for another language.
        ValueError: when a fact is missing or has no place in the sentence.

    >>> cause_text(Cause.OWN_PART, "en", source="Save Ukraine")
    "Save Ukraine may count its own part only: tracker source set 'Save Ukraine' --coverage own"
    """
    tongue = language(lang)
    if set(facts) != facts_of(kind):
        raise ValueError(f"{kind} needs {sorted(facts_of(kind))}, not {sorted(facts)}")
    return (_EN if tongue is Language.EN else _UK)[kind].format_map(_blanks(facts, tongue))


def _blanks(facts: Mapping[str, Fact], lang: Language) -> dict[str, str]:
    blanks = {}
    for name, fact in facts.items():
        if isinstance(fact, tuple):
            blanks[name] = ", ".join(map(str, fact))
            blanks[f"{name}_argument"] = " ".join(map(str, fact))
        elif isinstance(fact, int):
            blanks[name] = str(fact) if name == "figure" else number(fact, lang)
            blanks[f"{name}_argument"] = str(fact)
        else:
            blanks[name] = fact
            blanks[f"{name}_argument"] = shlex.quote(fact)
    return blanks
