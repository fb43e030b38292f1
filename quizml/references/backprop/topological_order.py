"""An order in which a computational graph can be evaluated."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from quizml.model.exercises import Category, Exercise, Parameter, Returns
from quizml.references.hidden import Arguments, Family, Hidden, Suspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.random import Generator
    from numpy.typing import NDArray

    Integers = NDArray[np.intp]
    Edges = Sequence[tuple[int, int]]


def topological_order(n: int, edges: Edges) -> Integers:
    """The nodes 0 to n - 1, each after all those whose values it reads; empty if there is a cycle.

    edges are pairs (u, v): v reads u, perhaps more than once. A node is ready when all that it
    reads has been put out; whichever is ready comes next, so several orders may be right. If
    nodes are left over, there is a cycle, and the answer is empty. Backpropagation goes through
    the order from its end. O(n + number of edges).
    Source: Kahn 1962, Topological sorting of large networks, doi:10.1145/368996.369025.

    >>> topological_order(4, [(3, 1), (1, 0), (3, 0), (0, 2)]).tolist()
    [3, 1, 0, 2]
    >>> topological_order(2, [(0, 1), (1, 0)]).tolist()
    []
    """
    readers: list[list[int]] = [[] for _ in range(n)]
    missing = [0] * n
    for u, v in edges:
        readers[u].append(v)
        missing[v] += 1
    order = [node for node in range(n) if missing[node] == 0]
    for node in order:  # grows while it is walked through
        for reader in readers[node]:
            missing[reader] -= 1
            if missing[reader] == 0:
                order.append(reader)
    return np.array(order if len(order) == n else [], dtype=np.intp)


def _graph(rng: Generator, n: int, count: int) -> Arguments:
    """Any acyclic graph without lonely nodes: edges lead forward in a hidden order."""
    names = rng.permutation(n)
    pairs = {(int(rng.integers(later)), later) for later in range(1, n)}
    pairs |= {(min(a, b), max(a, b)) for a, b in rng.integers(0, n, (count, 2)).tolist() if a != b}
    return _told(rng, n, [(names[a], names[b]) for a, b in sorted(pairs)])


def _told(rng: Generator, n: int, edges: Sequence[Any]) -> Arguments:
    edges = [(int(u), int(v)) for u, v in edges]
    return {"n": n, "edges": [edges[i] for i in rng.permutation(len(edges))]}


def _chain(rng: Generator, size: int) -> Arguments:
    return _told(rng, size + 2, list(pairwise(rng.permutation(size + 2))))


def _tree(rng: Generator, size: int) -> Arguments:
    """Sums of two earlier values, as an expression has them."""
    n = 2 * size + 3
    names = rng.permutation(n)
    edges = []
    for node in range(2, n):
        first, second = rng.choice(node, 2, replace=False)
        edges += [(names[first], names[node]), (names[second], names[node])]
    return _told(rng, n, edges)


def _any(rng: Generator, size: int) -> Arguments:
    return _graph(rng, 2 * size + 2, 2 * size)


def _long_and_short(rng: Generator, size: int) -> Arguments:
    """A residual connection: the end reads the start directly, and by way of several nodes."""
    n = size + 3
    names = rng.permutation(n)
    way = list(pairwise(names))
    return _told(rng, n, [*way, (names[0], names[-1]), (names[0], names[-2])])


def _alone(rng: Generator, size: int) -> Arguments:
    """Nodes without any edge have their place, too."""
    found = _any(rng, size)
    more = found["n"] + size
    names = rng.permutation(more)
    return _told(rng, more, [(names[u], names[v]) for u, v in found["edges"]])


def _no_edges(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"n": size + 1, "edges": []}


def _nothing(rng: Generator, size: int) -> Arguments:  # noqa: ARG001
    return {"n": 0, "edges": []}


def _twice(rng: Generator, size: int) -> Arguments:
    """A node that reads another twice, as in x * x."""
    found = _any(rng, size)
    again = [found["edges"][0]] * int(rng.integers(1, 3))
    return _told(rng, found["n"], [*found["edges"], *again])


def _cycle(rng: Generator, size: int) -> Arguments:
    """A cycle with nodes before it and nodes after it."""
    n = size + 5
    names = rng.permutation(n)
    way = list(pairwise(names))
    return _told(rng, n, [*way, (names[-2], names[1])])


def _itself(rng: Generator, size: int) -> Arguments:
    found = _any(rng, size)
    node = int(rng.integers(found["n"]))
    return _told(rng, found["n"], [*found["edges"], (node, node)])


def _two_parts(rng: Generator, size: int) -> Arguments:
    """An acyclic part, and a cycle that nothing leads to."""
    found = _any(rng, size)
    n = found["n"] + 3
    names = rng.permutation(n)
    ring = [(n - 3, n - 2), (n - 2, n - 1), (n - 1, n - 3)]
    return _told(rng, n, [(names[u], names[v]) for u, v in [*found["edges"], *ring]])


def _deep(rng: Generator, size: int) -> Arguments:
    """A chain far longer than Python's recursion goes."""
    return _chain(rng, 1000 * size)


def _many(rng: Generator, size: int) -> Arguments:
    return _graph(rng, 1000 * size, 1500 * size)


def _is_an_order(arguments: Arguments, expected: Integers, got: NDArray[Any]) -> str:
    n = arguments["n"]
    if got.shape != expected.shape or sorted(got.tolist()) != list(range(n)):
        return f"it is not each of the nodes 0 to {n - 1} once"
    place = np.empty(n, dtype=np.intp)
    place[got] = np.arange(n)
    for u, v in arguments["edges"]:
        if place[u] >= place[v]:
            return f"node {v} reads node {u}, but stands before it"
    return ""


def _backwards(n: int, edges: Edges) -> Integers:
    return topological_order(n, edges)[::-1]


def _cycle_overlooked(n: int, edges: Edges) -> Integers:
    """What Kahn's walk has put out when it comes to a halt."""
    missing = np.bincount([v for _, v in edges], minlength=n)
    order = [int(node) for node in np.flatnonzero(missing == 0)]
    for node in order:
        for u, v in edges:
            if u == node:
                missing[v] -= 1
                if missing[v] == 0:
                    order.append(v)
    return np.array(order, dtype=np.intp)


def _by_number(n: int, edges: Edges) -> Integers:  # noqa: ARG001
    return np.arange(n)


HIDDEN = Hidden(
    Exercise(
        name="topological_order",
        summary="An order in which the nodes of a computational graph can be evaluated.",
        parameters=(
            Parameter("n", "number of nodes; they are called 0 to n - 1"),
            Parameter("edges", "list of pairs (u, v): node v reads the value of node u"),
        ),
        returns="(n,) array or list of the nodes, integers; empty if there is a cycle",
        kind=Returns.INTEGER,
        conventions=(
            "Every node stands after all nodes that it reads; any such order is right.",
            "A pair may occur more than once (as in x*x); a node that reads itself is a cycle.",
            "If there is a cycle anywhere, the answer is empty.",
            "Time O(n + number of edges): thousands of nodes, chains thousands long.",
        ),
        example=(
            ("topological_order(4, [(3, 1), (1, 0), (3, 0), (0, 2)])", "array([3, 1, 0, 2])"),
            ("topological_order(2, [(0, 1), (1, 0)])", "array([], dtype=int64)"),
        ),
    ),
    topological_order,
    (
        Family(Category.BASIC, "a chain", _chain),
        Family(Category.BASIC, "an expression", _tree, 3),
        Family(Category.BASIC, "any graph", _any, 3),
        Family(Category.BASIC, "a long way and a shortcut", _long_and_short, 3),
        Family(Category.EDGE, "nodes without edges", _alone, 2),
        Family(Category.EDGE, "no edges", _no_edges, 1),
        Family(Category.EDGE, "no nodes", _nothing, 1),
        Family(Category.EDGE, "an edge twice", _twice, 3),
        Family(Category.EDGE, "a cycle", _cycle, 2),
        Family(Category.EDGE, "a node that reads itself", _itself, 2),
        Family(Category.EDGE, "a cycle apart from the rest", _two_parts, 2),
        Family(Category.LARGE, "a very long chain", _deep, 1),
        Family(Category.LARGE, "thousands of nodes", _many, 1),
    ),
    (
        Suspect("the order runs backwards: (u, v) means that v reads u", _backwards),
        Suspect("a cycle is not noticed: some nodes are never ready", _cycle_overlooked),
        Suspect("the nodes are taken by their numbers, which say nothing", _by_number),
    ),
    equivalent=_is_an_order,
)
