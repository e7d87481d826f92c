"""A corpus of our own making: chains, a bucket with half of the documents, empty and CRLF texts, ids of many scripts."""

import random

_SYLLABLES = [a + b for a in "b d f g k l m n p r s t v".split() for b in "a e i o u".split()]
FOOTER = "Write to the desk of the valley paper with news of your own"


def _words(rng, count):
    return ["".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))) for _ in range(count)]


def _text(words, end="\n"):
    sentences = [" ".join(words[start:start + 12]).capitalize() + "." for start in range(0, len(words), 12)]
    return end.join(" ".join(sentences[start:start + 3]) for start in range(0, len(sentences), 3))


def _changed(rng, words, share):
    """Another word at about `share` of the places."""
    return [word if rng.random() >= share else _words(rng, 1)[0] for word in words]


def _id(number):
    return ["a", "é", "ж", "漢", "𝒳", "id 7/", 'q"\\'][number % 7] + str(number)


def corpus(count, seed=7, giant_share=0.5):
    """`count` records of id, n, text and url; n is the place in the input, `giant_share` of them are much alike."""
    rng = random.Random(seed)
    texts = []
    giant = _words(rng, 180)
    while len(texts) < int(count * giant_share):
        texts.append(_text(_changed(rng, giant, rng.choice([0.0, 0.004, 0.008, 0.02]))))
    turn = 0
    while len(texts) < count:
        turn += 1
        kind = turn % 5
        words = _words(rng, rng.randint(60, 200))
        if kind == 0:
            # A chain: each link is near to the next, the ends are not near to each other.
            for _ in range(4):
                texts.append(_text(words))
                cut = max(1, len(words) // 14)
                words = words[cut:] + _words(rng, cut)
        elif kind == 1:
            # A part of a longer text.
            texts += [_text(words), _text(words[: len(words) * 2 // 3])]
        elif kind == 2:
            texts += [_text(words, "\r\n") + "\r\n" + FOOTER, _text(_words(rng, 90)) + "\r\n\r\n" + FOOTER + "\r\n"]
            texts += [_text(words) + "\n"]
        elif kind == 3:
            texts.append(rng.choice(["", "\n", " \r\n ", "Two words", "..."]))
        else:
            texts.append(_text(words) + "\n\n" + FOOTER + "\n")
    texts = texts[:count]
    rng.shuffle(texts)
    # A tenth of the addresses are those of another document.
    return [
        {"id": _id(number), "n": number, "text": text,
         "url": f"https://{'ab'[number % 2]}.example/{number if number % 10 else number // 2}"}
        for number, text in enumerate(texts)]
