"""Python's graphlib.TopologicalSorter: is there a cycle, and would it take this order?"""

from graphlib import CycleError, TopologicalSorter

GOLDEN = [
    ({"n": 3, "edges": [(2, 1), (1, 0)]}, [2, 1, 0]),  # a chain has one order only
    ({"n": 3, "edges": [(0, 1), (1, 2), (2, 1)]}, []),
    ({"n": 1, "edges": [(0, 0)]}, []),
]


def agrees(answer, n, edges):
    sorter = TopologicalSorter(dict.fromkeys(range(n), ()))
    for u, v in edges:
        sorter.add(v, u)
    try:
        sorter.prepare()
    except CycleError:
        assert not answer.size
        return
    assert sorted(answer.tolist()) == list(range(n))
    ready = set(sorter.get_ready())
    for node in answer.tolist():
        assert node in ready
        sorter.done(node)
        ready |= set(sorter.get_ready())
    assert not sorter.is_active()
