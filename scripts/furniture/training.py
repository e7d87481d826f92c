"""From labelled texts to a table of weights: what `LineWeights` reads."""
from dataclasses import dataclass

import numpy

from .extractor import Lines
from .labelled import FOLDS, SNIPPETS
from .looks import first_look, neighbour_matrix, second_look

UNIT = 64            # LineContext.unit: a factor of e in the odds
HIDDEN_UNIT = 128    # a hidden sum of 1
WORDING_STEP = 3     # LineWeights.wordingStep
KEPT = 2.0           # what a line that stays weighs by itself, so that a list of short ones counts
SEED = 1


@dataclass
class Costs:
    """What a mistake costs: text lost counts by its length, so that the training minimises what the reader loses."""
    characters: float    # as many characters that stay weigh 1 more
    heaviest: float      # no line weighs more
    forum: float         # what a line of a forum or documentation weighs: there are few such pages


# A first look that shuns the loss of text finds fewer words of furniture; the second holds back.
FIRST = Costs(characters=100, heaviest=12, forum=1)
SECOND = Costs(characters=40, heaviest=24, forum=3)


def weights_of(lines, texts, costs):
    """What a mistake at each line costs."""
    stays = numpy.isin(lines.labels, ["k", "t"])
    weights = numpy.where(stays, KEPT + lines.lengths / costs.characters, 1.0)
    by_text = numpy.array([1.0 if text.is_page else .7 for text in texts])
    weights = numpy.minimum(weights * by_text[lines.text], costs.heaviest)
    # Of a page with snippets few lines are labelled, and these are the ones in other languages.
    shares = {"made": .7, "snippets": 3.0}
    kinds = ["snippets" if text.set in SNIPPETS else text.variant for text in texts]
    of_sets = [costs.forum if text.set == "wcxb-forumdoc" else 1.0 for text in texts]
    return weights * (numpy.array([shares.get(kind, 1.0) for kind in kinds]) * of_sets)[lines.text]


def trained_table(texts, slots):
    """A table of weights. The second look learns from scores that the first gives to sites it has not seen."""
    lines = Lines(texts, slots)
    counts = numpy.isin(lines.labels, ["k", "t", "d", "r"])
    is_furniture = numpy.isin(lines.labels, ["d", "r"])
    weights = weights_of(lines, texts, FIRST)
    fold = numpy.array([text.fold for text in texts])[lines.text]
    # Lines of pages that were made stand in pages that were not.
    counts_first = counts & ~numpy.array([text.variant == "made" for text in texts])[lines.text]
    features = lines.one_hot(slots.first, with_wording=True)
    wording_start = int(slots.starts[slots.line_count])
    scores = numpy.zeros((len(fold), 2), numpy.int32)
    for held in range(FOLDS):
        rows, others = fold == held, counts_first & (fold != held)
        if not rows.any():
            continue
        vector = first_look(features[others], is_furniture[others], weights[others], wording_start)
        scores[rows, 0] = numpy.rint((features[rows] @ vector[:-1] + vector[-1]) * UNIT)
        scores[rows, 1] = numpy.rint(features[rows][:, wording_start:] @ vector[wording_start:-1] * UNIT)
    vector = first_look(features[counts_first], is_furniture[counts_first], weights[counts_first], wording_start)
    lines = Lines(texts, slots, scores)
    counts &= ~lines.is_certain
    features = lines.one_hot(slots.second, with_wording=False)
    weights = weights_of(lines, texts, SECOND)
    network = second_look(features[counts], is_furniture[counts], weights[counts], neighbour_matrix(slots), SEED)
    return encoded(vector, network, lines, slots)


def encoded(vector, network, lines, slots):
    """The table as text. Weights are moved so that each slot's mean is 0: a weight then says what a value speaks for."""
    hidden, values = network.hidden.astype(float), network.values.astype(float)
    # Odds are of lines, of which those that stay weighed more.
    hidden_bias, bias = network.hidden_bias.astype(float), float(network.bias[0]) + numpy.log(KEPT)
    judged, starts = lines.values[~lines.is_certain], slots.starts - slots.starts[slots.second.start]
    for slot in slots.second:
        share = numpy.bincount(judged[:, slot], minlength=slots.sizes[slot]) / len(judged)
        rows = slice(starts[slot], starts[slot + 1])
        hidden_mean, mean = share @ hidden[rows], share @ values[rows]
        hidden[rows] -= hidden_mean
        values[rows] -= mean
        hidden_bias += hidden_mean
        bias += mean
    line_values = vector[:slots.starts[slots.line_count]]
    wordings = vector[slots.starts[slots.line_count]:-1]
    return "".join([
        pairs([vector[-1] * UNIT]), pairs(line_values * UNIT), pairs([bias * UNIT]), pairs(values * UNIT),
        pairs(hidden_bias * HIDDEN_UNIT), pairs(network.output * UNIT), digits(hidden.ravel() * HIDDEN_UNIT),
        digits(wordings * UNIT / WORDING_STEP)])


def character(digit):
    """A digit of base 91: printable, but neither quote nor backslash."""
    return chr(digit + 35 if digit < 57 else digit + 36)


def digits(numbers):
    return "".join(character(int(number) + 45) for number in numpy.clip(numpy.rint(numbers), -45, 45))


def pairs(numbers):
    whole = (int(number) + 4140 for number in numpy.clip(numpy.rint(numbers), -4140, 4140))
    return "".join(character(number // 91) + character(number % 91) for number in whole)
