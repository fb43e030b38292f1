"""A session in a process of its own: `answerer.py STORE CARDS` answers until it is killed.

Prints the id of each answer once the store has it. With a third argument, stops after that many.
"""

import itertools
import sys
from pathlib import Path

from storefakes import answer, follow, opened

from quizml.model.reviews import Rating
from quizml.store import StaleAnswer

path, cards = Path(sys.argv[1]), int(sys.argv[2])
rounds = itertools.count() if len(sys.argv) < 4 else range(int(sys.argv[3]))

with opened(path) as store:
    for number in rounds:
        review = answer(f"deck/{number % cards}", Rating(number % 4 + 1), minutes=number)
        before = store.standing(review.card)
        try:
            after = follow(before.progress, review)
            event = store.record(review, after, version=before.version)
        except StaleAnswer:
            event = "stale"
        sys.stdout.write(f"{event}\n")
        sys.stdout.flush()
        if len(sys.argv) < 4 and number % 7 == 6:
            store.undo(review.at, review.day)
