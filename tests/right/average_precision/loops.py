def average_precision(is_tp, scores, num_gt, points=None):
    if num_gt == 0:
        return float("nan")
    ranked = sorted(zip(scores.tolist(), is_tp.tolist()), key=lambda pair: -pair[0])
    tp, at_hits = 0, []
    for k, (_, hit) in enumerate(ranked, 1):
        if hit:
            tp += 1
            at_hits.append(tp / k)
    best = 0.0
    for i in reversed(range(len(at_hits))):  # the curve has its peaks at the hits
        best = max(best, at_hits[i])
        at_hits[i] = best
    if points is None:
        return sum(at_hits) / num_gt
    total = 0.0
    for j in range(points):
        needed = max(-(-j * num_gt // (points - 1)), 1)  # hits until this recall, rounded up
        total += at_hits[needed - 1] if needed <= len(at_hits) else 0.0
    return total / points
