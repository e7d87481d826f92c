"""Which words and pairs of words have a weight, and where their weights stand in the table.

A wording is known by its number: the pair of entries that it falls into and, in the last seven bits, its mark. A name that
one site repeats tells nothing about another, so a wording has a weight when it stands on several sites.
"""
import numpy

MARK_BITS = 7
UNIT, STEP = 64, 3    # units of a score, WordingTable.unitsOfStep
FEWEST_SITES = 3


def vocabulary(lines, rows, texts):
    """The numbers, in order, of the wordings that stand in some of the lines: on several sites or in a phrase."""
    sites = {site: number for number, site in enumerate(sorted({text.site for text in texts}))}
    of_texts = numpy.array([sites[text.site] for text in texts])
    is_phrase = numpy.array([text.set == "phrases" for text in texts])[lines.text]
    places, numbers = lines.all_wordings()
    chosen = rows[places]
    pairs = numpy.unique(numbers[chosen] * len(sites) + of_texts[lines.text[places[chosen]]])
    known, counts = numpy.unique(pairs // len(sites), return_counts=True)
    return numpy.union1d(known[counts >= FEWEST_SITES], numbers[is_phrase[places]])


def in_table(numbers, weights):
    """The weights as the table can hold them: whole steps, none under one, and of those of a pair of entries the two largest."""
    steps = numpy.clip(numpy.rint(weights * UNIT / STEP), -45, 45)
    steps[numpy.abs(weights) * UNIT < STEP] = 0
    order = numpy.lexsort((numbers, -numpy.abs(steps), numbers >> MARK_BITS))
    pairs = numbers[order] >> MARK_BITS
    is_third = numpy.zeros(len(order), bool)
    is_third[2:] = pairs[2:] == pairs[:-2]
    steps[order[is_third]] = 0
    return steps * STEP / UNIT


def entries(numbers, weights, count):
    """The marks and steps of all entries of a table whose weights `in_table` gave."""
    marks, steps = numpy.zeros(count, int), numpy.zeros(count, int)
    for number, weight in zip(numbers, weights):
        if weight != 0:
            place = 2 * (number >> MARK_BITS)
            place += marks[place] != 0
            marks[place], steps[place] = number & (1 << MARK_BITS) - 1, round(weight * UNIT / STEP)
    return marks, steps
