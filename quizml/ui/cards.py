"""Screens of a card: asked, then revealed; values in, lines out."""

from collections.abc import Sequence

from quizml.decks import cloze
from quizml.model.cards import Basic, Choice, Cloze, Code, Numeric, Option
from quizml.model.text import Language, Text
from quizml.ui.code import highlighter
from quizml.ui.lines import BLANK, Line, Span, fold, indented, styled, width_of, wrap
from quizml.ui.markdown import BLANK_CLOSES, BLANK_OPENS, Highlighter, markdown
from quizml.ui.showing import Outcome, Phase, Showing, several
from quizml.ui.themes import Theme
from quizml.ui.words import say

__all__ = ["Outcome", "Phase", "Showing", "answer_text", "asked", "revealed", "screen", "several"]


def screen(showing: Showing, width: int, theme: Theme) -> list[Line]:
    """The whole body: the question and, once revealed, what belongs to the answer."""
    lines = asked(showing, width, theme)
    if showing.phase is Phase.REVEALED:
        lines += [BLANK, *revealed(showing, width, theme)]
    return lines


def asked(showing: Showing, width: int, theme: Theme) -> list[Line]:
    """The question. A choice card's options carry their marks here once it is revealed."""
    page = _Page(showing, width, highlighter(theme))
    card = showing.card
    match card:
        case Basic():
            lines = page.said(card.question, "question")
        case Cloze():
            lines = page.cloze(card)
        case Choice():
            lines = page.said(card.question, "question") + page.options(card)
        case Numeric():
            question = showing.drawn.question if showing.drawn else card.question
            lines = page.said(question, "question")
        case Code():
            lines = page.code(card)
    return _fitted(lines, width)


def revealed(showing: Showing, width: int, theme: Theme) -> list[Line]:
    """The answer, with everything that is told only now."""
    page = _Page(showing, width, highlighter(theme))
    card = showing.card
    parts: list[list[Line]] = []
    match card:
        case Basic():
            answer = [page.rule("answer"), BLANK, *page.said(card.answer)]
            parts = [answer, page.points(card.points)]
        case Cloze() | Choice():
            parts = [page.verdict(), page.explanation(card.explanation)]
        case Numeric():
            told = showing.drawn.explanation if showing.drawn else card.explanation
            parts = [page.verdict(), page.explanation(told)]
        case Code():
            parts = [page.reference()]
    parts += [page.correction(card.correction), page.references(card.references)]
    return _fitted(_spaced(parts), width)


def marked_options(showing: Showing, width: int, theme: Theme) -> list[Line]:
    """A choice card's options, without the question; no lines for other cards."""
    if not isinstance(showing.card, Choice):
        return []
    return _fitted(_Page(showing, width, highlighter(theme)).options(showing.card), width)


def answer_text(showing: Showing) -> str:
    """The right answer of a card whose answer is typed."""
    match showing.card:
        case Numeric(unit=unit, tolerance=tolerance) if showing.drawn is not None:
            from quizml.decks.expressions import rounded  # noqa: PLC0415 - few cards calculate

            right = rounded(showing.drawn.answer, tolerance)
            return f"{right} {unit.said(showing.language)}".strip()
        case Cloze(text=text, number=number):
            hidden = cloze.hidden(text.said(showing.language), number)
            return "; ".join(dict.fromkeys(one.shown for one in hidden))
    return ""


def _fitted(lines: Sequence[Line], width: int) -> list[Line]:
    """The lines; whatever is too wide for a very narrow screen is folded."""
    return [piece for line in lines for piece in fold(line, width, mark="")]


def _spaced(parts: Sequence[list[Line]]) -> list[Line]:
    out: list[Line] = []
    for part in parts:
        if part:
            out += [BLANK, *part] if out else part
    return out


class _Page:
    """The parts of a screen."""

    def __init__(self, showing: Showing, width: int, highlight: Highlighter) -> None:
        self.showing = showing
        self.width = width
        self.highlight = highlight

    def word(self, key: str, **values: object) -> str:
        """A fixed phrase."""
        return say(key, self.showing.language, **values)

    def rule(self, key: str) -> Line:
        """A titled line across the screen."""
        title = self.word(key)
        rest = max(self.width - width_of((Span(title),)) - 4, 0)
        return (Span("── ", "rule"), Span(title, "label"), Span(" " + "─" * rest, "rule"))

    def said(self, text: Text, style: str = "", width: int = 0) -> list[Line]:
        """The text; in both languages, one under the other with a thin rule between."""
        return self._stacked(
            [
                self.markdown(version, style, width)
                for version in text.versions(self.showing.display)
            ]
        )

    def _stacked(self, versions: Sequence[list[Line]]) -> list[Line]:
        air = [BLANK] if any(len(lines) > 2 for lines in versions) else []
        out: list[Line] = []
        for lines in versions:
            if out:
                out += [*air, (Span("┄" * min(24, self.width), "rule"),), *air]
            out += lines
        return out

    def markdown(self, text: str, style: str = "", width: int = 0) -> list[Line]:
        """One language's text."""
        lines = markdown(text, width or self.width, self.highlight)
        return [styled(style, line) for line in lines] if style else lines

    def item(self, lead: Line, text: Text, style: str = "", within: int = 0) -> list[Line]:
        """A listed text; the second language goes under the first. `within` columns are taken."""
        columns = width_of(lead)
        out: list[Line] = []
        for version in text.versions(self.showing.display):
            out += self.markdown(version, style, self.width - columns - within)
        return indented(out or [BLANK], columns, lead)

    def cloze(self, card: Cloze) -> list[Line]:
        """The statement with its blank, or with the blank filled."""
        fill = _filled if self.showing.phase is Phase.REVEALED else _hidden
        return self._stacked(
            [
                self.markdown(cloze.rendered(version, card.number, fill))
                for version in card.text.versions(self.showing.display)
            ]
        )

    def options(self, card: Choice) -> list[Line]:
        """The options, numbered as they are shown."""
        out: list[Line] = [BLANK]
        shown = self.showing.phase is Phase.REVEALED
        if several(card) and not shown:
            out += [*wrap([Span(self.word("several"), "hint")], self.width), BLANK]
        for place, index in enumerate(self.showing.shuffled, 1):
            option, chosen = card.options[index], index in self.showing.picked
            lead, style = self._lead(place, option, chosen=chosen, shown=shown, card=card)
            out += self.item(lead, option.text, style)
            if shown and option.why and (chosen or not option.correct):
                why = self.item((Span("→ ", "hint"),), option.why, "hint", width_of(lead))
                out += indented(why, width_of(lead))
        return out

    def _lead(
        self, place: int, option: Option, *, chosen: bool, shown: bool, card: Choice
    ) -> tuple[Line, str]:
        key = Span(f"{place}", "key")
        box = Span("") if not several(card) else Span("[x] " if chosen else "[ ] ", "mark")
        if not shown:
            pointer = "▸ " if chosen and not box.text else "  "
            return (Span(pointer, "mark"), key, Span("  "), box), "strong" if chosen else ""
        mark, style = "  ", ""
        if option.correct:
            mark, style = "✓ ", "right"
        elif chosen:
            mark, style = "✗ ", "wrong"
        return (Span(mark, style), key, Span("  "), box), style

    def verdict(self) -> list[Line]:
        """What was answered, whether it is right, and what would be."""
        showing = self.showing
        out: list[Line] = []
        match showing.outcome:
            case None if isinstance(showing.card, Choice) and not showing.card.explanation:
                return []  # the marks on the options say it all
            case None:
                out.append(self.rule("answer"))
            case outcome:
                name = outcome.name.lower()
                out.append((Span(f"{outcome.value} {self.word(name)}", name),))
        if isinstance(showing.card, Choice):
            return out
        if showing.outcome is not None and showing.outcome is not Outcome.RIGHT:
            typed = Span(showing.typed or self.word("nothing typed"), "wrong")
            out += self._told("your answer", typed)
        right = answer_text(showing)
        if right and not (isinstance(showing.card, Cloze) and showing.outcome is Outcome.RIGHT):
            out += self._told("right answer", Span(right, "right"))
        return out

    def _told(self, key: str, what: Span) -> list[Line]:
        colon = ": " if self.showing.language is Language.EN else "："
        label = self.word(key) + colon
        columns = width_of((Span(label),))
        if isinstance(self.showing.card, Cloze):
            inner = [styled(what.style, line) for line in markdown(what.text, self.width - columns)]
        else:
            inner = wrap([what], self.width - columns)
        return indented(inner, columns, (Span(label, "hint"),))

    def explanation(self, text: Text) -> list[Line]:
        """Why it is so."""
        return self.said(text)

    def points(self, points: Sequence[Text]) -> list[Line]:
        """What a full answer names, as a list to check oneself against."""
        if not points:
            return []
        out: list[Line] = [(Span(self.word("points"), "label"),)]
        for point in points:
            out += self.item((Span("  ☐ ", "mark"),), point)
        return out

    def correction(self, text: Text) -> list[Line]:
        """Where the notes are wrong, boxed off from the answer."""
        if not text:
            return []
        title = self.word("correction")
        if self.width < 40:
            return [(Span(title, "title.correction"),), *self.said(text, "correction")]
        inner = self.said(text, width=self.width - 4)
        room = max(self.width - width_of((Span(title),)) - 5, 0)
        edge = "correction"
        out: list[Line] = [
            (Span("╭─ ", edge), Span(title, "title.correction"), Span(f" {'─' * room}╮", edge))
        ]
        for line in inner:
            spare = Span(" " * max(self.width - 4 - width_of(line), 0))
            out.append((Span("│ ", edge), *line, spare, Span(" │", edge)))
        return [*out, (Span(f"╰{'─' * max(self.width - 2, 0)}╯", edge),)]

    def references(self, references: Sequence[str]) -> list[Line]:
        """Where to read on, dimmed."""
        if not references:
            return []
        out: list[Line] = [(Span(self.word("references"), "reference"),)]
        for reference in references:
            inner = self.markdown(reference, "reference", self.width - 4)
            out += indented(inner, 4, (Span("  · ", "reference"),))
        return out

    def code(self, card: Code) -> list[Line]:
        """The task, the signature, the hints asked for, how to grade, how it went last."""
        showing = self.showing
        parts = [self.said(card.question, "question")]
        if showing.signature:
            parts.append(self.markdown(f"```python\n{showing.signature}\n```"))
        for number, hint in enumerate(card.hints[: showing.hints], 1):
            label = Span(self.word("hint", number=number) + "  ", "label")
            parts.append(self.item((label,), hint))
        name = showing.starter or f"{card.exercise}.py"
        how = wrap([Span(self.word("write it"), "hint")], self.width)
        parts.append([*how, (Span("  "), Span(f"quizml grade {name}", "code"))])
        parts.append(self._attempt())
        return _spaced(parts)

    def _attempt(self) -> list[Line]:
        attempt = self.showing.attempt
        if attempt is None:
            return [(Span(self.word("not tried"), "hint"),)]
        passed = attempt.verdict == "passed"
        key = {"wrong": "wrong answer"}.get(attempt.verdict, str(attempt.verdict))
        text = f"{'✓' if passed else '✗'} {self.word(key)}"
        text += f" ({attempt.category})" if attempt.category else ""
        label = Span(self.word("last attempt") + "  ", "label")
        return [(label, Span(text, "right" if passed else "wrong"))]

    def reference(self) -> list[Line]:
        """Where the reference is to be had; it is never shown by itself."""
        told = wrap([Span(self.word("after passing"), "hint")], self.width)
        return [*told, (Span("  "), Span(f"quizml reveal {self.showing.card.id}", "code"))]


def _hidden(deletion: cloze.Deletion) -> str:
    return f"{BLANK_OPENS}\\[{deletion.hint or '…'}\\]{BLANK_CLOSES}"


def _filled(deletion: cloze.Deletion) -> str:
    return f"{BLANK_OPENS}{deletion.shown}{BLANK_CLOSES}"
