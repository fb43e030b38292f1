# WRONG: basic: each step takes the best state that follows the one just taken
import numpy as np


def viterbi_decode(emissions, transitions, start=None):
    first = emissions[0] if start is None else emissions[0] + start
    path = [int(np.argmax(first))]
    score = first[path[0]]
    for step in emissions[1:]:
        total = transitions[path[-1]] + step
        path.append(int(np.argmax(total)))
        score += total[path[-1]]
    return np.array(path), score
