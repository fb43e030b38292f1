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
from quizml.grading.answers import from_reference
from quizml.grading.compare import KINDS
from quizml.model.errors import BadInput
from quizml.model.exercises import Category, Returns
from quizml.references.hidden import USUAL
from quizml.references.source import source
from quizml.references.starter import starter

NAMES = sorted(references.EXERCISES)
ALWAYS = {Category.BASIC, Category.EDGE}
WITH_ARRAYS = {Category.DTYPE, Category.ALIASING, Category.LARGE}


def plain(value):
    """Values that can be compared: a generator is the seed that it was made from."""
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, np.random.Generator):
        return value.bit_generator.seed_seq.entropy
    return value.tolist() if isinstance(value, np.ndarray) else value


def volume(value):
    """How many numbers and characters there are in a value."""
    if isinstance(value, dict):
        return sum(map(volume, value.values()))
    if isinstance(value, list | tuple):
        return 1 + sum(map(volume, value))
    return len(value) if isinstance(value, str) else np.size(value)


def answer_of(name, arguments):
    return plain(from_reference(references.load(name).exercise, solve(name, arguments)))


def solve(name, arguments):
    return references.load(name).solve(**copy.deepcopy(arguments))


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
    def test_has_a_doctest_that_holds(self, name):
        module = importlib.import_module(f"quizml.references.{references.EXERCISES[name]}.{name}")
        results = doctest.testmod(module)
        assert results.failed == 0
        assert results.attempted > 0

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
        assert hidden.exercise.example

    def test_has_categories_in_order_and_names_that_differ(self, name):
        families = references.load(name).families
        found = [family.category for family in families]
        assert found == sorted(found, key=list(Category).index)
        assert set(found) >= ALWAYS
        arguments = [case.arguments for case in references.load(name).cases(0)]
        if any(isinstance(value, np.ndarray) for each in arguments for value in each.values()):
            assert set(found) >= WITH_ARRAYS
        assert len({(f.category, f.name) for f in families}) == len(families)
        assert len(arguments) > 20

    def test_draws_the_same_cases_for_the_same_seed_only(self, name):
        hidden = references.load(name)

        def drawn(seed):
            return [repr(plain(case.arguments)) for case in hidden.cases(seed)]

        assert drawn(1) == drawn(1)
        assert drawn(1) != drawn(2)

    def test_leaves_its_inputs_alone_and_says_the_same_twice(self, name):
        hidden = references.load(name)
        for size in range(1, USUAL + 1):
            for case in hidden.cases(size, size):
                before = repr(plain(case.arguments))
                answers = [repr(answer_of(name, case.arguments)) for _ in range(2)]
                assert answers[0] == answers[1]
                references.load(name).solve(**case.arguments)
                assert repr(plain(case.arguments)) == before

    def test_answers_in_the_kind_that_it_tells(self, name):
        hidden = references.load(name)
        exercise = hidden.exercise
        for case in hidden.cases(5):
            answer = from_reference(exercise, solve(name, case.arguments))
            parts = answer if exercise.parts else (answer,)
            kinds = [part.kind for part in exercise.parts] or [exercise.kind]
            assert len(parts) == len(kinds)
            if exercise.kind is not Returns.PLAIN or exercise.parts:
                for part, kind in zip(parts, kinds, strict=True):
                    assert part.dtype.kind in KINDS[kind], case.family.name

    def test_gets_smaller_with_the_size(self, name):
        hidden = references.load(name)

        def total(size):
            return sum(volume(case.arguments) for case in hidden.cases(0, size))

        assert total(1) < total(2) < total(USUAL)

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
        for case in references.load(name).cases(3, 2):
            exercise = references.load(name).exercise
            own = from_reference(exercise, names[name](**copy.deepcopy(case.arguments)))
            assert repr(plain(own)) == repr(answer_of(name, case.arguments))
