"""S1, S2, R16: many of one kind, some of them made to meet in one place."""
import os, re, subprocess, sys, time
from .inputs import peak
from .trial import REPOSITORY, TAMIS, need, row

# Lines whose keys, hashed with the seed 0, fall into the same 32,768th part of a table.
COLLIDING = r"""
#define XXH_INLINE_ALL
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>
int main(int count, char **words) {
    uint64_t found = 0, wanted = strtoull(words[1], 0, 10), mask = strtoull(words[2], 0, 10) - 1;
    for (uint64_t number = 0; found < wanted; number++) {
        char line[32] = "line ";
        int length = 5;
        for (uint64_t rest = number + 26 * 26 * 26; rest; rest /= 26) line[length++] = 'a' + rest % 26;
        unsigned __int128 product = (unsigned __int128)XXH3_128bits(line, length).low64 * 0x9E3779B97F4A7C15;
        if (((uint64_t)(product >> 64) ^ (uint64_t)product) & mask) continue;
        printf("%s\n", line);
        found++;
    }
}
"""


def lines_of_one_key(count):
    """Lines of 300 bytes that differ and have one XXH3-128 with seed 0: see FirstCopyTests."""
    for number in range(count):
        line = bytearray(b"and the boat went out to sea at noon with the men of the town, " * 5)[:300]
        line[0:4], line[128:132] = b"\xb8\xfe\x6c\x39", b"\xde\xd4\x6d\xe9"
        for place in range(4, 8):
            line[place], line[128 + place] = ord("a") + number % 26, ord("z") - number % 26
            number //= 26
        yield bytes(line)


def user_seconds(trial, text):
    """The least user time of three runs over a text."""
    best = None
    for _ in range(3):
        before = os.times().children_user
        run = trial.tamis("clean", "-q", "--from", "text", "--encoding", "utf-8", "--scope", "document", input=text)
        trial.expect(run.returncode == 0, f"exit {run.returncode} {run.stderr[-200:]}")
        spent = os.times().children_user - before
        best = spent if best is None else min(best, spent)
    return best


@row("S1", "hash flooding", "a text made for the hash tables takes at most twice the time of one that is not",
     "lines whose XXH3 with the known seed meet in one slot of a table, and lines that have one key; against the same sizes at random")
def hash_flooding(trial):
    need("cc")
    count = trial.count(4096, 12_000)
    slots = trial.count(8192, 32_768)
    (trial.folder / "colliding.c").write_text(COLLIDING)
    build = subprocess.run(["cc", "-O2", "-o", trial.path("colliding"), trial.path("colliding.c")], capture_output=True)
    if not trial.expect(build.returncode == 0, f"cc: {build.stderr[-200:]}"):
        return "not built"
    letters = b"abcdefghijklmnopqrstuvwxyz"
    one_slot = subprocess.run([trial.path("colliding"), str(count), str(slots)], capture_output=True, check=True).stdout
    one_key = b"\n".join(lines_of_one_key(count))

    def scrambled(text, width):
        """The same text with other letters in the last places of each line."""
        out = []
        for line in text.split(b"\n"):
            end = bytes(trial.random.choice(letters) for _ in line[-width:])
            out.append(line[: len(line) - len(end)] + end)
        return b"\n".join(out)

    ratios = []
    for name, hostile, ordinary in (("one slot", one_slot, scrambled(one_slot, 6)), ("one key", one_key, scrambled(one_key, 8))):
        ratio = user_seconds(trial, hostile) / max(user_seconds(trial, ordinary), 0.02)
        trial.expect(ratio <= 2, f"{name}: {ratio:.1f} times the time of random lines")
        ratios.append(f"{name} {ratio:.2f}")
    return f"{count} lines: " + ", ".join(ratios) + " times the time of random ones"


@row("S2", "bucket flooding", "a corpus made to be compared with itself takes linear time, at most four times that of articles, within the memory",
     "`scripts/hostile-corpus`: one template, chains of likeness, a paragraph in every document, equal documents, tiny ones")
def bucket_flooding(trial):
    count = trial.count(20_000, 1_000_000)
    run = subprocess.run([REPOSITORY / "scripts" / "hostile-corpus", str(count), TAMIS], capture_output=True, text=True)
    trial.expect(run.returncode == 0, run.stderr[-400:])
    rows = [line.split() for line in run.stdout.splitlines()[1:]]
    ratios = ", ".join(f"{cells[0].replace('_', ' ')} {cells[4]}" for cells in rows[1:])
    return f"{rows[0][2]} MB each, against articles: {ratios}; at most {max(int(cells[5]) for cells in rows)} MB with --memory 64M"


@row("R16", "millions of tiny documents", "time grows with the count, and memory by a few bytes a document beyond the budget",
     "a line of a few words each, all of them different; CPU time a document and the most memory, against a tenth of them")
def tiny_documents(trial):
    most = trial.count(200_000, 10_000_000)
    seen = []
    for count in (most // 10, most):
        path = trial.path("tiny.jsonl")
        script = 'BEGIN { for (n = 1; n <= %d; n++) printf "{\\"id\\":\\"%%d\\",\\"text\\":\\"Tiny document %%d of many.\\"}\\n", n, n }' % count
        with open(path, "w") as file:
            subprocess.run(["awk", script], stdout=file, check=True)
        before = os.times()
        ending, messages, memory = peak(trial, ["clean", "-q", "--signals", "none", "--no-annotation", "--memory", "256M", "--max-record-bytes", "1M", path, "-o", "out.jsonl"])
        after = os.times()
        trial.expect(ending == 0, f"exit {ending} {messages[-200:]}")
        seconds = after.children_user + after.children_system - before.children_user - before.children_system
        seen.append((memory, seconds / count))
    trial.expect(seen[1][1] <= 2 * seen[0][1], f"{seen[1][1] / seen[0][1]:.1f} times the time a document of a tenth")
    beyond = max(0, seen[1][0] - 256) * (1 << 20) / most
    grown = (seen[1][0] - seen[0][0]) * (1 << 20) / (most - most // 10)
    trial.expect(beyond <= 64, f"{beyond:.0f} bytes a document beyond --memory")
    return f"{most} documents, --memory 256M: {seen[1][0]} MB at most, {beyond:.0f} bytes a document beyond it ({grown:.0f} more for each more document); {seen[1][1] * 1e6:.1f} µs a document, {seen[1][1] / seen[0][1]:.2f} times that of a tenth"
