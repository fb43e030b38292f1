"""What shipped decks are held to beyond their form: lengths, sources, no question twice.

The bounds are those of the style the cards are written in, a tenth wider.
"""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

import yaml
from yaml.nodes import Node

from quizml.decks.expressions import drawn, sample
from quizml.decks.markup import Part, spans
from quizml.decks.parse import Note, Parsed
from quizml.decks.problems import DeckProblem
from quizml.decks.reader import PlacedText
from quizml.model.cards import Basic, Numeric
from quizml.model.text import Language

LENGTHS = {Language.EN: (55, 165, "words"), Language.ZH: (90, 275, "characters")}
"""Of the answer of a basic card."""
RATIO = (0.5, 3.0)
"""Chinese characters to English words, where the English has at least SHORTEST words."""
SHORTEST = 8
DRAWS = 5
"""Draws of a numeric card whose explanations are read."""
CLOSE = 0.006
"""Rounding that an explanation may have, relative to the answer."""
SENTENCE = 6
"""Latin words that are more than a name."""
ALIKE = 0.85
"""Share of words in common from which two longer questions ask the same; short ones must agree."""
LONG = 6
_SMALL = frozenset(
    re.findall(
        r"\w+",
        """a an and are as at be by can do does for from have how in is it its of on one or the
        their to two what when which why with you your""",
    )
)

_WORD = re.compile(r"[A-Za-z0-9][\w'’.\-]*")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_YEAR = re.compile(r"\b(1[89]|20)\d\d\b")
_ARXIV = re.compile(r"arXiv:(\S+)", re.IGNORECASE)
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}(v\d+)?[.,;)]?|[a-z\-]+(\.[A-Z]{2})?/\d{7}[.,;)]?")
_PAGE = re.compile(
    r"doc|tutorial|guide|notes|blog|presentation|source|repository|cfg|code|github|\.py|\.org|utils/",
    re.IGNORECASE,
)


def contents(parsed: Parsed, entries: Container[str]) -> Iterator[DeckProblem]:
    """Findings in one deck; `entries` are the ids of the notes."""
    if parsed.source is None:
        return
    for note in parsed.notes:
        if note.cards:
            for node, message in _note(note, entries):
                yield parsed.source.problem(node, f"card {note.slug!r}: {message}", "")


def entries(folder: Path) -> frozenset[str] | None:
    """Every entry of the notes, from `_sources.yaml` beside the decks; None without it."""
    file = folder / "_sources.yaml"
    if not file.exists():
        return None
    listed = yaml.safe_load(file.read_bytes())
    return frozenset(entry for note in listed.values() for entry in note)


def twice(decks: Iterable[Parsed]) -> Iterator[DeckProblem]:
    """Questions that two cards ask, in whatever decks; reported at the later one."""
    seen: list[tuple[frozenset[str], str]] = []
    for parsed in decks:
        for note in parsed.notes:
            question = next((t for t in note.texts if t.field == "question"), None)
            if question is None or parsed.source is None:
                continue
            asked = frozenset(_essence(question.text).split()) - _SMALL
            like = next((name for words, name in seen if _alike(asked, words)), None)
            if like:
                message = f"card {note.slug!r}: asks what {like!r} asks"
                yield parsed.source.problem(question.node, message, "")
            seen.append((asked, f"{parsed.info.name}/{note.slug}"))


def length(text: str, language: Language) -> int:
    """English words, or Chinese characters (a Latin word counts as one); formulas do not count."""
    prose = " ".join(span.text for span in spans(text) if span.part is Part.PROSE)
    words = len(_WORD.findall(prose))
    return words if language is Language.EN else words + len(_IDEOGRAPH.findall(prose))


def _note(note: Note, entries: Container[str]) -> Iterator[tuple[Node, str]]:
    card = note.cards[0]
    if isinstance(card, Basic):
        yield from _answer_lengths(note)
    if isinstance(card, Numeric) and card.explanation:
        yield from _explanation(note, card)
    yield from _foreign(note.texts)
    yield from _pairs(note.texts)
    nodes = note.row.nodes
    for source, node in zip(card.sources, _items(nodes.get("sources")), strict=True):
        if source not in entries:
            yield node, f"source {source!r} is no entry of the notes"
    for reference, node in zip(card.references, _items(nodes.get("references")), strict=True):
        fault = reference_fault(reference)
        if fault:
            yield node, f"reference {reference!r} {fault}"


def reference_fault(reference: str) -> str | None:
    """Why this does not look like a reference: author and year, an arXiv id, a page."""
    for found in _ARXIV.findall(reference):
        if not _ARXIV_ID.fullmatch(found):
            return f"has an arXiv id {found!r} of no known form"
    if _YEAR.search(reference) or _ARXIV.search(reference) or _PAGE.search(reference):
        return None
    return "names neither a year, nor an arXiv id, nor a page of documentation"


def _answer_lengths(note: Note) -> Iterator[tuple[Node, str]]:
    for text in note.texts:
        if text.field == "answer" and text.language:
            least, most, unit = LENGTHS[text.language]
            long = length(text.text, text.language)
            if not least <= long <= most:
                yield text.node, f"the answer has {long} {unit}, not {least} to {most}"


def _explanation(note: Note, card: Numeric) -> Iterator[tuple[Node, str]]:
    """The calculation that is shown has to arrive at the answer (or at its hundredth, for %)."""
    for scope in islice(sample(card, DRAWS), DRAWS):
        told = drawn(card, scope)
        answer = float(told.answer)
        for language in Language:
            numbers = [float(n) for n in _numbers(told.explanation.said(language))]
            off = max(CLOSE * abs(answer), 0 if card.tolerance.relative else card.tolerance.amount)
            near = (abs(n - answer) <= off or abs(100 * n - answer) <= off for n in numbers)
            if not any(near):
                message = f"the {language} explanation does not arrive at the answer {answer:g}"
                yield note.row.nodes["explanation"], message
                return


def _numbers(text: str) -> list[str]:
    """Numbers as they are read, whatever groups their digits or goes before them."""
    bare = re.sub(r"[{},]", "", text).replace("\u2212", "-")
    return [n.replace(" ", "") for n in re.findall(r"-? ?\d+(?:\.\d+)?(?:e[+-]?\d+)?", bare)]


def _foreign(texts: Sequence[PlacedText]) -> Iterator[tuple[Node, str]]:
    """A language under the other's key. A correction may quote the notes, which are Chinese."""
    for text in texts:
        chinese = _IDEOGRAPH.search(text.text)
        if text.language is Language.EN and chinese and text.field != "correction":
            yield text.node, f"the English {text.field!r} holds Chinese"
        latin = [] if chinese else re.findall(r"[A-Za-z]{2,}", text.text)
        if text.language is Language.ZH and len(latin) >= SENTENCE:
            yield text.node, f"the Chinese {text.field!r} holds no Chinese"


def _pairs(texts: Sequence[PlacedText]) -> Iterator[tuple[Node, str]]:
    """English and Chinese of one text stand next to each other."""
    left = list(texts)
    while len(left) > 1:
        one, other = left.pop(0), left[0]
        if one.field != other.field or {one.language, other.language} != set(Language):
            continue
        left.pop(0)
        english, chinese = (one, other) if one.language is Language.EN else (other, one)
        words = length(english.text, Language.EN)
        if words < SHORTEST:
            continue
        ratio = length(chinese.text, Language.ZH) / words
        if not RATIO[0] <= ratio <= RATIO[1]:
            said = f"{one.field!r} has {ratio:.1f} Chinese characters for each English word"
            yield chinese.node, f"{said}: one language says more than the other"


def _essence(text: str) -> str:
    return re.sub(r"[\W_]+", " ", re.sub(r"\{\{?[^{}]*\}\}?", " ", text)).casefold().strip()


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(one), len(other)) < LONG:
        return one == other
    return len(one & other) >= ALIKE * len(one | other)


def _items(node: Node | None) -> Sequence[Node]:
    """The items of a list; a single value stands for a list of one."""
    if node is None:
        return ()
    return node.value if isinstance(node.value, list) else [node]
