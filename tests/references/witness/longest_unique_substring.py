"""By definition: all substrings of a length; and the examples of LeetCode's problem 3."""

GOLDEN = [
    ({"s": s}, want)
    for s, want in [
        ("abcabcbb", "abc"),
        ("bbbbb", "b"),
        ("pwwkew", "wke"),
        ("", ""),
        ("abba", "ab"),
        ("dvdf", "vdf"),
        ("tmmzuxt", "mzuxt"),
    ]
]


def first_of(s, length):
    pieces = (s[i : i + length] for i in range(len(s) - length + 1))
    return next((piece for piece in pieces if len(set(piece)) == length), None)


def witness(s):
    """Where a length is possible all shorter ones are, so halving finds the greatest."""
    possible, impossible = 0, len(s) + 1
    while impossible - possible > 1:
        length = (possible + impossible) // 2
        if first_of(s, length) is None:
            impossible = length
        else:
            possible = length
    return first_of(s, possible)
