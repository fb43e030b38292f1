def gauc(y_true, y_score, groups, weights="impressions"):
    users = {}
    for label, score, user in zip(y_true.tolist(), y_score.tolist(), groups.tolist()):
        users.setdefault(user, ([], []))[int(label)].append(score)
    above = below = 0.0
    for negatives, positives in users.values():
        if not negatives or not positives:
            continue
        wins = sum((p > n) + (p == n) / 2 for p in positives for n in negatives)
        weight = len(positives)
        if weights == "impressions":
            weight += len(negatives)
        above += weight * wins / (len(positives) * len(negatives))
        below += weight
    return above / below if below else float("nan")
