"""Text from a submission, made harmless for a terminal."""

MARK = "… (cut)"


def escaped(text: str, limit: int = 4000) -> str:
    r"""`text` with control, format and private characters written out, and cut at `limit`.

    Newlines stay, tabs become spaces. Format characters go too: a right-to-left override turns
    what follows around on the screen.

    >>> escaped("a\x1b[31mb")
    'a\\x1b[31mb'
    """
    shown = "".join(_shown(character) for character in text[: limit + 1])
    return shown if len(shown) <= limit else shown[:limit] + MARK


def _shown(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    if character == "\t":
        return "    "
    from unicodedata import category  # noqa: PLC0415 - few texts hold such a character

    if category(character) == "Zs":
        return " "
    return character.encode("unicode_escape").decode("ascii")
