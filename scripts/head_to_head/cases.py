"""The hostile set: files of JSON Lines, each with what must come out of it."""
import gzip, json, random
from dataclasses import dataclass, field

COUNT = 100
RANDOM = random.Random(15)


@dataclass
class Case:
    """One file, and the records in it: their texts by id, and what else must be in them as it was spelled."""

    name: str
    data: bytes
    texts: dict
    spelled: dict = field(default_factory=dict)
    suffix: str = ".jsonl"
    # A disk of this many kilobytes under the output.
    disk: int = 0
    # Whether it is about texts alone, and so for tools that are given one text after the other.
    is_text: bool = False
    # A line that is no record, and has to come out as it is, or be told of.
    stray: bytes = b""


@dataclass
class Loss:
    """What became of a case."""

    lost: int
    silent: int
    exit: int
    count: int

    def __str__(self):
        if self.lost == 0:
            return "0" if self.exit == 0 else "0, told"
        return f"**{self.silent} of {self.count}**" if self.silent else f"{self.lost} of {self.count}, told"


def sentence():
    return " ".join("w%x" % RANDOM.getrandbits(24) for _ in range(12)).capitalize() + "."


def ordinary(count=COUNT):
    return {"r%d" % n: f"{sentence()}\n\n{sentence()}\n\n{sentence()}" for n in range(count)}


def lines(texts):
    return [json.dumps({"id": i, "text": t}, ensure_ascii=False).encode() for i, t in texts.items()]


def with_line(name, line, text=None, spelled=None, is_text=False):
    """Ordinary records with one line in the middle; `text` is what that one, with the id x, must give, if it is a record."""
    texts = ordinary()
    written = lines(texts)
    written.insert(COUNT // 2, line)
    if text is not None:
        texts["x"] = text
    stray = line if text is None else b""
    return Case(name, b"\n".join(written) + b"\n", texts, {"x": spelled} if spelled else {}, is_text=is_text, stray=stray)


def all_cases():
    texts = ordinary()
    plain = b"\n".join(lines(texts)) + b"\n"
    yield Case("ordinary records", plain, texts, is_text=True)
    yield Case("no line end at the end", plain[:-1], texts)
    yield Case("CRLF line ends", plain.replace(b"\n", b"\r\n"), texts)
    yield Case("a byte order mark", b"\xef\xbb\xbf" + plain, texts)
    yield Case("empty lines", plain.replace(b"\n", b"\n\n"), texts)
    packed = gzip.compress(plain, mtime=0)
    yield Case("gzip, cut in the middle", packed[: len(packed) // 2], texts, suffix=".jsonl.gz")
    yield Case("gzip of two members", gzip.compress(plain[:5000], mtime=0) + gzip.compress(plain[5000:], mtime=0), texts, suffix=".jsonl.gz")
    yield Case("a full disk", plain, texts, disk=16)
    long = " ".join(sentence() for _ in range(4))
    quoted = json.dumps(long)[1:-1].encode()
    yield with_line("a line that is no JSON", b'{"id":"bad","text":"cut', None)
    yield Case("a last line that ends too early", plain[:-40], texts)
    yield with_line("an array, not an object", b"[1,2]", None)
    yield with_line("a record without a text", b'{"id":"x","title":"Only a title"}', "")
    yield with_line("a text that is a number", b'{"id":"n","text":7}', None)
    yield with_line("U+2028 and U+0085 in a text", b'{"id":"x","text":"%s\xe2\x80\xa8and\xc2\x85%s"}' % (quoted, quoted), f"{long}\u2028and\u0085{long}", is_text=True)
    yield with_line("an escaped NUL", b'{"id":"x","text":"%s A\\u0000B"}' % quoted, f"{long} A\0B")
    yield with_line("a lone surrogate", b'{"id":"x","text":"%s A\\ud800B"}' % quoted, f"{long} A\ud800B")
    yield with_line("a byte that is no UTF-8", b'{"id":"x","text":"%s A\xffB"}' % quoted, f"{long} A\udcffB")
    yield with_line("a number of 23 digits", b'{"id":"x","text":"%s","n":12345678901234567890123}' % quoted, long, b"12345678901234567890123")
    yield with_line("1e400", b'{"id":"x","text":"%s","n":1e400}' % quoted, long, b"1e400")
    yield with_line("one key twice", b'{"id":"x","text":"%s","n":1,"n":2}' % quoted, long, b'"n":1,"n":2')
    yield with_line("arrays 900 deep", b'{"id":"x","text":"%s","n":%s}' % (quoted, b"[" * 900 + b"]" * 900), long, b"[" * 900)
    large = " ".join("w%x" % RANDOM.getrandbits(40) for _ in range(280_000))
    yield with_line("a text of 3 MB", b'{"id":"x","text":"%s"}' % large.encode(), large, is_text=True)
    composed = ordinary()
    composed["x"], composed["y"] = long + " café", long + " cafe\u0301"
    yield Case("a text in NFC and in NFD", b"\n".join(lines(composed)) + b"\n", composed, is_text=True)
    shared = {i: t + "\n\nThe council said on Monday that the bridge is closed until the end of the year, since its piers need repairs." for i, t in ordinary().items()}
    yield Case("a paragraph that 100 records share", b"\n".join(lines(shared)) + b"\n", shared, is_text=True)
    twice = ordinary(50)
    twice |= {i + "-copy": t for i, t in twice.items()}
    yield Case("50 records and their copies", b"\n".join(lines(twice)) + b"\n", twice, is_text=True)


ALL = list(all_cases())


def judge(case, exit, output, accounted):
    """Counts the records that are not in `output`, nor among those the tool accounted for by id."""
    found = {}
    for line in output.split(b"\n"):
        try:
            record = json.loads(line.decode("utf-8", "surrogateescape"))
            found[record["id"]] = (record.get("text") or "", line)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    lost = 0
    for id, text in case.texts.items():
        known = found.get(id)
        whole = known is not None and known[0] == text and case.spelled.get(id, b"") in known[1].replace(b" ", b"")
        lost += not whole and id not in accounted
    if case.stray and case.stray.replace(b" ", b"") not in output.replace(b" ", b""):
        lost += 1
    return Loss(lost, lost if exit == 0 else 0, exit, len(case.texts) + bool(case.stray))
