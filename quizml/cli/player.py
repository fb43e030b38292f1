"""Plays a session: shows turns on a stage, carries out what the learner asks for."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from quizml.cli.stages import Scene, Stage
from quizml.model.cards import Choice, Code
from quizml.model.errors import QuizmlError
from quizml.model.reviews import Interval, Mark, Marking, Memory, Rating, Step
from quizml.model.text import Display
from quizml.study.queue import Wait
from quizml.ui import hand as hands
from quizml.ui.commands import Command, Do
from quizml.ui.frame import Header
from quizml.ui.hand import Hand
from quizml.ui.notes import act, note
from quizml.ui.showing import Phase, several
from quizml.ui.summary import help_screen
from quizml.ui.words import format_wait, spoken

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from quizml.decks.library import Library
    from quizml.model.heads import CardId
    from quizml.model.text import Language
    from quizml.scheduling.scheduler import Scheduler
    from quizml.store import Store
    from quizml.study.session import Session, Tally, Turn
    from quizml.ui.lines import Line

LONGEST = timedelta(minutes=10)
"""An answer that took longer was a coffee break."""


@dataclass(slots=True)
class World:
    """What a session may touch outside itself."""

    library: Library
    store: Store
    scheduler: Scheduler
    now: Callable[[], datetime]
    edit: Callable[[CardId], Library]
    """Opens the learner's editor on a card; the decks as they are afterwards."""
    starter: Callable[[Code], str]
    """Writes a starter file; its path."""
    begin: Callable[[CardId], None]
    """Notes that the learner may begin to write for a coding card."""
    summary: Callable[[Tally, Display], list[Line]]
    """How it went, and what comes next."""


class Player:
    """One session on one stage."""

    def __init__(
        self,
        session: Session,
        stage: Stage,
        world: World,
        display: Display,
        rng: random.Random,
        minutes: int | None = None,
    ) -> None:
        self.session, self.stage, self.world = session, stage, world
        self.display, self._rng = display, rng
        self._began = time.monotonic()
        self._until = None if minutes is None else self._began + 60 * minutes
        self._note = ""
        self._shown_at = 0.0

    def play(self) -> None:
        """Until nothing is left, the time is over, or the learner quits."""
        while self._until is None or time.monotonic() < self._until:
            match self.session.next():
                case None:
                    summary = self.world.summary(self.session.tally, self.display)
                    if not self._outside(self.stage.rest(summary, self._words())):
                        return
                case Wait(until=until):
                    command = self.stage.wait(lambda: until - self.world.now(), self._words())
                    if command is not None and not self._outside(command):
                        return
                case turn:
                    if not self._take(turn):
                        return

    def _outside(self, command: Command) -> bool:
        """Between cards one can only undo, or quit."""
        return command.do is Do.UNDO and self._undo()

    def _take(self, turn: Turn) -> bool:
        """One turn, to its end; False if the learner quits."""
        hand = self._deal(turn)
        self._shown_at = time.monotonic()
        while True:
            command = self.stage.ask(self._scene(turn, hand))
            self._note = ""
            match command.do:
                case Do.QUIT:
                    return False
                case Do.RATE | Do.ACCEPT if hand.showing.phase is Phase.REVEALED:
                    rating = Rating(command.number) if command.number else hand.suggested
                    if rating is None:
                        self._tell("rate it")
                        continue
                    self._rate(turn, rating)
                    return True
                case Do.UNDO:
                    self._undo()
                    return True
                case Do.BURY | Do.SUSPEND | Do.SKIP:
                    self._put_aside(turn, command.do)
                    return True
                case Do.REREAD if self._graded(turn):
                    return True
                case Do.EDIT:
                    edited = self._edit(turn, hand)
                    if edited is None:
                        return True
                    hand = edited
                case _:
                    turn, hand = self._carry_out(command, turn, hand)

    def _carry_out(self, command: Command, turn: Turn, hand: Hand) -> tuple[Turn, Hand]:
        """What changes the card shown, and leaves it there."""
        match command.do:
            case Do.FLAG:
                turn = self._flag(turn)
            case Do.HELP:
                self.stage.tell(help_screen(self._words(), self.stage.width), self._words())
            case Do.LANGUAGE:
                order = tuple(Display)
                self.display = order[(order.index(self.display) + 1) % len(order)]
                hand = replace(hand, showing=replace(hand.showing, display=self.display))
            case Do.STARTER | Do.HINT | Do.REREAD:
                hand = self._coding(command.do, hand)
            case _:
                hand = self._answer(command, hand)
        return turn, hand

    def _answer(self, command: Command, hand: Hand) -> Hand:
        """The card after the learner revealed it, picked an option, or gave an answer."""
        match command.do:
            case Do.REVEAL:
                return hands.revealed(hand)
            case Do.CHECK:
                return hands.picked(hand, command.picks)
            case Do.PICK:
                hand = hands.toggled(hand, command.number)
                card = hand.showing.card
                single = isinstance(card, Choice) and not several(card)
                return hands.picked(hand) if single else hand
            case Do.ANSWER:
                hand = hands.typed(hand, command.text)
                if hand.refused is not None:
                    self._tell(hand.refused.value)
                return replace(hand, refused=None)
        return hand

    def _coding(self, do: Do, hand: Hand) -> Hand:
        card = hand.showing.card
        if not isinstance(card, Code):
            return hand
        match do:
            case Do.STARTER:
                path = self.world.starter(card)
                self._tell("starter", path=path)
                return replace(hand, showing=replace(hand.showing, starter=path))
            case Do.HINT:
                if hand.showing.hints >= len(card.hints):
                    self._tell("no more hints")
                hints = min(hand.showing.hints + 1, len(card.hints))
                return replace(hand, showing=replace(hand.showing, hints=hints))
            case _:
                self._tell("no verdict")
                return hands.attempted(hand, self.world.store.last_attempt(card.id))

    def _graded(self, turn: Turn) -> bool:
        """Whether `quizml grade` has answered this card since it was shown."""
        if self.world.store.standing(turn.head.id).version == turn.standing.version:
            return False
        self.session.refresh(turn.head.id)
        self._tell("graded", card=turn.head.id)
        return True

    def _rate(self, turn: Turn, rating: Rating) -> None:
        took = min(timedelta(seconds=time.monotonic() - self._shown_at), LONGEST)
        after = self.session.rate(turn, rating, took)
        if after is None:
            self._tell("answered elsewhere")
        elif self.world.scheduler.became_leech(turn.standing.progress, after):
            self._tell("leech", card=turn.head.id)

    def _undo(self) -> bool:
        undone = self.session.undo()
        if undone is None:
            self._tell("nothing to undo")
        else:
            name = undone.mark.value if isinstance(undone, Marking) else undone.rating.name.lower()
            self._tell("undone", what=act(name, self._words()), card=undone.card)
        return True

    def _put_aside(self, turn: Turn, do: Do) -> None:
        if do is Do.SKIP:
            self.session.queue.drop(turn.head.id)
            return
        mark = Mark.BURY if do is Do.BURY else Mark.SUSPEND
        self.session.mark(turn, mark)
        self._tell(mark.value, card=turn.head.id)

    def _flag(self, turn: Turn) -> Turn:
        mark = Mark.UNFLAG if turn.standing.flagged else Mark.FLAG
        self.session.mark(turn, mark)
        self._tell(mark.value)
        return self.session.turn(turn.head.id)

    def _edit(self, turn: Turn, hand: Hand) -> Hand | None:
        """The card as it reads after the editor; None if it is gone from its deck."""
        try:
            with self.stage.away():
                self.world.library = self.world.edit(turn.head.id)
        except QuizmlError as error:
            self._note = str(error)
            return hand
        if turn.head.id not in {head.id for head in self.world.library.heads()}:
            self.session.queue.drop(turn.head.id)
            return None
        self._tell("edited")
        return self._deal(turn)

    def _deal(self, turn: Turn) -> Hand:
        card = self.world.library.card(turn.head.id)
        hand = hands.deal(card, self.display, self._rng)
        if isinstance(card, Code):
            self.world.begin(card.id)
            hand = hands.attempted(hand, self.world.store.last_attempt(card.id))
        return hand

    def _scene(self, turn: Turn, hand: Hand) -> Scene:
        queue, words = self.session.queue, self._words()
        header = Header(
            title=self.world.library.deck(turn.head.deck).info.title.said(words),
            done=self.session.tally.answered,
            left=queue.left_new + queue.left_learning + queue.left_review,
            minutes=round((time.monotonic() - self._began) / 60),
            state=turn.state,
            flagged=turn.standing.flagged,
        )
        futures = {}
        if hand.showing.phase is Phase.REVEALED:
            for rating, memory in turn.futures.items():
                futures[rating] = format_wait(_wait(memory, turn.at), words)
        return Scene(hand.showing, header, futures, hand.suggested, self._note)

    def _tell(self, key: str, **values: object) -> None:
        self._note = note(key, self._words(), **values)

    def _words(self) -> Language:
        return spoken(self.display)


def _wait(memory: Memory, now: datetime) -> timedelta:
    """What a rating promises."""
    match memory.schedule:
        case Interval(days=days):
            return timedelta(days=days)
        case Step(due=due):
            return due - now
