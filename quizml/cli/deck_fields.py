"""The questions of the guided dialogue: a card of any kind, as plain data for its YAML."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import typer

from quizml.cli.asking import Asker
from quizml.decks.problems import near
from quizml.model.errors import BadInput
from quizml.model.heads import Difficulty, Kind
from quizml.model.text import Language

Plain = Any
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
NAMES = {Language.EN: "English", Language.ZH: "中文"}


def slug(answer: str) -> str:
    """A name of lower-case letters, digits and hyphens; raises BadInput."""
    if SLUG.fullmatch(answer):
        return answer
    close = slugged(answer)
    hint = f" (did you mean {close!r}?)" if close else ""
    raise BadInput(f"{answer!r} should be lower-case letters, digits and hyphens{hint}")


def slugged(text: str, words: int = 5) -> str:
    """The likeliest slug for a text; empty where it has no Latin letters."""
    small = {"a", "an", "the", "is", "are", "does", "do", "of", "what", "how", "why", "to", "and"}
    found = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join([word for word in found if word not in small][:words] or found[:words])


def one_of(words: Sequence[str]) -> Callable[[str], str]:
    """One of a few words, or its beginning."""

    def parse(answer: str) -> str:
        found = [w for w in words if w == answer] or [w for w in words if w.startswith(answer)]
        if answer and len(found) == 1:
            return found[0]
        hint = near(answer, words)
        listed = ", ".join(words)
        raise BadInput(f"{answer!r} is none of {listed}" + (f" ({hint})" if hint else ""))

    return parse


class Questions:
    """Asks for the fields of a card in the languages that the learner writes in."""

    def __init__(
        self, asker: Asker, languages: Sequence[Language], exercises: Sequence[str]
    ) -> None:
        self.ask, self.languages, self.exercises = asker, tuple(languages), tuple(exercises)

    def card(self, kind: Kind) -> dict[str, Plain]:
        """The fields of a card of that kind."""
        return {
            Kind.BASIC: self._basic,
            Kind.CLOZE: self._cloze,
            Kind.CHOICE: self._choice,
            Kind.NUMERIC: self._numeric,
            Kind.CODE: self._code,
        }[kind]()

    def said(self, what: str, *, required: bool = True, long: bool = False) -> Plain:
        """A text, in one language or both; empty if it may be and is."""
        several = len(self.languages) > 1
        texts: dict[str, str] = {}
        for language in self.languages:
            prompt = f"{what}, {NAMES[language]}" if several else what
            text = self.ask.text(prompt) if long else self.ask.line(prompt)
            if text:
                texts[language.value] = text
        if not texts and required:
            if not self.ask.interactive:
                raise BadInput(f"{what} is empty; nothing was written")
            typer.echo(f"{what} is needed.", err=True)
            return self.said(what, required=True, long=long)
        return texts or ""

    def _some(self, **fields: Plain) -> dict[str, Plain]:
        return {name: value for name, value in fields.items() if value not in ("", [], None)}

    def _items(self, what: str) -> list[Plain]:
        found: list[Plain] = []
        while item := self.said(f"{what} {len(found) + 1} (empty: no more)", required=False):
            found.append(item)
        return found

    def _explanation(self) -> Plain:
        return self.said("Explanation (may be empty)", required=False, long=True)

    def _basic(self) -> dict[str, Plain]:
        question, answer = self.said("Question"), self.said("Answer", long=True)
        return self._some(question=question, answer=answer, points=self._items("Point"))

    def _cloze(self) -> dict[str, Plain]:
        typer.echo("Hide what is asked: The slope is at most {{c1::1/4||0.25::a fraction}}.")
        return self._some(text=self.said("Text"), explanation=self._explanation())

    def _choice(self) -> dict[str, Plain]:
        question = self.said("Question")
        choices: list[dict[str, Plain]] = []
        while len(choices) < 9:
            least = len(choices) < 2
            text = self.said(
                f"Choice {len(choices) + 1}" + ("" if least else " (empty: no more)"),
                required=least,
            )
            if not text:
                break
            correct = self.ask.yes("Is it correct?", default=False)
            why = self.said("Why (may be empty)", required=False)
            choices.append(self._some(text=text, correct=correct or None, why=why))
        return self._some(question=question, choices=choices, explanation=self._explanation())

    def _numeric(self) -> dict[str, Plain]:
        typer.echo("Write {n} in a text, {{n}} in a formula, for the value of the variable n.")
        question = self.said("Question")
        typer.echo("Variables: n = 28, 32, 56   or   p = 0..3   or   m = n - 2*p")
        variables: dict[str, Plain] = {}
        while True:
            more = " (empty: no more)" if variables else ""
            read = self.ask.read(f"Variable {len(variables) + 1}{more}", variable)
            if read is None and variables:
                break
            if read is None:
                if not self.ask.interactive:
                    raise BadInput("a numeric card needs a variable; nothing was written")
                continue
            variables[read[0]] = read[1]
        return self._some(
            question=question,
            variables=variables,
            where=self.ask.line("Which go together, such as n > p (may be empty)"),
            answer=self.ask.read("Answer, such as (n + 2*p) // 2", _given),
            tolerance=self.ask.read("Tolerance: 0 for exact, 0.01, or 1%", _tolerance, "0"),
            unit=self.said("Unit (may be empty)", required=False),
            explanation=self._explanation(),
        )

    def _code(self) -> dict[str, Plain]:
        question = self.said("Question")
        listed = ", ".join(self.exercises)
        exercise = self.ask.read(f"Exercise ({listed})", one_of(self.exercises))
        return self._some(question=question, exercise=exercise, hints=self._items("Hint"))

    def rest(self, default_topic: str) -> dict[str, Plain]:
        """Topic, difficulty, importance and tags."""
        if not self.ask.yes("Topic, difficulty, importance, tags?", default=False):
            return {}
        return self._some(
            topic=self.ask.read("Topic", slug, default_topic),
            difficulty=str(self.ask.read("Difficulty", one_of(list(Difficulty)), "medium")),
            importance=int(self.ask.read("Importance, 1 to 3", one_of(["1", "2", "3"]), "2")),
            tags=self.ask.read("Tags, with commas between (may be empty)", _tags),
        )


def _given(answer: str) -> str:
    if not answer:
        raise BadInput("an answer is needed")
    return answer


def _tags(answer: str) -> list[str]:
    return [slug(tag.strip()) for tag in answer.split(",") if tag.strip()]


_NUMBER = r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?"
_RANGE = re.compile(rf"({_NUMBER}?)\s*\.\.\s*({_NUMBER})(?:\s+step\s+({_NUMBER}))?")


def variable(line: str) -> tuple[str, Plain] | None:
    """A variable's name and its values, range or expression; None for an empty line."""
    if not line:
        return None
    name, equals, how = (part.strip() for part in line.partition("="))
    if not equals or not how or not name.isidentifier():
        raise BadInput(f"{line!r} should be like n = 28, 32 or p = 0..3 or m = n - 2*p")
    found = _RANGE.fullmatch(how)
    if found:
        low, high, step = (_number(part) if part else None for part in found.groups())
        return name, {"from": low, "to": high} | ({"step": step} if step is not None else {})
    parts = [part.strip() for part in how.split(",")]
    if all(re.fullmatch(_NUMBER, part) for part in parts):
        return name, [_number(part) for part in parts]
    return name, how


def _tolerance(answer: str) -> Plain:
    amount = answer.removesuffix("%").strip()
    if not re.fullmatch(_NUMBER, amount) or amount.startswith("-"):
        raise BadInput(f"{answer!r} should be a number from 0, or a share such as 1%")
    return f"{amount}%" if answer.endswith("%") else _number(amount) or None


def _number(text: str) -> int | float:
    try:
        return int(text)
    except ValueError:
        return float(text)
