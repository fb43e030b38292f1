# WRONG: basic: an occurrence before the window pulls its start back (abba)
def longest_unique_substring(s):
    last, start, best = {}, 0, ""
    for end, c in enumerate(s):
        if c in last:
            start = last[c] + 1
        last[c] = end
        if end - start + 1 > len(best):
            best = s[start:end + 1]
    return best
