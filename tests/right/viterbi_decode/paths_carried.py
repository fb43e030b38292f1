def viterbi_decode(emissions, transitions, start=None):
    states = range(len(transitions))
    best = []
    for j in states:
        begin = 0.0 if start is None else float(start[j])
        best.append((begin + float(emissions[0][j]), None, j))
    for step in emissions[1:]:
        longer = []
        for j in states:
            i = max(states, key=lambda i: best[i][0] + float(transitions[i][j]))
            score = best[i][0] + float(transitions[i][j]) + float(step[j])
            longer.append((score, best[i], j))
        best = longer
    node = max(best, key=lambda one: one[0])
    score, path = node[0], []
    while node is not None:
        path.append(node[2])
        node = node[1]
    return path[::-1], score
