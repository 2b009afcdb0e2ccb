"""Where: the whole, its oblasts, and any other part that a page names."""

from collections.abc import Iterable
from dataclasses import dataclass

WHOLE = "Ukraine"
_WHOLE_WORDS = frozenset({"", "ukraine", "україна", "украина"})


@dataclass(frozen=True, slots=True)
class Place:
    """A part of the whole, with the other names it goes by.

    Attributes:
        name: the name that tracker prints.
        aliases: other spellings, in any language.
    """

    name: str
    aliases: tuple[str, ...] = ()


def _oblast(english: str, ukrainian: str, russian: str) -> Place:
    return Place(
        f"{english} Oblast",
        (f"{english} region", f"{ukrainian} область", f"{russian} область"),
    )


KNOWN_PLACES = (
    _oblast("Cherkasy", "Черкаська", "Черкасская"),
    _oblast("Chernihiv", "Чернігівська", "Черниговская"),
    _oblast("Chernivtsi", "Чернівецька", "Черновицкая"),
    _oblast("Dnipropetrovsk", "Дніпропетровська", "Днепропетровская"),
    _oblast("Donetsk", "Донецька", "Донецкая"),
    _oblast("Ivano-Frankivsk", "Івано-Франківська", "Ивано-Франковская"),
    _oblast("Kharkiv", "Харківська", "Харьковская"),
    _oblast("Kherson", "Херсонська", "Херсонская"),
    _oblast("Khmelnytskyi", "Хмельницька", "Хмельницкая"),
    _oblast("Kirovohrad", "Кіровоградська", "Кировоградская"),
    _oblast("Kyiv", "Київська", "Киевская"),
    _oblast("Luhansk", "Луганська", "Луганская"),
    _oblast("Lviv", "Львівська", "Львовская"),
    _oblast("Mykolaiv", "Миколаївська", "Николаевская"),
    _oblast("Odesa", "Одеська", "Одесская"),
    _oblast("Poltava", "Полтавська", "Полтавская"),
    _oblast("Rivne", "Рівненська", "Ровенская"),
    _oblast("Sumy", "Сумська", "Сумская"),
    _oblast("Ternopil", "Тернопільська", "Тернопольская"),
    _oblast("Vinnytsia", "Вінницька", "Винницкая"),
    _oblast("Volyn", "Волинська", "Волынская"),
    _oblast("Zakarpattia", "Закарпатська", "Закарпатская"),
    _oblast("Zaporizhzhia", "Запорізька", "Запорожская"),
    _oblast("Zhytomyr", "Житомирська", "Житомирская"),
    Place("Crimea", ("Autonomous Republic of Crimea", "Крим", "АР Крим", "Крым")),
    Place("Russia", ("Russian Federation", "РФ", "Росія", "Россия")),
    Place("Belarus", ("Білорусь", "Беларусь")),
    Place("occupied territories", ("occupied territory", "тимчасово окуповані території", "ТОТ")),
)


def place_key(name: str) -> str:
    """The form in which two spellings of a place's name are compared: folded case, single spaces, one apostrophe."""
    return " ".join(name.casefold().replace("’", "'").replace("ʼ", "'").split())


def is_whole(name: str) -> bool:
    """Whether a place's name, or its absence, means all of Ukraine."""
    return place_key(name) in _WHOLE_WORDS


def join_places(names: Iterable[str]) -> str:
    """One text for several places, in alphabetical order; the whole for none.

    >>> join_places(["Zaporizhzhia Oblast", "Kherson Oblast"])
    'Kherson Oblast;Zaporizhzhia Oblast'
    """
    parts = sorted({name for name in names if not is_whole(name)})
    return ";".join(parts) or WHOLE


def contains_place(whole: str, part: str) -> bool:
    """Whether one place, as `join_places` names it, contains another or is the same.

    >>> contains_place("Kherson Oblast;Zaporizhzhia Oblast", "Kherson Oblast"), contains_place("Ukraine", "Russia")
    (True, True)
    """
    return whole in (WHOLE, part) or (part != WHOLE and set(part.split(";")) <= set(whole.split(";")))
