"""The text of a web page as a reader sees it: its tags gone, its scripts unread."""

from html.parser import HTMLParser

from tracker.exchange.archived.no_text import joined

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg"})
# Within a line; every other tag begins a new one. A raised note must not become part of the number before it.
_INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "em", "font", "i", "ins", "kbd", "label", "mark", "q"}
    | {"s", "small", "span", "strong", "time", "u", "wbr"}
)
_RAISED = frozenset({"sub", "sup"})


def html_text(page: str) -> str:
    r"""The text of a page, a line for each block.

    >>> html_text("<p>19<span>,</span>546 of\n them<sup>1</sup><script>7</script><p>388").split()
    ['19,546', 'of', 'them', '1', '388']
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return joined(["".join(reader.pieces)])


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        if tag in _UNSEEN:
            self._unseen += 1
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as above
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN and self._unseen:
            self._unseen -= 1
        self._part(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data.replace("\r", " ").replace("\n", " "))

    def _part(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append(" " if tag in _RAISED else "\n")
