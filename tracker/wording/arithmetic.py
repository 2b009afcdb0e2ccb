"""A proof in plain arithmetic: what some figures say at least, what the others leave room for at most.

The steps of a proof form a cycle along one running count (or along counts of which one lies within the other): each
low carries the count up to a later day, each high brings it back to an earlier one, and in between it can only have
stayed or risen. So the lows, added up, must not exceed the highs, added up; in a proof they do.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from tracker.domain.figure import Figure
from tracker.domain.finding import Step
from tracker.domain.indicator import contains_indicator
from tracker.domain.place import contains_place
from tracker.wording.languages import Language, by_children, capital, day, listed, number, opened, place, tidy
from tracker.wording.subjects import subject

_SAYS = {
    Language.EN: {
        "first low": "{when} at least {n} {happened} ({name})",
        "low": "at least {n} {when} ({name})",
        "low more": "at least {n} more {when} ({name})",
        "then": "{text}; then {parts}. That makes at least {sum}",
        "then by": "{text}; then {parts}. That makes at least {sum} by {day}",
        "added": "{text}; and {parts}. Added up, that is at least {sum}",
        "never falls": "{text}, and the count never falls",
        "but one": "{text}; but {sayer} says at most {n} {when}.",
        "high": "{n} {when} ({name})",
        "high more": "{n} more {when} ({name})",
        "but": "{text}. But the most there can have been is {parts}, which makes at most {sum}.",
        "but added": "{text}. But the most there can have been is {parts}; added up, that is at most {sum}, and no day "
        "is counted more often on the one side than on the other.",
        "both": "Both cannot be true: they miss {by}.",
        "all": "They cannot all be true: they miss {by}.",
        "within place": "What is counted in {part} is counted in {whole} too.",
        "within indicator": "Every child counted as {part} is counted as {whole} too.",
        "name": "figure {figure}",
        "name of": "figure {figure}, {cell}",
        "sayer of": "figure {figure} ({cell})",
    },
    Language.UK: {
        "first low": "{when} {happened} щонайменше {n} ({name})",
        "low": "щонайменше {n} ({name}) {when}",
        "low more": "ще щонайменше {n} ({name}) {when}",
        "then": "{text}; потім {parts}. Разом це щонайменше {sum}",
        "then by": "{text}; потім {parts}. Разом це щонайменше {sum} станом на {day}",
        "added": "{text}; а також {parts}. У сумі це щонайменше {sum}",
        "never falls": "{text}, а загальна кількість ніколи не зменшується",
        "but one": "{text}; але {sayer} каже, що {when} – щонайбільше {n}.",
        "high": "{n} ({name}) {when}",
        "high more": "ще {n} ({name}) {when}",
        "but": "{text}. Але найбільше могло бути {parts}, тобто разом щонайбільше {sum}.",
        "but added": "{text}. Але найбільше могло бути {parts}; у сумі це щонайбільше {sum}, і жодного дня не "
        "враховано з одного боку частіше, ніж з другого.",
        "both": "Обидві цифри не можуть бути правдивими разом: вони розходяться {by}.",
        "all": "Усі ці цифри не можуть бути правдивими разом: вони розходяться {by}.",
        "within place": "Кого враховано в одному з цих місць ({part}), того враховано й у ширшому ({whole}).",
        "within indicator": "Кожну дитину, враховану як {part}, враховано і як {whole}.",
        "name": "цифра {figure}",
        "name of": "цифра {figure}, {cell}",
        "sayer of": "цифра {figure} ({cell})",
    },
}


def proof_text(steps: Sequence[Step], figures: Mapping[int, Figure], lang: Language) -> str:
    """Why the figures of a proof cannot all be true, in a few plain sentences.

    Args:
        steps: the proof.
        figures: the figures of its steps, by number.
        lang: the language.

    Raises:
        ValueError: when the steps prove nothing: no low, no high, or lows that do not exceed the highs.
    """
    lows = _in_time(step for step in steps if step.low is not None)
    highs = _in_time(step for step in steps if step.low is None)
    gap = sum(map(_size, lows)) - sum(map(_size, highs))
    if not lows or not highs or gap <= 0:
        raise ValueError(f"these steps prove nothing: {steps}")
    teller = _Teller({step.figure: figures[step.figure] for step in steps}, lang)
    sentences = [teller.sides(lows, highs), *teller.parts_and_wholes(), teller.verdict(gap)]
    return tidy(" ".join(sentences))


class _Teller:
    """Words the parts of one proof."""

    def __init__(self, figures: Mapping[int, Figure], lang: Language) -> None:
        self._figures = figures
        self._lang = lang
        self._says = _SAYS[lang]
        self._cells = sorted({(figure.indicator, figure.place) for figure in figures.values()})

    def sides(self, lows: Sequence[Step], highs: Sequence[Step]) -> str:
        """What the one side says at least, and the other at most."""
        overlap = any(after.after is None or after.after < before.upto for before, after in pairwise(lows))
        text = self._say_step("first low", lows[0])
        if overlap:
            text = self._say("added", text=text, parts=self._list("low", lows[1:]), sum=self._sum(lows))
        elif len(lows) > 1:
            key = "then by" if lows[0].after is None else "then"
            last = day(lows[-1].upto, self._lang)
            text = self._say(key, text=text, parts=self._list("low more", lows[1:]), sum=self._sum(lows), day=last)
        if not overlap and _later_total(lows, highs):
            text = self._say("never falls", text=text)
        if len(highs) == 1:
            return self._say_step("but one", highs[0], text=text)
        if overlap:
            return self._say("but added", text=text, parts=self._list("high", highs), sum=self._sum(highs))
        parts = listed([self._say_step("high", highs[0]), self._list("high more", highs[1:])], self._lang)
        return self._say("but", text=text, parts=parts, sum=self._sum(highs))

    def parts_and_wholes(self) -> list[str]:
        """Why one count may be compared with another: the part lies within the whole."""
        said: dict[str, None] = {}
        for indicator, where in self._cells:
            for whole_indicator, whole in self._cells:
                if not (contains_indicator(whole_indicator, indicator) and contains_place(whole, where)):
                    continue
                if whole_indicator != indicator:
                    said[self._say("within indicator", part=indicator, whole=whole_indicator)] = None
                if whole != where:
                    names = place(where, self._lang), place(whole, self._lang)
                    said[self._say("within place", part=names[0], whole=names[1])] = None
        return list(said)

    def verdict(self, gap: int) -> str:
        """That they cannot all be true, and by how much they miss each other."""
        return self._say("both" if len(self._figures) == 2 else "all", by=by_children(gap, self._lang))

    def _say(self, key: str, **blanks: str) -> str:
        return self._says[key].format_map(blanks)

    def _say_step(self, key: str, step: Step, **blanks: str) -> str:
        when = _when(step, self._lang)
        counted = subject(self._figures[step.figure].indicator, self._lang)
        return self._say(
            key,
            n=number(_size(step), self._lang),
            when=capital(when) if key == "first low" else when,
            happened=counted.by_then if step.after is None else counted.in_span,
            name=self._name(step.figure, "name of"),
            sayer=self._name(step.figure, "sayer of"),
            **blanks,
        )

    def _list(self, key: str, steps: Sequence[Step]) -> str:
        return listed([self._say_step(key, step) for step in steps], self._lang)

    def _sum(self, steps: Sequence[Step]) -> str:
        return number(sum(map(_size, steps)), self._lang)

    def _name(self, key: int, with_cell: str) -> str:
        """The figure's number and, where a proof reaches over several counts, which one it speaks of."""
        figure = self._figures[key]
        cell = []
        if len({indicator for indicator, _ in self._cells}) > 1:
            cell.append(figure.indicator)
        if len({where for _, where in self._cells}) > 1:
            cell.append(place(figure.place, self._lang))
        return self._say(with_cell if cell else "name", figure=str(key), cell=", ".join(cell))


def _size(step: Step) -> int:
    return (step.low if step.high is None else step.high) or 0


def _in_time(steps: Iterable[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: (step.after or date.min, step.upto, step.figure))


def _later_total(lows: Sequence[Step], highs: Sequence[Step]) -> bool:
    """Whether a total is held against a later total, so that the count's never falling matters."""
    totals = [step.upto for step in highs if step.after is None]
    return lows[0].after is None and bool(totals) and lows[-1].upto < max(totals)


def _when(step: Step, lang: Language) -> str:
    if step.after is not None:
        return opened(step.after, step.upto, lang)
    return f"by {day(step.upto, lang)}" if lang is Language.EN else f"станом на {day(step.upto, lang)}"
