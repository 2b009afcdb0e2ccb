"""The sentence that one figure supports, ready to publish: words as printed, hedge, source, publisher and dates."""

from tracker.domain.bounds import Bounds
from tracker.domain.figure import Basis, Figure, RecordedFigure, Status
from tracker.domain.hedge import Hedge, bounds_of
from tracker.domain.place import is_whole
from tracker.wording.languages import Language, as_of, is_foreign, language, number, place, stretch, tidy, when
from tracker.wording.subjects import subject

_HEDGED = {
    Language.EN: {
        Hedge.EXACT: "{n}",
        Hedge.AT_LEAST: "at least {n}",
        Hedge.MORE_THAN: "more than {n}",
        Hedge.FEWER_THAN: "fewer than {n}",
        Hedge.AT_MOST: "at most {n}",
        Hedge.ABOUT: "about {n}",
        Hedge.NEARLY: "nearly {n}",
        Hedge.SEVERAL: "several",
        Hedge.TENS: "tens",
        Hedge.DOZENS: "dozens",
        Hedge.HUNDREDS: "hundreds",
        Hedge.THOUSANDS: "thousands",
        Hedge.UNKNOWN: "number not stated",
    },
    Language.UK: {
        Hedge.EXACT: "{n}",
        Hedge.AT_LEAST: "щонайменше {n}",
        Hedge.MORE_THAN: "понад {n}",
        Hedge.FEWER_THAN: "менш як {n}",
        Hedge.AT_MOST: "щонайбільше {n}",
        Hedge.ABOUT: "близько {n}",
        Hedge.NEARLY: "майже {n}",
        Hedge.SEVERAL: "кілька",
        Hedge.TENS: "десятки",
        Hedge.DOZENS: "дюжини",
        Hedge.HUNDREDS: "сотні",
        Hedge.THOUSANDS: "тисячі",
        Hedge.UNKNOWN: "число не названо",
    },
}


def cite(figure: Figure, lang: str) -> str:
    """The exact hedged sentence that the figure supports.

    The printed words stand in quotation marks, unchanged; words in another language or script are followed by their
    meaning, with the same hedge. Where the figure was retracted, a second sentence says so and why.

    Args:
        figure: the figure.
        lang: `en` or `uk`.

    Raises:
        WrongUse: for another language.
    """
    return _cite_uk(figure) if language(lang) is Language.UK else _cite_en(figure)


def quoted(figure: Figure, lang: Language) -> str:
    """The words as printed, in quotation marks."""
    return f'"{figure.value}"' if lang is Language.EN else f"«{figure.value}»"


def bounds_text(low: int | None, high: int | None, lang: Language) -> str:
    """Bounds in words: "at least 388", "388 to 399", "388"."""
    if low is not None and high is not None:
        joint = " to " if lang is Language.EN else "–"
        return number(low, lang) if low == high else f"{number(low, lang)}{joint}{number(high, lang)}"
    if low is not None:
        return _HEDGED[lang][Hedge.AT_LEAST].format(n=number(low, lang))
    if high is not None:
        return _HEDGED[lang][Hedge.AT_MOST].format(n=number(high, lang))
    return _HEDGED[lang][Hedge.UNKNOWN]


def time_of(figure: Figure, lang: Language) -> str:
    """The day or span that the figure speaks of, as its basis asks for: "as of ...", "from ... to ...", "on ...".

    Raises:
        ValueError: for a period without its first day.
    """
    if figure.basis is Basis.TOTAL:
        return as_of(figure.as_of, lang)
    if figure.basis is Basis.EVENT:
        return when(figure.as_of, lang)
    if figure.since is None:
        raise ValueError(f"a period without since: {figure}")
    return stretch(figure.since, figure.as_of, lang)


def _words(figure: Figure, lang: Language) -> str:
    words = quoted(figure, lang)
    if figure.hedge is Hedge.CODED or is_foreign(figure.value, lang):
        words += f" ({_meaning(figure, lang)})"
    return words


def _meaning(figure: Figure, lang: Language) -> str:
    """The figure's hedge and number in the reader's language, neither sharper nor weaker than printed."""
    template = _HEDGED[lang].get(figure.hedge, "{n}")
    if "{n}" not in template:
        return template
    named = _named(figure)
    if named is None:
        return bounds_text(figure.bounds.low, figure.bounds.high, lang)
    return template.format(n=number(named, lang))


def _named(figure: Figure) -> int | None:
    """The number that the hedge qualifies, found again from the bounds; None where the hedge takes more than one."""
    low, high = figure.bounds.low, figure.bounds.high
    named: int | None = None
    match figure.hedge:
        case Hedge.EXACT | Hedge.AT_LEAST:
            named = low
        case Hedge.AT_MOST:
            named = high
        case Hedge.MORE_THAN if low is not None:
            named = low - 1
        case Hedge.FEWER_THAN | Hedge.NEARLY if high is not None:
            named = high + 1
        case Hedge.ABOUT if low is not None and high is not None:
            named = (low + high) // 2
    return named if named is not None and bounds_of(figure.hedge, named) == figure.bounds else None


def _counted(figure: Figure) -> str:
    """What stands after the words in English; "children" only where the words do not say it themselves."""
    counted = subject(figure.indicator, Language.EN).counted
    if "child" in figure.value.casefold():
        return counted.removeprefix("children ")
    return counted.replace("children", "child", 1) if figure.bounds == Bounds(1, 1) else counted


def _cite_en(figure: Figure) -> str:
    lang = Language.EN
    text = f"{_words(figure, lang)} {_counted(figure)}"
    if not is_whole(figure.place):
        name = place(figure.place, lang)
        text += f" from {name}" if subject(figure.indicator, lang).from_places else f" ({name})"
    text += " in one reported batch " if figure.basis is Basis.EVENT else ", "
    published = f" {when(figure.published, lang)}" if figure.published else ""
    text += f"{time_of(figure, lang)}, according to {figure.source}"
    if not figure.first_hand:
        text += f", as published by {figure.publisher}{published}"
    elif published:
        text += f", published{published}"
    return _ended(text, figure, "This record was retracted: ")


def _cite_uk(figure: Figure) -> str:
    lang = Language.UK
    where = "" if is_whole(figure.place) else f" ({place(figure.place, lang)})"
    basis = {Basis.TOTAL: "", Basis.PERIOD: "за період ", Basis.EVENT: "одна повідомлена група, "}[figure.basis]
    published = f" {when(figure.published, lang)}" if figure.published else ""
    text = f"{subject(figure.indicator, lang).counted}{where}: {_words(figure, lang)}, {basis}{time_of(figure, lang)}"
    text += f", за даними джерела «{figure.source}»"
    if not figure.first_hand:
        text += f", опублікованими у виданні «{figure.publisher}»{published}"
    elif published:
        text += f", опублікованими{published}"
    return _ended(text, figure, "Цей запис відкликано: ")


def _ended(text: str, figure: Figure, retracted: str) -> str:
    if figure.url:
        text += f" ({figure.url})"
    text = tidy(f"{text}.")
    if isinstance(figure, RecordedFigure) and figure.status is Status.RETRACTED:
        text += f" {retracted}{figure.because}"
    return text
