def confusion_matrix(y_true, y_pred, num_classes=None):
    truth = [int(label) for label in y_true.flat]
    said = [int(label) for label in y_pred.flat]
    if num_classes is None:
        num_classes = 1 + max(truth + said)
    table = [[0] * num_classes for _ in range(num_classes)]
    for t, p in zip(truth, said):
        table[t][p] += 1
    return table
