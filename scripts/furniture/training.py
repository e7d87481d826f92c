"""From labelled texts to a table of weights: what `LineWeights` reads."""
from dataclasses import dataclass

import numpy

from .extractor import Lines
from .labelled import FOLDS, SNIPPETS, phrases
from .looks import first_look, neighbour_matrix, second_look
from .wordings import entries, in_table, vocabulary

UNIT = 64            # units of a score: a factor of e in the odds
HIDDEN_UNIT = 128    # a hidden sum of 1
KEPT = 2.0           # what a line that stays weighs by itself, so that a list of short ones counts
PHRASE = 3.0         # what a written phrase weighs
SEED = 1


@dataclass
class Costs:
    """What a mistake costs: text lost counts by its length, so that the training minimises what the reader loses."""
    characters: float    # as many characters that stay weigh 1 more
    heaviest: float      # no line weighs more
    forum: float         # what a line of a forum or documentation weighs: there are few such pages
    title: float         # what a title weighs, but in these: a page has one, and it looks like a teaser


# A first look that shuns the loss of text finds fewer words of furniture; the second holds back.
FIRST = Costs(characters=100, heaviest=12, forum=1, title=1)
SECOND = Costs(characters=40, heaviest=24, forum=3, title=3)


def weights_of(lines, texts, costs):
    """What a mistake at each line costs."""
    stays = numpy.isin(lines.labels, ["k", "t"])
    weights = numpy.where(stays, KEPT + lines.lengths / costs.characters, 1.0)
    by_text = numpy.array([1.0 if text.is_page or text.set == "phrases" else .7 for text in texts])
    weights = numpy.minimum(weights * by_text[lines.text], costs.heaviest)
    # Of a page with snippets few lines are labelled, and these are the ones in other languages.
    shares = {"made": .7, "snippets": 3.0, "phrases": PHRASE}
    kinds = ["snippets" if text.set in SNIPPETS else text.variant for text in texts]
    of_sets = [costs.forum if text.set == "wcxb-forumdoc" else 1.0 for text in texts]
    titles = numpy.array([1.0 if text.set == "wcxb-forumdoc" or text.variant == "made" else costs.title for text in texts])
    weights *= numpy.where(lines.labels == "t", titles[lines.text], 1.0)
    return weights * (numpy.array([shares.get(kind, 1.0) for kind in kinds]) * of_sets)[lines.text]


class FirstLook:
    """What the first look learns from some lines: the weights of slots, and of words and pairs of words."""

    def __init__(self, lines, rows, is_furniture, weights, texts):
        slots = lines.slots
        self.vocabulary = vocabulary(lines, rows, texts)
        self.value_count = int(slots.starts[slots.line_count])
        features = lines.one_hot(slots.first, self.vocabulary)
        vector = first_look(features[rows], is_furniture[rows], weights[rows], self.value_count)
        self.values, self.bias = vector[:self.value_count], vector[-1]
        self.wordings = in_table(self.vocabulary, vector[self.value_count:-1])

    def scores(self, lines, rows):
        """The scores of some lines, and the part of each that its words make."""
        features = lines.one_hot(lines.slots.first, self.vocabulary)[rows]
        wordings = features[:, self.value_count:] @ self.wordings
        scores = features[:, :self.value_count] @ self.values + wordings + self.bias
        return numpy.rint(numpy.stack([scores, wordings], 1) * UNIT)


def forget_phrases(lines, rows):
    """Some lines as if the table of phrases did not have them, so that their words are learnt."""
    for name in ("phraseKind", "phraseZone"):
        lines.values[rows, lines.slots.names.index(name)] = 0


def trained_table(texts, slots):
    """A table of weights. The second look learns from scores that the first gives to sites it has not seen."""
    texts = texts + phrases()
    lines = Lines(texts, slots)
    is_phrase, is_made = (numpy.array([text.variant == variant for text in texts])[lines.text]
                          for variant in ("phrases", "made"))
    forget_phrases(lines, is_phrase)
    counts = numpy.isin(lines.labels, ["k", "t", "d", "r"])
    is_furniture = numpy.isin(lines.labels, ["d", "r"])
    weights = weights_of(lines, texts, FIRST)
    fold = numpy.array([text.fold for text in texts])[lines.text]
    # Lines of pages that were made stand in pages that were not.
    counts_first = counts & ~is_made
    scores = numpy.zeros((len(fold), 2), numpy.int32)
    for held in range(FOLDS):
        if (fold == held).any():
            look = FirstLook(lines, counts_first & (fold != held), is_furniture, weights, texts)
            scores[fold == held] = look.scores(lines, fold == held)
    look = FirstLook(lines, counts_first, is_furniture, weights, texts)
    lines = Lines(texts, slots, scores)
    # A phrase has no page around it.
    counts &= ~lines.is_certain & ~is_phrase
    features = lines.one_hot(slots.second)
    weights = weights_of(lines, texts, SECOND)
    network = second_look(features[counts], is_furniture[counts], weights[counts], neighbour_matrix(slots), SEED)
    return encoded(look, network, lines, lines.values[~lines.is_certain & ~is_phrase])


def encoded(look, network, lines, judged):
    """The table as text. Weights are moved so that each slot's mean is 0: a weight then says what a value speaks for."""
    hidden, values = network.hidden.astype(float), network.values.astype(float)
    # Odds are of lines, of which those that stay weighed more.
    hidden_bias, bias = network.hidden_bias.astype(float), float(network.bias[0]) + numpy.log(KEPT)
    slots = lines.slots
    starts = slots.starts - slots.starts[slots.second.start]
    for slot in slots.second:
        share = numpy.bincount(judged[:, slot], minlength=slots.sizes[slot]) / len(judged)
        rows = slice(starts[slot], starts[slot + 1])
        hidden_mean, mean = share @ hidden[rows], share @ values[rows]
        hidden[rows] -= hidden_mean
        values[rows] -= mean
        hidden_bias += hidden_mean
        bias += mean
    marks, steps = entries(look.vocabulary, look.wordings, slots.entry_count)
    return "".join([
        pairs([look.bias * UNIT]), pairs(look.values * UNIT), pairs([bias * UNIT]), pairs(values * UNIT),
        pairs(hidden_bias * HIDDEN_UNIT), pairs(network.output * UNIT), digits(hidden.ravel() * HIDDEN_UNIT),
        digits(marks - 45), digits(steps)])


def character(digit):
    """A digit of base 91: printable, but neither quote nor backslash."""
    return chr(digit + 35 if digit < 57 else digit + 36)


def digits(numbers):
    return "".join(character(int(number) + 45) for number in numpy.clip(numpy.rint(numbers), -45, 45))


def pairs(numbers):
    whole = (int(number) + 4140 for number in numpy.clip(numpy.rint(numbers), -4140, 4140))
    return "".join(character(number // 91) + character(number % 91) for number in whole)
