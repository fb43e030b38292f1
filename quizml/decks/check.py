"""What is asked of a deck beyond that it loads: formulas lay out, both languages are there.

Everything for `quizml deck check` and the tests; studying never comes here.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from yaml.nodes import Node

from quizml.decks.arithmetic import Value
from quizml.decks.expressions import drawn, fill, sample
from quizml.decks.markup import Part, Span, spans, stray_dollar
from quizml.decks.parse import Note, Parsed, parse
from quizml.decks.problems import DeckProblem
from quizml.decks.reader import PlacedText
from quizml.decks.source import Source
from quizml.model.cards import Choice, Numeric
from quizml.model.text import Language

FormulaFault = Callable[[str, bool], str | None]
"""LaTeX and whether it stands inside a line -> what is wrong with it."""

Numbers = tuple[Mapping[str, Value], ...]
"""Some draws of a numeric card; none for other cards."""

DRAWS = 5
"""Draws of a numeric card whose formulas are laid out."""
_TRAILING = re.compile(r"[ \t\u3000]+\r?$", re.MULTILINE)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORDS = re.compile(r"[A-Za-z]+(?:[ ,]+[A-Za-z]+){3,}")
_SMALL = re.compile(r"\b(a|an|and|are|for|in|is|not|of|the|to|with)\b")
"""Four words in a row with one of these are a sentence, not a name, and want their Chinese."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A deck, and everything found, in the order of the file."""

    parsed: Parsed
    problems: tuple[DeckProblem, ...]


def check(
    path: Path,
    data: bytes,
    exercises: Collection[str],
    formula_fault: FormulaFault,
    *,
    shipped: bool = False,
) -> Checked:
    """Load a deck afresh and look closely; `shipped` decks are held to more."""
    parsed = parse(path, data, exercises)
    if parsed.source is None:
        return Checked(parsed, parsed.problems)
    checker = _Checker(parsed.source, cache(formula_fault), shipped)
    found = [*parsed.problems, *checker.lines()]
    found += [p for text in parsed.texts for p in checker.text(text, "", ())]
    for note in parsed.notes:
        found += checker.note(note)
    return Checked(parsed, tuple(sorted(set(found))))


@dataclass(frozen=True, slots=True)
class _Checker:
    source: Source
    fault: FormulaFault
    shipped: bool

    def lines(self) -> Iterator[DeckProblem]:
        text = self.source.text
        for found in _TRAILING.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            yield DeckProblem(self.source.path, line, column, "spaces at the end of the line")

    def note(self, note: Note) -> Iterator[DeckProblem]:
        subject = f"card {note.slug!r}: "
        numbers = _numbers(note)
        for text in note.texts:
            told = numbers if text.field in ("question", "explanation") else ()
            yield from self.text(text, subject, told)
        if self.shipped and note.cards:
            yield from self._missing(note, subject)
            yield from self._missing_languages(note, subject)

    def text(self, placed: PlacedText, subject: str, numbers: Numbers) -> Iterator[DeckProblem]:
        stray = stray_dollar(placed.text)
        if stray is not None:
            message = f"{subject}{placed.field!r} has a $ that opens or closes no formula"
            hint = r"a dollar sign is written \$"
            yield self._problem(placed.node, message, hint, stray)
        for span in spans(placed.text):
            if span.math:
                fault = self._formula(span, numbers)
                if fault:
                    yield self._problem(placed.node, subject + fault, "", span.start)
        if self.shipped and placed.language is None:
            yield from self._one_language(placed, subject)

    def _formula(self, span: Span, numbers: Numbers) -> str | None:
        inline = span.part is Part.INLINE
        versions: Iterable[str] = [span.text]
        if numbers:
            versions = dict.fromkeys(fill(span.text, draw) for draw in numbers)
        for version in versions:
            tex = version.strip("$").strip()
            fault = self.fault(tex, inline)
            if fault:
                return f"formula {tex!r} {fault}"
        return None

    def _one_language(self, placed: PlacedText, subject: str) -> Iterator[DeckProblem]:
        prose = " ".join(span.text for span in spans(placed.text) if span.part is Part.PROSE)
        sentence = any(_SMALL.search(words) for words in _WORDS.findall(prose))
        missing = "en" if _CHINESE.search(prose) else "zh" if sentence else None
        if missing:
            message = f"{subject}{placed.field!r} is written in one language, {missing} is missing"
            yield self._problem(placed.node, message, "write {en: …, zh: …}")

    def _missing(self, note: Note, subject: str) -> Iterator[DeckProblem]:
        """Fields that only shipped decks must have."""
        card = note.cards[0]
        wanted = ["topic", "explanation"] if isinstance(card, Numeric) else ["topic"]
        for name in wanted:
            if name not in note.row.nodes:
                yield self._problem(note.node, f"{subject}field {name!r} is missing")
        if isinstance(card, Choice):
            for option, node in zip(card.options, note.row.nodes["choices"].value, strict=True):
                if not option.correct and not option.why:
                    yield self._problem(node, f"{subject}a wrong choice has no 'why'")

    def _missing_languages(self, note: Note, subject: str) -> Iterator[DeckProblem]:
        said = [text for text in note.texts if text.language]
        while said:
            text = said.pop(0)
            missing = Language.ZH if text.language is Language.EN else Language.EN
            if said and (said[0].field, said[0].language) == (text.field, missing):
                said.pop(0)
            else:
                yield self._problem(text.node, f"{subject}{text.field!r} has no {missing}")

    def _problem(
        self, node: Node, message: str, hint: str = "", offset: int | None = None
    ) -> DeckProblem:
        return self.source.problem(node, message, hint, offset=offset)


def _numbers(note: Note) -> Numbers:
    for card in note.cards:
        if isinstance(card, Numeric):
            draws = [drawn(card, scope) for scope in islice(sample(card, DRAWS), DRAWS)]
            return tuple({**draw.values, "answer": draw.answer} for draw in draws)
    return ()
