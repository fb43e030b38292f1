# WRONG: basic: forbids equal neighbours only
def longest_unique_substring(s):
    start, best = 0, s[:1]
    for end in range(1, len(s)):
        if s[end] == s[end - 1]:
            start = end
        if end - start + 1 > len(best):
            best = s[start:end + 1]
    return best
