import numpy as np


def cross_entropy(logits, labels):
    total = 0.0
    for row, label in zip(logits, labels):
        z = row - row.max()
        total += np.log(np.exp(z).sum()) - z[label]
    return total / len(labels)


def clip_loss(image_features, text_features, temperature=0.07):
    images = np.array([v / np.linalg.norm(v) for v in image_features])
    texts = np.array([v / np.linalg.norm(v) for v in text_features])
    logits = images.dot(texts.T) / temperature
    labels = np.arange(len(images))
    return 0.5 * cross_entropy(logits, labels) + 0.5 * cross_entropy(logits.T, labels)
