"""Which card comes next. Pure: the time is an argument, chance plays no part.

First cards in their steps whose time has come; then reviews, least likely recalled first, with the
new cards spread evenly among them; then, with nothing else left, steps up to `learn_ahead` early.
Cards of one topic are kept apart by APART others where the next LOOK cards allow it.
"""

from bisect import insort
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from quizml.model.heads import CardId, Head
from quizml.model.reviews import (
    NEW_CARD,
    Interval,
    Memory,
    Progress,
    Standing,
    State,
    Step,
    StudyDay,
    Unseen,
)
from quizml.study.plan import Limits, gather, is_hidden

if TYPE_CHECKING:
    from quizml.store.values import DayCount

__all__ = ["Limits", "Queue", "Wait"]

APART = 3
LOOK = 12


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing to ask now; at `until` there will be."""

    until: datetime


class Queue:
    """The cards of a session still to come.

    `next` only looks: it names the same card until that is answered, dropped, or a step's time
    comes. `already` says what was done earlier today, for the daily limits. `cram` asks each card
    that is not put aside once, in the order of `heads`, due or not, whatever the daily limits;
    `ahead` also asks reviews of the coming days that were not answered today.
    """

    def __init__(
        self,
        heads: Iterable[Head],
        standings: Mapping[CardId, Standing],
        retrievability: Callable[[Memory, StudyDay], float],
        day: StudyDay,
        limits: Limits,
        already: "DayCount",
        *,
        cram: bool = False,
        ahead: int = 0,
    ) -> None:
        heads = list(heads)
        self._heads = {head.id: head for head in heads}
        self._places = {head.id: place for place, head in enumerate(heads)}
        self._notes: dict[str, list[CardId]] = {}
        for head in heads:
            if head.note != head.id:  # else it has no siblings
                self._notes.setdefault(head.note, []).append(head.id)
        self._known = dict(standings)
        self._day = day
        self._learn_ahead = limits.learn_ahead
        self._cram = cram
        self._pending: dict[CardId, State] = {}
        self._left: Counter[State] = Counter()
        self._steps: list[tuple[datetime, int, CardId]] = []
        self._main: list[CardId] = []
        self._first: list[CardId] = []
        self._spare: dict[State, deque[CardId]] = {}
        self._beyond: deque[CardId] = deque()
        self._topics: deque[str] = deque(maxlen=APART)
        self._last: CardId | None = None
        if cram:
            shown = (h for h in heads if not is_hidden(self._standing(h.id), day))
            self._fill((), [head.id for head in shown], limits.total)
            return
        found = gather(
            heads, standings, day, urgency=lambda memory: retrievability(memory, day), ahead=ahead
        )
        new, reviews = limits.remaining(already)
        fresh, due = _ids(found.new), _ids(found.reviews)
        self._spare = {State.NEW: deque(fresh[new:]), State.REVIEW: deque(due[reviews:])}
        main = spread_evenly(due[:reviews], fresh[:new])
        self._fill([(due, head.id) for due, head in found.learning], main, limits.total)

    # Which card

    def next(self, now: datetime) -> CardId | Wait | None:
        """The card to show, the time to wait for one, or None when all is done."""
        if self._first:
            return self._first[-1]
        soon = now + self._learn_ahead
        card = self._step(now) or self._apart() or self._step(soon)
        if card is not None or not self._steps:
            return card
        due, _, only = self._steps[0]
        return only if due <= soon else Wait(due - self._learn_ahead)

    @property
    def left_new(self) -> int:
        """Cards still to be met."""
        return self._left[State.NEW]

    @property
    def left_learning(self) -> int:
        """Cards in learning or relearning steps, whether their time has come or not."""
        return self._left[State.LEARNING] + self._left[State.RELEARNING]

    @property
    def left_review(self) -> int:
        """Reviews still to come."""
        return self._left[State.REVIEW]

    # What happened

    def answered(self, card: CardId, standing: Standing) -> None:
        """Take note of where the card stands now; if it was not answered, it keeps its place."""
        before = self._standing(card)
        self._known[card] = standing
        if is_hidden(standing, self._day):
            self.drop(card)
            return
        if standing.progress == before.progress:
            return
        self._remove(card)
        self._last = card
        self._topics.append(self._heads[card].topic)
        self._hold_back_siblings(card)
        match standing.progress:
            case Memory(schedule=Step(due=due)):
                if not self._cram:
                    self._add_step(due, card)
            case Memory(schedule=Interval(due=due)) if due > self._day or self._cram:
                pass
            case _:  # another session took its answer back
                self.restore(card, standing)

    def restore(self, card: CardId, standing: Standing) -> None:
        """Ask the card next: its answer, or the mark that put it aside, was undone."""
        self._remove(card)
        self._known[card] = standing
        if not is_hidden(standing, self._day):
            self._first.append(card)
            self._note(card)

    def drop(self, card: CardId) -> None:
        """Leave the card out, for it was suspended or buried; another takes its place."""
        state = self._pending.get(card)
        self._remove(card)
        if state is None or not (self._cram or state in (State.NEW, State.REVIEW)):
            return
        spare = self._beyond or self._spare.get(state)
        if spare:
            substitute = spare.popleft()
            self._main.append(substitute)
            self._note(substitute)

    # How

    def _standing(self, card: CardId) -> Standing:
        return self._known.get(card, NEW_CARD)

    def _fill(
        self, steps: Iterable[tuple[datetime, CardId]], main: list[CardId], total: int | None
    ) -> None:
        """Begin with these cards; those over `total` stand by in case one is dropped."""
        for due, card in islice(steps, total):
            self._add_step(due, card)
        room = None if total is None else max(0, total - len(self._steps))
        self._main = main[:room]
        self._beyond = deque() if room is None else deque(main[room:])
        states = [_state(self._standing(card).progress) for card in self._main]
        self._pending.update(zip(self._main, states, strict=True))
        self._left.update(states)

    def _note(self, card: CardId) -> None:
        state = _state(self._standing(card).progress)
        self._pending[card] = state
        self._left[state] += 1

    def _add_step(self, due: datetime, card: CardId) -> None:
        insort(self._steps, (due, self._places[card], card))
        self._note(card)

    def _remove(self, card: CardId) -> None:
        """Forget the card wherever it waits; near the front in all but odd cases."""
        state = self._pending.pop(card, None)
        if state is None:
            for spare in (self._beyond, *self._spare.values()):
                if card in spare:
                    spare.remove(card)
            return
        self._left[state] -= 1
        if card in self._first:
            self._first.remove(card)
        elif state in (State.NEW, State.REVIEW) or self._cram:
            self._main.remove(card)
        else:
            self._steps = [step for step in self._steps if step[2] != card]

    def _hold_back_siblings(self, card: CardId) -> None:
        if self._cram:
            return
        for sibling in self._notes.get(self._heads[card].note, ()):
            steps = self._pending.get(sibling) in (State.LEARNING, State.RELEARNING)
            if sibling != card and not steps:
                self._remove(sibling)

    def _step(self, until: datetime) -> CardId | None:
        """The first card whose step is over by then, other than the one answered last."""
        for due, _, card in islice(self._steps, 2):
            if due <= until and card != self._last:
                return card
        return None

    def _apart(self) -> CardId | None:
        """The first review or new card whose topic was not asked just now."""
        if not self._main or self._cram:
            return self._main[0] if self._main else None
        for topics in _ever_fewer(list(self._topics)):
            for card in islice(self._main, LOOK):
                if self._heads[card].topic not in topics:
                    return card
        return self._main[0]


def spread_evenly(many: list[CardId], few: list[CardId]) -> list[CardId]:
    """Both lists in one, each in its order and at its own even pace."""
    paced = [
        ((place + 1) / (len(cards) + 1), which, card)
        for which, cards in enumerate((many, few))
        for place, card in enumerate(cards)
    ]
    return [card for *_, card in sorted(paced, key=lambda entry: entry[:2])]


def _ever_fewer(topics: list[str]) -> Iterator[list[str]]:
    """All recent topics, then without the one longest ago, and so on."""
    for start in range(len(topics)):
        yield topics[start:]


def _ids(heads: list[Head]) -> list[CardId]:
    return [head.id for head in heads]


def _state(progress: Progress) -> State:
    return State.NEW if isinstance(progress, Unseen) else progress.state
