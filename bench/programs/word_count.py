# SPDX-License-Identifier: MIT
# bench-size: 3000
# Counts the words of a generated text. Measures splitting, string methods, dicts and sorting.
import sys

SYLLABLES = ("ka", "to", "mi", "ra", "su", "ne", "lo", "vi", "ha", "po")
MARKS = (" ", " ", " ", ", ", ". ", "! ", "\n", " ")


def sentences(count, seed=42):
    """Lines of words, the same on every machine; short words are more common than long ones."""
    line = []
    for _ in range(count):
        for _ in range(24):
            seed = (seed * 75 + 74) % 65537
            word = SYLLABLES[seed % 10]
            while seed % 3 == 0:
                seed = (seed * 75 + 74) % 65537
                word += SYLLABLES[seed % 10]
            line.append(word[0].upper() + word[1:] if seed % 7 == 0 else word)
            line.append(MARKS[seed % 8])
        yield "".join(line)
        line.clear()


def count_words(lines):
    counts = {}
    for line in lines:
        for word in line.split():
            word = word.strip(",.!").lower()
            if word:
                counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    counts = count_words(sentences(count))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, times in ranked[:8]:
        print(f"{times:6} {word}")
    lengths = {}
    for word, times in counts.items():
        lengths[len(word)] = lengths.get(len(word), 0) + times
    print(len(counts), sum(counts.values()), sorted(lengths.items()))
    once = sorted(word for word, times in counts.items() if times == 1)
    print(len(once), once[:3], max(counts, key=lambda word: (len(word), word)))


main()
