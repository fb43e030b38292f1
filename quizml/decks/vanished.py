"""Cards that have reviews and are in no deck any more: most were renamed without `was:`."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from quizml.model.heads import CardId, Head

ALIKE = 0.6
"""Ratio from which two slugs of one deck are taken for one card's."""
ALIKE_ELSEWHERE = 0.9
"""The same, in different decks."""


def vanished(
    reviewed: Iterable[CardId], heads: Sequence[Head]
) -> list[tuple[CardId, CardId | None]]:
    """The reviewed ids that no card has or had, each with the likeliest among unreviewed ones."""
    seen = set(reviewed)
    known = {head.id for head in heads} | {old for head in heads for old in head.was}
    fresh = [head.id for head in heads if head.id not in seen]
    return [(gone, _likeliest(gone, fresh)) for gone in sorted(seen - known)]


def _likeliest(gone: CardId, fresh: Sequence[CardId]) -> CardId | None:
    deck, slug, number = _parts(gone)
    best: tuple[float, CardId] | None = None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(slug)
    for id_ in fresh:
        other_deck, other, other_number = _parts(id_)
        if bool(number) != bool(other_number) or (number and number != other_number):
            continue
        matcher.set_seq1(other)
        ratio = matcher.ratio()
        enough = ALIKE if deck == other_deck else ALIKE_ELSEWHERE
        if ratio >= enough and (best is None or ratio > best[0]):
            best = ratio, id_
    return best[1] if best else None


def _parts(id_: CardId) -> tuple[str, str, str]:
    deck, _, rest = id_.partition("/")
    slug, _, number = rest.partition("/")
    return deck, slug, number
