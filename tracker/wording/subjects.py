"""What each indicator counts, as phrases that sentences are built from."""

from dataclasses import dataclass

from tracker.wording.languages import Language


@dataclass(frozen=True, slots=True)
class Subject:
    """The phrases of one indicator in one language.

    Attributes:
        counted: what stands beside the printed words: "children returned"; in Ukrainian it comes before them.
        by_then: what had happened by a day: "had returned".
        in_span: what happened within a span: "returned".
        from_places: whether its places are where the children came from; else they are just named.
    """

    counted: str
    by_then: str
    in_span: str
    from_places: bool = False


_EN = {
    "abducted": Subject("children deported or forcibly transferred", "had been abducted", "were abducted"),
    "abducted-estimate": Subject(
        "children deported or forcibly transferred, by estimate or claim", "had been abducted", "were abducted"
    ),
    "returned": Subject("children returned", "had returned", "returned", from_places=True),
    "returned-deported": Subject(
        "children returned after deportation or forcible transfer",
        "had returned after deportation",
        "returned after deportation",
        from_places=True,
    ),
    "located": Subject("abducted children located", "had been located", "were located"),
    "found": Subject("missing children found", "had been found", "were found"),
    "missing": Subject("children missing", "were missing", "went missing"),
    "killed": Subject("children killed", "had been killed", "were killed"),
    "injured": Subject("children injured", "had been injured", "were injured"),
}

_UK = {
    "abducted": Subject(
        "Депортовано або примусово переміщено дітей",
        "було депортовано або примусово переміщено",
        "було депортовано або примусово переміщено",
    ),
    "abducted-estimate": Subject(
        "Депортовано або примусово переміщено дітей, за оцінкою чи заявою",
        "було депортовано або примусово переміщено",
        "було депортовано або примусово переміщено",
    ),
    "returned": Subject("Повернуто дітей", "було повернуто", "було повернуто"),
    "returned-deported": Subject(
        "Повернуто дітей після депортації або примусового переміщення",
        "було повернуто після депортації",
        "було повернуто після депортації",
    ),
    "located": Subject(
        "Встановлено місце перебування викрадених дітей",
        "було встановлено місце перебування",
        "було встановлено місце перебування",
    ),
    "found": Subject("Розшукано зниклих дітей", "було розшукано", "було розшукано"),
    "missing": Subject("Зниклих безвісти дітей", "зникло безвісти", "зникло безвісти"),
    "killed": Subject("Загинуло дітей", "загинуло", "загинуло"),
    "injured": Subject("Поранено дітей", "було поранено", "було поранено"),
}


def subject(indicator: str, lang: Language) -> Subject:
    """The phrases of an indicator; one not known from the start is called by its name."""
    if lang is Language.EN:
        return _EN.get(indicator) or Subject(f"counted as {indicator}", "had been counted", "were counted")
    return _UK.get(indicator) or Subject(indicator, "було нараховано", "було нараховано")
