# WRONG: basic: returns the length
def longest_unique_substring(s):
    last, start, best = {}, 0, 0
    for end, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = end
        best = max(best, end - start + 1)
    return best
