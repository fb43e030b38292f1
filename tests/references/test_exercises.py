"""Every exercise, by table: what is told and what is hidden belong together."""

import ast
import copy
import doctest
import importlib
import inspect
import subprocess
import sys

import numpy as np
import pytest

from quizml import references
from quizml.model.errors import BadInput
from quizml.model.exercises import Category
from quizml.references.hidden import USUAL
from quizml.references.source import source
from quizml.references.starter import starter

NAMES = sorted(references.EXERCISES)
ALWAYS = {Category.BASIC, Category.DTYPE, Category.EDGE, Category.ALIASING, Category.LARGE}


def test_the_table_names_what_the_modules_hold():
    held = {}
    for subject in set(references.EXERCISES.values()):
        module = importlib.import_module(f"quizml.references.{subject}")
        held |= dict.fromkeys(module.HIDDEN, subject)
        assert doctest.testmod(module).failed == 0
        assert doctest.testmod(module).attempted > 0
    assert held == references.EXERCISES


def test_an_unknown_exercise_is_told_by_name():
    with pytest.raises(BadInput, match="frobnicate"):
        references.load("frobnicate")


def test_the_table_is_read_without_numpy():
    program = "import sys, quizml.references; print('numpy' in sys.modules)"
    printed = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert printed.stdout == "False\n"


@pytest.mark.parametrize("name", NAMES)
class TestExercise:
    def test_has_the_signature_it_tells(self, name):
        hidden = references.load(name)
        told = [(p.name, p.default) for p in hidden.exercise.parameters]
        real = [
            (p.name, "" if p.default is p.empty else repr(p.default))
            for p in inspect.signature(hidden.solve).parameters.values()
        ]
        assert told == real
        assert hidden.exercise.name == hidden.solve.__name__ == name

    def test_gives_the_worked_example(self, name):
        hidden = references.load(name)
        names = {"np": np, name: hidden.solve}
        for typed, comes in hidden.exercise.example:
            assert repr(eval(typed, names)).split() == comes.split()

    def test_has_categories_in_order_and_names_that_differ(self, name):
        families = references.load(name).families
        found = [family.category for family in families]
        assert found == sorted(found, key=list(Category).index)
        assert set(found) >= ALWAYS
        assert len({(f.category, f.name) for f in families}) == len(families)

    def test_draws_the_same_cases_for_the_same_seed_only(self, name):
        hidden = references.load(name)

        def drawn(seed):
            return [repr(case.arguments) for case in hidden.cases(seed)]

        assert drawn(1) == drawn(1)
        assert drawn(1) != drawn(2)

    def test_leaves_its_inputs_alone_and_is_finite(self, name):
        hidden = references.load(name)
        for size in range(1, USUAL + 1):
            for case in hidden.cases(size, size):
                before = copy.deepcopy(case.arguments)
                answer = hidden.solve(**case.arguments)
                assert np.isfinite(answer).all()
                for key, value in case.arguments.items():
                    np.testing.assert_array_equal(value, before[key])

    def test_gets_smaller_with_the_size(self, name):
        hidden = references.load(name)

        def volume(size):
            arguments = [case.arguments for case in hidden.cases(0, size)]
            return sum(np.size(value) for each in arguments for value in each.values())

        assert volume(1) < volume(2) < volume(USUAL)

    def test_has_a_starter_that_tells_all_and_does_nothing(self, name):
        exercise = references.load(name).exercise
        text = starter(exercise)
        function = ast.parse(text).body[-1]
        told = " ".join(ast.get_docstring(function).split())
        assert all(p.name in told for p in exercise.parameters)
        assert all(convention in told for convention in exercise.conventions)
        assert f">>> {exercise.example[0][0]}" in told
        assert max(map(len, text.splitlines())) <= 100
        with pytest.raises(NotImplementedError):
            exec(text + f"\n{name}(*[None] * {len(exercise.parameters)})", {})

    def test_has_a_source_that_stands_alone(self, name):
        text = source(references.load(name))
        assert "quizml" not in text
        names: dict[str, object] = {}
        exec(text, names)
        case = next(references.load(name).cases(3))
        assert np.shape(names[name](**case.arguments)) is not None
