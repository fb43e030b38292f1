from collections import deque


def longest_unique_substring(s):
    window, inside, best = deque(), set(), ""
    for c in s:
        while c in inside:
            inside.remove(window.popleft())
        window.append(c)
        inside.add(c)
        if len(window) > len(best):
            best = "".join(window)
    return best
