import pytest

from tests.factory import day
from tracker.domain.errors import WrongUse
from tracker.domain.indicator import KNOWN_INDICATORS
from tracker.domain.span import Span
from tracker.reporting.english import ENGLISH
from tracker.reporting.phrases import phrases
from tracker.reporting.ukrainian import UKRAINIAN


@pytest.mark.parametrize(
    ("low", "high", "english", "ukrainian"),
    [
        (None, None, "no bound known", "меж не відомо"),
        (19_546, None, "at least 19,546", "щонайменше 19\u00a0546"),
        (None, 399, "at most 399", "щонайбільше 399"),
        (388, 388, "388", "388"),
        (1_950, 2_050, "between 1,950 and 2,050", "від 1\u00a0950 до 2\u00a0050"),
        (0, 399, "between 0 and 399", "від 0 до 399"),
    ],
)
def test_bounds_in_words_name_open_ends(low: int | None, high: int | None, english: str, ukrainian: str) -> None:
    """An open end is said in words and never as a number."""
    assert (english, ukrainian) == (phrases("en").bounds(low, high), phrases("uk").bounds(low, high))


@pytest.mark.parametrize(
    ("low", "high", "expected"), [(388, 399, "388–399"), (7, 7, "7"), (7, None, "at least 7"), (None, 7, "at most 7")]
)
def test_narrow_bounds_keep_the_words_of_an_open_end(low: int | None, high: int | None, expected: str) -> None:
    """Little room shortens closed bounds only."""
    assert expected == phrases("en").narrow_bounds(low, high)


@pytest.mark.parametrize(
    ("span", "english", "ukrainian"),
    [
        ("2026-02-26", "26 February 2026", "26 лютого 2026 р."),
        ("2026-02", "February 2026", "лютий 2026 р."),
        ("2026", "2026", "2026 рік"),
        ("2024-03-28/2024-04-03", "28 March 2024 to 3 April 2024", "28 березня 2024 р. – 3 квітня 2024 р."),
    ],
)
def test_spans_are_no_more_precise_than_written(span: str, english: str, ukrainian: str) -> None:
    """A month stays a month and a year a year."""
    of = Span.parse(span)

    assert (english, ukrainian) == tuple(phrases(lang).span(of).replace("\u00a0", " ") for lang in ("en", "uk"))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2026-02-26", "2026-02-26", "26 Feb 2026"),
        ("2026-02-01", "2026-02-28", "Feb 2026"),
        ("2026-01-01", "2026-12-31", "2026"),
        ("2022-02-24", "2025-01-31", "2022–2025"),
    ],
)
def test_short_days_claim_no_more_than_is_known(first: str, last: str, expected: str) -> None:
    """Days in little room lose what they do not know, not what they know wrongly."""
    assert expected == phrases("en").short_days(day(first), day(last)).replace("\u00a0", " ")


def test_both_languages_say_the_same_things() -> None:
    """Each phrase exists in both languages with the same blanks."""
    assert set(ENGLISH.words) == set(UKRAINIAN.words)
    assert {} == {
        key: (words, UKRAINIAN.words[key])
        for key, words in ENGLISH.words.items()
        if {part.split("}")[0] for part in words.split("{")[1:]}
        != {part.split("}")[0] for part in UKRAINIAN.words[key].split("{")[1:]}
    }


def test_known_indicators_have_a_ukrainian_name() -> None:
    """Every indicator known from the start is named in Ukrainian."""
    assert {known.name for known in KNOWN_INDICATORS} == set(UKRAINIAN.indicators)


def test_an_unknown_language_is_refused() -> None:
    """A language without phrases is wrong use."""
    with pytest.raises(WrongUse, match="'de'"):
        phrases("de")
