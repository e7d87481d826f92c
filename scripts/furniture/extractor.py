"""The features of lines, as the judge itself sees them: the Swift program FurnitureTrainer computes them."""
import pathlib
import struct
import subprocess
import tempfile

import numpy
import scipy.sparse

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PROGRAM = ROOT / ".build/release/FurnitureTrainer"


def run(arguments, lines_of_texts):
    """The program's output for texts, each a list of lines."""
    encoded = ["\n".join(lines).encode("utf-8", "surrogatepass") for lines in lines_of_texts]
    framed = b"".join(struct.pack("<I", len(text)) + text for text in encoded)
    return subprocess.run([PROGRAM, *arguments], input=framed, stdout=subprocess.PIPE, check=True).stdout


def cleaned(texts, table, level, rules):
    """What is left of texts with a table of weights; `rules` is `alone` for page-furniture or `all`."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(table.encode())
        file.flush()
        output = run(["clean", file.name, level, rules], [text.lines for text in texts])
    result, offset = [], 0
    for _ in texts:
        (size,) = struct.unpack_from("<I", output, offset)
        result.append(output[offset + 4:offset + 4 + size].decode("utf-8", "surrogatepass"))
        offset += 4 + size
    return result


class Slots:
    """The names and sizes of the slots, and which of them each look asks."""

    def __init__(self):
        head, *rest = run(["slots"], []).decode().splitlines()
        self.line_count, self.second_start, self.wording_limit, self.entry_count = map(int, head.split())
        self.names = [row.split()[0] for row in rest]
        self.sizes = [int(row.split()[1]) for row in rest]
        self.starts = numpy.concatenate([[0], numpy.cumsum(self.sizes)]).astype(int)
        self.first, self.second = range(self.line_count), range(self.second_start, len(self.sizes))


class Lines:
    """All lines of texts: their values and wordings, the text each belongs to, its label and length in characters."""

    def __init__(self, texts, slots, scores=None):
        with tempfile.NamedTemporaryFile() as file:
            if scores is not None:
                scores.astype("<i4").tofile(file.name)
            output = run(["features"] + ([file.name] if scores is not None else []), [text.lines for text in texts])
        output = numpy.frombuffer(output, numpy.uint8)
        end = 4 + len(slots.sizes)
        size = end + 2 + 4 * slots.wording_limit
        parts, counts, offset = [], [], 0
        for _ in texts:
            count = int(output[offset:offset + 4].view("<u4")[0])
            parts.append(output[offset + 4:offset + 4 + count * size].reshape(count, size))
            counts.append(count)
            offset += 4 + count * size
        rows = numpy.concatenate(parts)
        self.slots = slots
        self.text = numpy.repeat(numpy.arange(len(texts)), counts)
        self.values = rows[:, 4:end]
        self.is_certain = rows[:, end] == 1
        self.wording_counts = rows[:, end + 1].astype(int)
        self.wordings = rows[:, end + 2:].copy().view("<u4").astype(int)
        starts = rows[:, :4].copy().view("<u4").ravel()
        self.labels, self.lengths = self.labels_and_lengths(texts, counts, starts)

    @staticmethod
    def labels_and_lengths(texts, counts, starts):
        labels, lengths, offset = [], [], 0
        for text, count in zip(texts, counts):
            sizes = [len(line.encode("utf-8", "surrogatepass")) + 1 for line in text.lines]
            ends = numpy.cumsum(sizes)
            places = numpy.searchsorted(ends, starts[offset:offset + count], side="right")
            labels += [text.labels[place] for place in places]
            lengths += [len(text.lines[place]) for place in places]
            offset += count
        return numpy.array(labels), numpy.array(lengths)

    def one_hot(self, slots, vocabulary=None):
        """A row for each line with a 1 for each value of some slots, a range, and for each wording of a vocabulary."""
        starts = self.slots.starts[slots.start:slots.stop + 1] - self.slots.starts[slots.start]
        columns = self.values[:, slots.start:slots.stop].astype(numpy.int32) + starts[:-1].astype(numpy.int32)
        count, slot_count = columns.shape
        shape, ends = (count, int(starts[-1])), numpy.arange(0, count * slot_count + 1, slot_count)
        values = scipy.sparse.csr_matrix((numpy.ones(columns.size, numpy.float32), columns.ravel(), ends), shape=shape)
        if vocabulary is None:
            return values
        rows, numbers = self.all_wordings()
        places = numpy.minimum(numpy.searchsorted(vocabulary, numbers), len(vocabulary) - 1)
        known = vocabulary[places] == numbers
        ones = numpy.ones(known.sum(), numpy.float32)
        shape = (count, len(vocabulary))
        return scipy.sparse.hstack(
            [values, scipy.sparse.csr_matrix((ones, (rows[known], places[known])), shape=shape)]).tocsr()

    def all_wordings(self):
        """The words and pairs of words of all lines, as the line and the number of each."""
        has = numpy.arange(self.slots.wording_limit) < self.wording_counts[:, None]
        return numpy.nonzero(has)[0], self.wordings[has]
