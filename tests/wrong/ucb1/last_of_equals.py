# WRONG: edge: >= takes the last of several equal bounds, also of several infinite ones
import math


def ucb1(rewards, plays):
    t = sum(int(n) for n in plays)
    best, arm, bounds = -math.inf, 0, []
    for i, (r, n) in enumerate(zip(rewards, plays)):
        b = float(r) / int(n) + math.sqrt(2 * math.log(t) / int(n)) if n > 0 else math.inf
        bounds.append(b)
        if b >= best:
            best, arm = b, i
    return arm, bounds
