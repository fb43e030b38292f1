"""Any order of deeds, against a list that is small enough to be right."""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from storefakes import NOW, TODAY, answer, follow, mark, opened, replay

from quizml.model.reviews import NEW_CARD, Mark, Marking, Rating, Review, Standing
from quizml.store import StaleAnswer
from quizml.store.findings import Outcome
from quizml.store.standings import marked

CARDS = st.sampled_from(["deck/a", "deck/b", "deck/c", "deck/d"])
RATINGS = st.sampled_from(Rating)


@dataclass
class Deed:
    what: Review | Marking
    undone: bool = False


class Machine(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = opened(self.folder / "quizml.db")
        self.deeds: list[Deed] = []
        self.minutes = 0

    def teardown(self) -> None:
        assert self.store.rebuild() == []
        assert all(finding.outcome is Outcome.OK for finding in self.store.check())
        self.store.close()
        shutil.rmtree(self.folder)

    def expected(self, card: str) -> Standing:
        mine = [deed.what for deed in self.deeds if deed.what.card == card and not deed.undone]
        done = [what for what in mine if isinstance(what, Review)]
        standing = Standing(replay(done)) if done else NEW_CARD
        for what in mine:
            if isinstance(what, Marking):
                standing = marked(standing, what)
        return standing

    @rule(card=CARDS, rating=RATINGS, forward=st.integers(-3, 3))
    def record(self, card: str, rating: Rating, forward: int) -> None:
        self.minutes += forward
        review = answer(card, rating, minutes=self.minutes)
        before = self.store.standing(card)
        after = follow(before.progress, review)
        version = self.store.record(review, after, version=before.version)
        assert version > before.version
        self.deeds.append(Deed(review))

    @precondition(lambda self: self.deeds)
    @rule(rating=RATINGS)
    def a_stale_answer_is_refused(self, rating: Rating) -> None:
        card = self.deeds[-1].what.card
        review = answer(card, rating)
        stale = "0" * 24
        with pytest.raises(StaleAnswer):
            self.store.record(review, follow(replay([]), review), version=stale)

    @rule(card=CARDS, which=st.sampled_from(Mark), day=st.integers(0, 2))
    def mark(self, card: str, which: Mark, day: int) -> None:
        marking = mark(card, which, TODAY + day)
        before = self.store.standing(card).version
        assert self.store.mark(marking) > before
        self.deeds.append(Deed(marking))

    @rule()
    def undo(self) -> None:
        standing = [deed for deed in self.deeds if not deed.undone]
        taken = self.store.undo(NOW, TODAY)
        assert taken == (standing[-1].what if standing else None)
        if standing:
            standing[-1].undone = True

    @rule(old=CARDS, new=CARDS)
    def rename(self, old: str, new: str) -> None:
        self.store.rename(old, new, NOW)
        for deed in self.deeds:
            if deed.what.card == old:
                deed.what = replace(deed.what, card=new)

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = opened(self.folder / "quizml.db")

    @invariant()
    def the_log_is_what_was_done(self) -> None:
        done = [deed.what for deed in self.deeds if not deed.undone]
        expected = [what for what in done if isinstance(what, Review)]
        assert [logged.review for logged in self.store.log()] == expected
        assert self.store.reviewed_on(TODAY).answers == sum(r.day == TODAY for r in expected)

    @invariant()
    def standings_are_what_the_log_comes_to(self) -> None:
        standings = self.store.standings()
        for card in ("deck/a", "deck/b", "deck/c", "deck/d"):
            found = standings.get(card, NEW_CARD)
            assert found._replace(version="") == self.expected(card)
            assert found == self.store.standing(card)


class TestMachine(Machine.TestCase):
    settings = settings(
        max_examples=40,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
