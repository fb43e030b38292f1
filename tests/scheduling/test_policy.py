"""What may be chosen, and when a card becomes a leech."""

from datetime import timedelta

import pytest
from fsrs.scheduler import DEFAULT_PARAMETERS

from quizml.model.errors import BadInput
from quizml.scheduling.policy import DEFAULT_WEIGHTS, Policy
from quizml.scheduling.scheduler import Scheduler


def test_the_default_weights_are_those_of_fsrs_6() -> None:
    assert DEFAULT_WEIGHTS == DEFAULT_PARAMETERS


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(BadInput) as caught:
        Policy(
            retention=1.0,
            weights=(1.0, 2.0),
            learning_steps=(timedelta(minutes=10), timedelta(minutes=1)),
            relearning_steps=(timedelta(0),),
            maximum_days=0,
            leech_lapses=0,
        )
    for name in ("retention", "weights", "learning_steps", "relearning_steps", "maximum_days"):
        assert name in str(caught.value)


def test_a_leech_is_told_of_at_eight_lapses_and_every_four_after() -> None:
    assert [n for n in range(30) if Policy().makes_leech(n)] == [8, 12, 16, 20, 24, 28]
    assert [n for n in range(10) if Policy(leech_lapses=3).makes_leech(n)] == [3, 5, 7, 9]
    assert [n for n in range(4) if Policy(leech_lapses=1).makes_leech(n)] == [1, 2, 3]


def test_the_weights_reach_the_engine() -> None:
    weights = (*DEFAULT_WEIGHTS[:2], 5.0, *DEFAULT_WEIGHTS[3:])
    assert Scheduler(Policy(weights=weights)).policy.weights[2] == 5.0
