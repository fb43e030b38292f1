"""Fifty deaths at random moments: what was shown as answered is in the log, once."""

import json
import random
import re
import signal
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from tests.e2e.terminal import Terminal, cards

DEATHS = 50
ANSWERED, UNDONE = 30, 5


class Learner:
    """Studies until killed, and remembers what the screen has promised."""

    def __init__(self, deck: Path, rng: random.Random) -> None:
        self.deck = deck
        self.rng = rng
        self.promised: list[str] = []
        self.uncertain: set[str] = set()

    def shown(self, terminal: Terminal, *, other_than: str = "") -> str:
        """The card now asked."""
        while True:
            found = re.search(r"Question (\d{4})", terminal.wait_for("Question"))
            assert found
            if found[1] != other_than:
                return f"many/card-{found[1]}"
            terminal.pump()

    def study(self, answers: int, undos: int) -> None:
        """Answer and undo in random order, and die somewhere on the way."""
        moves = ["answer"] * answers + ["undo"] * undos
        self.rng.shuffle(moves)
        dies_at = self.rng.randrange(len(moves))
        with Terminal("study", self.deck, "--new", "9999", "--limit", "9999") as terminal:
            card = self.shown(terminal)
            for number, move in enumerate(moves):
                if number == dies_at:
                    self.die_during(terminal, card, move)
                    return
                if move == "answer":
                    card = self.answer(terminal, card)
                elif self.promised:
                    terminal.press("u")
                    back = self.promised.pop()
                    terminal.wait_for(back.replace("many/card-", "Question "))
                    card = back

    def answer(self, terminal: Terminal, card: str) -> str:
        terminal.press(" ")
        terminal.wait_for(card.replace("many/card-", "Answer "))
        terminal.press("4")
        following = self.shown(terminal, other_than=card[-4:])
        self.promised.append(card)
        return following

    def die_during(self, terminal: Terminal, card: str, move: str) -> None:
        if move == "undo":
            terminal.press("u")
            self.uncertain |= set(self.promised[-1:])
        else:
            terminal.press(" 4")
            self.uncertain.add(card)
        terminal.pump(self.rng.random() * 0.02)
        terminal.child.kill(signal.SIGKILL)


def test_every_answer_whose_next_card_was_shown_is_in_the_log_once(
    tmp_path: Path, program: Callable[..., CompletedProcess[str]]
) -> None:
    learner = Learner(cards(tmp_path, 400), random.Random(20260302))
    for death in range(DEATHS):
        share = slice(death, None, DEATHS)
        learner.study(len(range(ANSWERED * 10)[share]), len(range(UNDONE * 10)[share]))
        logged = Counter(row["card_id"] for row in json.loads(program("log", "--json").stdout))
        promised = set(learner.promised)
        assert max(logged.values(), default=1) == 1, "an answer was logged twice"
        assert promised - learner.uncertain <= set(logged), "an answer was lost"
        assert set(logged) <= promised | learner.uncertain, "an answer came from nowhere"
        learner.promised = [
            card for card in learner.promised if card in logged and card not in learner.uncertain
        ] + sorted(set(logged) & learner.uncertain)
        learner.uncertain.clear()
    doctor = program("doctor")
    assert doctor.returncode == 0, doctor.stdout
    assert "found" not in doctor.stdout.replace("nothing found", ""), doctor.stdout
