def rescale(x, low=0.0, high=1.0):
    least, most = min(x), max(x)
    if least == most:
        return [low for _ in x]
    return [low + (v - least) / (most - least) * (high - low) for v in x]
