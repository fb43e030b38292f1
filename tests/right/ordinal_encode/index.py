def ordinal_encode(values, categories=None):
    if categories is None:
        categories = []
        for v in sorted(values):
            if v not in categories:
                categories.append(v)
    codes = []
    for v in values:
        try:
            codes.append(categories.index(v))
        except ValueError:
            codes.append(-1)
    return codes
