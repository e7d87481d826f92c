"""The two looks of the judge, in floating point: logistic regression on a line alone, a small network on it among others."""
import numpy
import scipy.optimize
import scipy.sparse

HIDDEN = 16


def first_look(features, is_furniture, weights, wording_start, penalty=3.0, wording_penalty=12.0, steps=60):
    """Logistic regression; the last number is the bias."""
    count, width = features.shape
    transposed = features.T.tocsr()
    penalties = numpy.full(width + 1, penalty)
    penalties[wording_start:width] = wording_penalty
    penalties[width] = 0
    signs = is_furniture * 2.0 - 1

    def loss(vector):
        margins = signs * (features @ vector[:-1].astype(numpy.float32) + vector[-1])
        slopes = -weights * signs / (1 + numpy.exp(numpy.clip(margins, -50, 50)))
        gradient = numpy.append(transposed @ slopes.astype(numpy.float32), slopes.sum())
        value = (weights * numpy.logaddexp(0, -margins)).sum() + .5 * (penalties * vector * vector).sum()
        return value, gradient + penalties * vector
    start = numpy.zeros(width + 1)
    options = {"maxiter": steps, "maxcor": 10}
    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x


# Slots whose values are ordered, in the order of their parts: neighbouring values shall have similar weights.
PARTS = {
    "stopWords": (6, 6), "capitals": (6, 6), "digits": (6, 4), "commas": (4, 4), "copies": (3, 4), "proseDistance": (8, 8),
    "proseBefore": (8, 6), "spanZone": (8, 5), "pageProse": (8, 8), "spanKind": (8, 6), "endingsAround": (5, 6),
    "kinds": (6, 6, 6), "gapScore": (3, 16), "gapPhrases": (3, 16), "header": (4, 10), "shared": (6, 5),
    "introduction": (8, 5), "enclosure": (4, 2), "sincePeak": (10, 6), "untilPeak": (10, 6), "peaks": (6, 6),
    "signature": (9, 5), "cohesion": (10, 4), "runWording": (24, 3), "runCopies": (6, 4), "runScore": (16, 3),
}
UNORDERED = {"ending", "opening", "phraseKind", "phraseZone", "likeness", "copyPlace", "spanDistance"}


def neighbour_matrix(slots):
    """The graph Laplacian of all pairs of neighbouring values of the slots that the second look asks."""
    rows, columns = [], []
    origin = slots.starts[slots.second.start]
    for slot in slots.second:
        name, size = slots.names[slot], slots.sizes[slot]
        if name in UNORDERED:
            continue
        shape = PARTS.get(name, (size,))
        values = numpy.arange(size).reshape(shape) + slots.starts[slot] - origin
        for axis in range(len(shape)):
            left = numpy.take(values, range(shape[axis] - 1), axis).ravel()
            right = numpy.take(values, range(1, shape[axis]), axis).ravel()
            rows += [*left, *right]
            columns += [*right, *left]
    width = int(slots.starts[-1] - origin)
    links = scipy.sparse.csr_matrix((numpy.ones(len(rows), numpy.float32), (rows, columns)), shape=(width, width))
    return (scipy.sparse.diags(numpy.asarray(links.sum(1)).ravel()) - links).tocsr().astype(numpy.float32)


class Network:
    """Sixteen sums of a weight for each value, each held within 0 … 2, and a weight for each value beside them."""

    def __init__(self, width, seed):
        chance = numpy.random.default_rng(seed)
        self.hidden = (chance.standard_normal((width, HIDDEN)) * .1).astype(numpy.float32)
        self.hidden_bias = numpy.full(HIDDEN, .1, numpy.float32)
        self.output = (chance.standard_normal(HIDDEN) * .5).astype(numpy.float32)
        self.values = numpy.zeros(width, numpy.float32)
        self.bias = numpy.zeros(1, numpy.float32)

    @property
    def parameters(self):
        return [self.hidden, self.hidden_bias, self.output, self.values, self.bias]

    def scores(self, features):
        sums = features @ self.hidden + self.hidden_bias
        return features @ self.values + numpy.clip(sums, 0, 2) @ self.output + self.bias


def second_look(features, is_furniture, weights, neighbours, seed=0, epochs=14, rate=.004, decay=3e-4, evenness=1e-3,
                dropped=.35, batch=1024):
    """Trains a network by Adam on batches, with a part of the slots left out at random."""
    chance = numpy.random.default_rng(seed + 100)
    count, width = features.shape
    network = Network(width, seed)
    columns = features.indices.reshape(count, -1)
    slot_count = columns.shape[1]
    moments = [(numpy.zeros_like(p), numpy.zeros_like(p)) for p in network.parameters]
    targets = is_furniture.astype(numpy.float32)
    weights = (weights / weights.mean()).astype(numpy.float32)
    total, step = epochs * ((count + batch - 1) // batch), 0
    for _ in range(epochs):
        order = chance.permutation(count)
        for start in range(0, count, batch):
            chosen = order[start:start + batch]
            size = len(chosen)
            kept = (chance.random((size, slot_count)) > dropped).astype(numpy.float32) / (1 - dropped)
            ends = numpy.arange(0, size * slot_count + 1, slot_count)
            whole, part = (scipy.sparse.csr_matrix((data, columns[chosen].ravel(), ends), shape=(size, width))
                           for data in (numpy.ones(size * slot_count, numpy.float32), kept.ravel()))
            sums = part @ network.hidden + network.hidden_bias
            active = numpy.clip(sums, 0, 2)
            scores = whole @ network.values + active @ network.output + network.bias
            slopes = (1 / (1 + numpy.exp(-numpy.clip(scores, -30, 30))) - targets[chosen]) * weights[chosen] / size
            inner = numpy.outer(slopes, network.output) * ((sums > 0) & (sums < 2))
            gradients = [
                part.T @ inner + evenness * (neighbours @ network.hidden) + decay * network.hidden, inner.sum(0),
                active.T @ slopes,
                whole.T @ slopes + evenness * (neighbours @ network.values) + decay * network.values,
                slopes.sum(keepdims=True)]
            step += 1
            now = rate * (1 - step / total) * min(1, step / 200) + 1e-6
            for parameter, (mean, square), gradient in zip(network.parameters, moments, gradients):
                mean += .1 * (gradient - mean)
                square += .001 * (gradient * gradient - square)
                parameter -= now * (mean / (1 - .9 ** step)) / (numpy.sqrt(square / (1 - .999 ** step)) + 1e-8)
    return network
