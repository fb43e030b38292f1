"""Which library a function is written with, by its annotations. The text is read, never run."""

from __future__ import annotations

import ast

from quizml.grading.parsing import parsed

LIBRARIES = {"torch": "torch", "jax": "jax", "jaxtyping": "jax", "chex": "jax"}
"""Package -> backend."""


def backend_of(text: str, function: str) -> str:
    r"""The backend whose types the annotations of `function` name; "numpy" if none does.

    >>> backend_of("from torch import Tensor as T\ndef f(x: T): ...", "f")
    'torch'
    >>> backend_of("import jax.numpy as jnp\ndef f(x) -> 'jnp.ndarray | None': ...", "f")
    'jax'
    >>> backend_of("import torch\ndef f(x): ...", "f")
    'numpy'
    """
    tree = parsed(text)
    origins = _origins(tree)
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == function:
            for name in _annotated(node):
                backend = LIBRARIES.get(origins.get(name, ""))
                if backend:
                    return backend
    return "numpy"


def _origins(tree: ast.Module) -> dict[str, str]:
    """Name in the file -> the package that it was imported from."""
    origins = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                root = alias.name.split(".")[0]
                origins[alias.asname or root] = root
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                origins[alias.asname or alias.name] = node.module.split(".")[0]
    return origins


def _annotated(function: ast.FunctionDef) -> list[str]:
    """The names that its annotations begin with, in order; quoted ones are read too."""
    spec = function.args
    places = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs, spec.vararg, spec.kwarg]
    found = [place.annotation for place in places if place is not None]
    names = []
    for annotation in [*found, function.returns]:
        for node in ast.walk(annotation) if annotation else ():
            if isinstance(node, ast.Name):
                names.append(node.id)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                names += _quoted(node.value)
    return names


def _quoted(text: str) -> list[str]:
    try:
        tree = ast.parse(text, mode="eval")
    except SyntaxError:
        return []
    return [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
