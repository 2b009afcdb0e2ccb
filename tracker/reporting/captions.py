"""The words of a chart, all computed from what is drawn: title, conflicts, source line and alt text."""

from collections import Counter
from dataclasses import dataclass

from tracker.domain.place import WHOLE
from tracker.reporting.drawing import Conflict, Drawing, Mark, PanelDrawing
from tracker.reporting.lettering import plain, shorten
from tracker.reporting.phrases import Phrases
from tracker.wording.languages import capital

_TITLE_PANELS = 2  # more would make the title a table
_SOURCES = 5
_QUOTED = 3  # figures of one conflict that are quoted in full
_NAME = 40  # characters of a source's name
_WORDS = 32  # characters of a printed value


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictLine:
    """One entry of the list below a chart.

    Attributes:
        number: what its rings bear.
        finding: the finding's id.
        figures: the numbers of the figures that cannot all be true.
        text: the figures as printed and by how much they miss.
    """

    number: int
    finding: str
    figures: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartText:
    """The words that go with a chart; no-break spaces hold its numbers and dates together.

    Attributes:
        title: what the figures jointly support on the last day.
        subtitle: what the title rests on, and where it is open.
        source_line: the sources of what is drawn, counted.
        claims: the sentence on what a chart of published claims is not.
        alt: the chart in words, for those who cannot see it.
        conflicts: the list that the numbers in the rings refer to.
    """

    title: str
    subtitle: str
    source_line: str
    claims: str
    alt: str
    conflicts: tuple[ConflictLine, ...]


def caption(drawing: Drawing, phrases: Phrases, *, public: bool = False) -> ChartText:
    """All words of a chart; with `public` they say that confidential sources are left out."""
    title, subtitle = _title(drawing, phrases), _subtitle(drawing, phrases)
    source_line, claims = _source_line(drawing, phrases), phrases.claims(public=public)
    return ChartText(
        title=title,
        subtitle=subtitle,
        source_line=source_line,
        claims=claims,
        alt=" ".join((_alt(drawing, phrases), source_line, claims)),
        conflicts=_conflict_lines(drawing, phrases),
    )


def name_of(panel: PanelDrawing, phrases: Phrases) -> str:
    """What a panel shows: the indicator, and the place unless it is the whole."""
    indicator = phrases.indicator(plain(panel.indicator))
    return indicator if panel.place == WHOLE else f"{indicator} ({phrases.place(shorten(panel.place, _NAME))})"


def bounds_of(panel: PanelDrawing, phrases: Phrases) -> str:
    """What the figures of a panel jointly support on the chart's last day, in words."""
    now = panel.now
    return phrases.bounds(now.low, now.high) if now else phrases.say("no bound")


def _title(drawing: Drawing, phrases: Phrases) -> str:
    shown = drawing.panels[:_TITLE_PANELS]
    day = phrases.day(drawing.end)
    parts = [
        phrases.say("title" if index else "title first", indicator=name, bounds=bounds_of(panel, phrases), day=day)
        for index, panel in enumerate(shown)
        for name in (name_of(panel, phrases),)
    ]
    more = len(drawing.panels) - len(shown)
    if more:
        parts.append(phrases.say("title more", n=phrases.number(more)))
    title = "; ".join(parts)
    return capital(title)


def _subtitle(drawing: Drawing, phrases: Phrases) -> str:
    sentences = [phrases.say("subtitle", day=phrases.day(drawing.end))]
    for key, low_open, high_open in (
        ("open above", False, True),
        ("open below", True, False),
        ("open both", True, True),
    ):
        names = [
            name_of(panel, phrases)
            for panel in drawing.panels
            if (panel.now is None or panel.now.low is None, panel.now is None or panel.now.high is None)
            == (low_open, high_open)
        ]
        if names:
            sentences.append(phrases.say(key, indicators=phrases.listed(names)))
    aside = sum(mark.aside for panel in drawing.panels for mark in panel.marks)
    if aside:
        sentences.append(phrases.count("subtitle aside", aside))
    return " ".join(sentences)


def _source_line(drawing: Drawing, phrases: Phrases) -> str:
    figures = drawing.figures
    sources = Counter(figure.source for figure in figures)
    ranked = sorted(sources, key=lambda source: (-sources[source], source))
    names = [f"{shorten(source, _NAME)} ({phrases.number(sources[source])})" for source in ranked[:_SOURCES]]
    if len(ranked) > _SOURCES:
        names.append(phrases.say("more sources", n=phrases.number(len(ranked) - _SOURCES)))
    counts = phrases.say(
        "counts",
        figures=phrases.count("figures", len(figures)),
        sources=phrases.count("sources", len(sources)),
        publishers=phrases.count("publishers", len({figure.publisher for figure in figures})),
        days=phrases.days(
            min(figure.since.first if figure.since else figure.as_of.first for figure in figures),
            max(figure.as_of.last for figure in figures),
        ),
    )
    line = phrases.say("source line", names=phrases.listed(names), counts=counts)
    undrawn = sum(panel.undrawn for panel in drawing.panels)
    return f"{line} {phrases.say('not drawn', n=phrases.number(undrawn))}" if undrawn else line


def _conflict_lines(drawing: Drawing, phrases: Phrases) -> tuple[ConflictLine, ...]:
    return tuple(
        ConflictLine(
            number=conflict.number,
            finding=conflict.finding.id,
            figures=conflict.finding.figures,
            text=_conflict_text(conflict, phrases),
        )
        for conflict in drawing.conflicts
    )


def _conflict_text(conflict: Conflict, phrases: Phrases) -> str:
    finding = conflict.finding
    quoted = [
        phrases.say(
            "conflict figure",
            words=shorten(figure.value, _WORDS),
            source=shorten(figure.source, _NAME),
            day=phrases.span(figure.as_of),
        )
        for figure in conflict.figures[:_QUOTED]
    ]
    more = len(finding.figures) - len(quoted)
    if more:
        quoted.append(phrases.say("conflict more", n=phrases.number(more)))
    return phrases.say("conflict", figures=phrases.listed(quoted), n=phrases.number(finding.misses_by or 0))


def _alt(drawing: Drawing, phrases: Phrases) -> str:
    start = phrases.say(
        "alt start" if len(drawing.panels) > 1 else "alt start one",
        n=phrases.number(len(drawing.panels)),
        first=phrases.day(drawing.start),
        last=phrases.day(drawing.end),
    )
    sentences = [start]
    for panel in drawing.panels:
        sentences += _alt_panel(drawing, panel, phrases)
    if drawing.conflicts:
        sentences.append(phrases.say("alt conflicts", n=phrases.number(len(drawing.conflicts))))
    return " ".join(sentences)


def _alt_panel(drawing: Drawing, panel: PanelDrawing, phrases: Phrases) -> list[str]:
    name = phrases.indicator(plain(panel.indicator))
    counts = {
        "totals": phrases.say("alt totals", n=phrases.number(len(panel.totals) + panel.crowded)),
        "batches": phrases.say("alt batches", n=phrases.number(len(panel.batches) + panel.crowded_batches)),
        "periods": phrases.say("alt periods", n=phrases.number(len(panel.periods))),
    }
    sentences = [phrases.say("alt panel", indicator=capital(name), place=phrases.place(plain(panel.place)), **counts)]
    if panel.totals:
        first, last = panel.totals[0], panel.totals[-1]
        key = "alt first last" if len(panel.totals) > 1 else "alt only"
        sentences.append(phrases.say(key, **_mark_words("first", first, phrases), **_mark_words("last", last, phrases)))
    if panel.band:
        before, after = panel.band[0], panel.band[-1]
        sentences.append(
            phrases.say(
                "alt bounds" if len(panel.band) > 1 else "alt bounds one",
                before=phrases.bounds(before.low, before.high),
                after=phrases.bounds(after.low, after.high),
                first_day=phrases.day(max(before.on, drawing.start)),
                last_day=phrases.day(drawing.end),
            )
        )
    aside = sum(mark.aside for mark in panel.marks)
    if aside:
        sentences.append(phrases.say("alt aside", n=phrases.number(aside)))
    return sentences


def _mark_words(which: str, mark: Mark, phrases: Phrases) -> dict[str, str]:
    return {
        which: shorten(mark.value, _WORDS),
        f"{which}_source": shorten(mark.source, _NAME),
        f"{which}_day": phrases.days(mark.first, mark.last),
    }
