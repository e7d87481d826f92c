"""More pages from those there are: with a list or a table in the article, and with a part of their furniture gone.

Labelled pages with long lists are few, and in them most of the text lost is lost. A list is taken from a page of another
site of the same fold, or made of the words of the article itself. Pages without a part of their furniture are what a first
round of cleaning leaves.
"""
import random
import re

from .labelled import FOLDS, LabelledText


def is_prose(line):
    count = len(line.split())
    return count >= 25 or count >= 12 and line.rstrip()[-1:] in ".!?\"”"


def lists_by_fold(texts):
    """Runs of six or more lines that stay and are no prose."""
    lists = {fold: [] for fold in range(FOLDS)}
    for text in texts:
        start = 0
        while start < len(text.lines):
            end = start
            while end < len(text.lines) and text.labels[end] == "k" and not is_prose(text.lines[end]):
                end += 1
            if end - start >= 6:
                lists[text.fold].append((text.site, text.lines[start:end][:150]))
            start = max(end, start + 1)
    return lists


def made_list(prose, random):
    """A list of words of the article: names, fragments, cells of a table, numbered items or dates with names."""
    form = random.choice(["names", "fragments", "cells", "numbered", "dated"])
    month = random.choice(["June", "March", "Sept.", "Monday", "Week"])
    items = []
    for number in range(random.choice([6, 8, 10, 15, 20, 30, 50, 90])):
        words = random.choice(prose).split()

        def fragment(count):
            start = random.randrange(max(1, len(words) - count))
            joined = " ".join(words[start:start + count]).strip(".,;:()“”\"")
            return joined[:1].upper() + joined[1:]
        names = [word.strip(".,;:()“”\"") for word in words if word[:1].isupper()]
        name = " ".join(random.sample(names, min(len(names), random.choice([1, 2, 2, 3])))) or words[0]
        if form == "names":
            items.append(name)
        elif form == "fragments":
            items.append(fragment(random.choice([2, 3, 4, 5, 6, 8])))
        elif form == "cells" and random.random() < .5:
            items.append(random.choice(["{}", "{} %", "${}", "{}.5", "{},000"]).format(random.randrange(100)))
        elif form == "cells":
            items.append(fragment(random.choice([1, 2, 3])))
        elif form == "numbered":
            items.append(f"{number + 1}. {fragment(random.choice([3, 4, 6]))}")
        else:
            items.append(f"{month} {number + 1} – {name}, {fragment(2)}")
    return [item for item in items if re.search(r"\w", item)]


def with_list(lines, labels, text, lists, random):
    prose = [index for index, label in enumerate(labels) if label == "k" and is_prose(lines[index])]
    if not prose:
        return lines, labels
    others = [items for site, items in lists[text.fold] if site != text.site]
    items = random.choice(others) if others and random.random() < .5 else made_list([lines[i] for i in prose], random)
    place = (prose[-1] if random.random() < .4 else random.choice(prose)) + 1
    return lines[:place] + items + lines[place:], labels[:place] + "k" * len(items) + labels[place:]


def with_less_furniture(lines, labels, random):
    """Without the head, the tail, some blocks or nearly all of the furniture."""
    way = random.choice(["head", "tail", "some", "most"])
    gone = [False] * len(lines)
    stays = [index for index, label in enumerate(labels) if label == "k"] or [0]
    if way == "head":
        end = random.randrange(stays[0] + 1)
        gone[:end] = [True] * end
    elif way == "tail":
        start = random.randrange(stays[-1] + 1, len(lines) + 1)
        gone[start:] = [True] * (len(lines) - start)
    else:
        index = 0
        while index < len(lines):
            size, is_gone = random.choice([3, 6, 12]), random.random() < (.4 if way == "some" else .9)
            gone[index:index + size] = [is_gone] * len(gone[index:index + size])
            index += size
    kept = [index for index in range(len(lines)) if not (gone[index] and labels[index] in "dra")]
    return [lines[index] for index in kept], "".join(labels[index] for index in kept)


def augmented(texts, seed=7):
    """Two pages made of each page, one of each of the largest set; the same for the same seed."""
    chance = random.Random(seed)
    pages = [text for text in texts if text.variant == "plain" and text.set not in ("trafilatura", "seedlike")]
    lists = lists_by_fold(pages)
    made = []
    for text in pages:
        for _ in range(1 if text.set == "wcxb" else 2):
            lines, labels, has_list = text.lines, text.labels, chance.random() < .6
            if has_list:
                lines, labels = with_list(lines, labels, text, lists, chance)
            if chance.random() < .5 or not has_list:
                lines, labels = with_less_furniture(lines, labels, chance)
            made.append(LabelledText(f"made-{len(made)}", text.set, "made", text.site, lines, labels))
    return made
