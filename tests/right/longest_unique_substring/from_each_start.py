def longest_unique_substring(s):
    best = ""
    for i in range(len(s)):
        seen = set()
        j = i
        while j < len(s) and s[j] not in seen:
            seen.add(s[j])
            j += 1
        if j - i > len(best):
            best = s[i:j]
    return best
