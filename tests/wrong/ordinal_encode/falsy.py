# WRONG: edge: an empty list of categories is taken for none given
def ordinal_encode(values, categories=None):
    categories = categories or sorted(set(values))
    place = {c: i for i, c in enumerate(categories)}
    return [place.get(v, -1) for v in values]
