# WRONG: ties: >= takes the last of several that are equally long
def longest_unique_substring(s):
    last, start, best = {}, 0, ""
    for end, c in enumerate(s):
        start = max(start, last.get(c, -1) + 1)
        last[c] = end
        if end - start + 1 >= len(best):
            best = s[start:end + 1]
    return best
