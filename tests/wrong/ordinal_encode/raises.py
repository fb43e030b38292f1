# WRONG: edge: list.index raises for an unknown value
def ordinal_encode(values, categories=None):
    if categories is None:
        categories = sorted(set(values))
    return [categories.index(v) for v in values]
