"""Printed text to tokens: one kind of space, quote, dash, apostrophe and digit, whatever the page used."""

import re
import unicodedata
from dataclasses import dataclass

_ALIKE = {
    **dict.fromkeys("‐‑‒–—―−﹘﹣", "-"),
    **dict.fromkeys("’‘ʼ′`´ʹ‛ʻ＇", "'"),
    **dict.fromkeys("“”„‟«»″‹›", '"'),
    **dict.fromkeys("∼≃≅≈˜", "~"),
    "≥": ">=",
    "⩾": ">=",
    "≤": "<=",
    "⩽": "<=",
    "½": ".5",
    "¼": ".25",
    "¾": ".75",
    "\u0301": "",  # stress marks of dictionaries: ти́сяча
    "\u0300": "",
}
# Latin letters that Ukrainian and Russian typists leave inside a Cyrillic word; they look the same.
_LOOKALIKES = str.maketrans("aceiopxyk", "асеіорхук")
_LETTER_SCALES = {"k", "к", "m", "mn", "bn"}
_NUMERAL_ENDING = re.compile(r"(?<=\d)-?(?:[ьй]?ох|х|ух|ти|ть|ми|ма|мя|е?ро|оє|ое)(?!\w)", re.IGNORECASE)
_QUOTES = re.compile(r"(?<!\d)\"|\"(?!\d)|(?<!\w)'|'(?!\w)")
_FOOTNOTES = re.compile(r"(?:\s*\[\w{1,3}\]|[\s.,;:!…*†‡]|(?<!\b10)[⁰¹²³⁴-⁹])+$")
_TOKEN = re.compile(
    r"(?P<numeral>\d+(?:[ .,']\d+)*)"
    r"|(?P<word>[^\W\d_][^\s\d.,;:!?()\[\]{}<>=+~/\\%&*\"^-]*)"
    r"|(?P<dash> ?-+ ?)"
    r"|(?P<sign>[<>]=?|[^\s\w])"
    r"|(?P<other>\S)"
)
# Words printed with a full stop that ends no sentence.
_ABBREVIATIONS = {"тис", "тыс", "млн", "млрд", "прибл", "бл", "прим", "ок", "approx", "ca", "c", "min", "max", "мін"}


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a wording.

    Attributes:
        text: the piece as printed.
        key: what the word lists know it by; the numeral itself where it is in digits.
        in_digits: whether it is a numeral in digits.
    """

    text: str
    key: str
    in_digits: bool = False


def _plain(character: str) -> str:
    if character in _ALIKE:
        return _ALIKE[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    if "！" <= character <= "～":
        return unicodedata.normalize("NFKC", character)
    return "" if unicodedata.category(character) == "Cf" else character


def tidy(words: str) -> str:
    """`words` with plain digits, single spaces and one form of each mark; no outer quotes, stops or footnote marks.

    >>> tidy("«понад 19\u202f500¹»,")
    'понад 19 500'
    """
    return _FOOTNOTES.sub("", " ".join(_QUOTES.sub(" ", plain(words)).split()))


def plain(text: str) -> str:
    """`text` with plain digits, one kind of space and one form of each mark; none is left out or joined.

    >>> plain("понад 19\u202f500»")
    'понад 19 500"'
    """
    if text.isascii():
        return text
    text = re.sub(r"(?<!\d)(?=[½¼¾])", "0", unicodedata.normalize("NFC", text))
    return "".join(map(_plain, text))


def key_of(word: str) -> str:
    """The form under which word lists know a word: lower case, no apostrophes, е for ё.

    >>> key_of("П'ятеро"), key_of("Ещё")
    ('пятеро', 'еще')
    """
    key = word.lower().replace("'", "").replace("ё", "е")
    if not key.isascii() and any("а" <= letter <= "ї" for letter in key):
        key = key.translate(_LOOKALIKES)
    return key


def tokens_of(words: str) -> list[Token]:
    """The tokens of a tidy wording; a dash printed without spaces has the key `-`, one with spaces `--`."""
    words = _NUMERAL_ENDING.sub("", words)
    tokens: list[Token] = []
    for match in _TOKEN.finditer(words):
        text = match.group()
        match match.lastgroup:
            case "numeral":
                tokens.append(Token(text, text, in_digits=True))
            case "word":
                key = key_of(text)
                glued = match.start() > 0 and words[match.start() - 1].isdigit()
                tokens.append(Token(text, f"0{key}" if glued and key in _LETTER_SCALES else key))
            case "dash":
                tokens.append(Token(text, "-" if text.strip() == text else "--"))
            case _ if text == "." and tokens and tokens[-1].key in _ABBREVIATIONS:
                pass
            case _:
                tokens.append(Token(text, text))
    return tokens
