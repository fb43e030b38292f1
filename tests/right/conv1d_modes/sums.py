def conv1d_modes(x, w, mode="full"):
    xs, ws = [float(v) for v in x], [float(v) for v in w]
    n, k = len(xs), len(ws)
    start = dict(full=0, same=(k - 1) // 2, valid=k - 1)[mode]
    stop = dict(full=n + k - 1, same=start + n, valid=n)[mode]
    y = []
    for i in range(start, stop):
        total = 0.0
        for j in range(max(0, i - n + 1), min(k, i + 1)):
            total += xs[i - j] * ws[j]
        y.append(total)
    return y
