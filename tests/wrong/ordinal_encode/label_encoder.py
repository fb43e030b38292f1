# WRONG: basic: sorted categories, as LabelEncoder has them, lose the order of the levels
def ordinal_encode(values, categories=None):
    order = sorted(set(values if categories is None else categories))
    return [order.index(v) if v in order else -1 for v in values]
