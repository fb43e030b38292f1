import math

import numpy as np


def pair_coordinates(set_a, set_b, radius):
    a, b = set_a.tolist(), set_b.tolist()
    near = [
        [(j, math.dist(p, q)) for j, q in enumerate(b) if math.dist(p, q) <= radius] for p in a
    ]
    partner_a, partner_b = [None] * len(a), [None] * len(b)
    while True:
        # Bellman-Ford: the cheapest way from a free point of A to a free point of B that leads
        # forth over new pairs and back over made ones
        cost = [0.0 if partner is None else math.inf for partner in partner_a]
        reached, via = [math.inf] * len(b), [None] * len(b)
        changed = True
        while changed:
            changed = False
            for i in range(len(a)):
                for j, d in near[i]:
                    if cost[i] + d < reached[j] - 1e-12 and partner_a[i] != j:
                        reached[j], via[j] = cost[i] + d, i
                        changed = True
                        owner = partner_b[j]
                        if owner is not None:
                            cost[owner] = reached[j] - math.dist(a[owner], b[j])
        free = [j for j in range(len(b)) if partner_b[j] is None and reached[j] < math.inf]
        if not free:
            break
        j = min(free, key=lambda j: reached[j])
        while j is not None:
            i = via[j]
            partner_b[j], partner_a[i], j = i, j, partner_a[i]
    pairs = [[i, j] for i, j in enumerate(partner_a) if j is not None]
    return (
        np.array(pairs, dtype=int).reshape(-1, 2),
        [i for i, j in enumerate(partner_a) if j is None],
        [j for j, i in enumerate(partner_b) if i is None],
    )
