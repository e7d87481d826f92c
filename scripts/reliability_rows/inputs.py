"""R11–R15: inputs that are cut, too large, or not what they say."""
import filecmp, gzip, io, os, subprocess, sys, zlib
from .trial import REPOSITORY, TAMIS, need, row


def peak(trial, arguments, **options):
    """Runs the command and returns its ending, messages and the most memory it had, in MB."""
    process = subprocess.Popen([TAMIS, *map(str, arguments)], cwd=trial.folder, stderr=subprocess.PIPE, stdout=options.pop("stdout", subprocess.DEVNULL), **options)
    messages = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, messages, usage.ru_maxrss // 1024


@row("R11", "streams that are cut", "documents before the cut come out, exit 2, the message has the offset",
     "`scripts/cuts`: gzip, zstd, WARC and CSV cut at every byte")
def cuts(trial):
    size, step = trial.count((3_000, 150), (100_000, 1))
    run = subprocess.run([sys.executable, REPOSITORY / "scripts" / "cuts", str(size), str(step)], capture_output=True, text=True, env=dict(os.environ, TAMIS=TAMIS))
    trial.expect(run.returncode == 0, run.stderr[-300:])
    return "; ".join(run.stdout.splitlines())


@row("R12", "zip bombs", "memory stays bounded, the record is rejected, the run goes on",
     "zeros as gzip and zstd, between two good records; a zstd frame with a window of 2 GB")
def bombs(trial):
    megabytes = trial.count(64, 2048)
    good = b'{"id":"%d","text":"A good line."}\n'
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    zeros = bytes(1 << 20)
    with open(trial.folder / "bomb.gz", "wb") as file:
        file.write(packer.compress(good % 1))
        for _ in range(megabytes):
            file.write(packer.compress(zeros))
        file.write(packer.compress(b"\n" + good % 2) + packer.flush())
    most = 0
    for name in ("bomb.gz", "bomb.zst"):
        if name == "bomb.zst":
            need("zstd")
            line = f"gzip -dc {trial.path('bomb.gz')} | zstd -q -o {trial.path(name)}"
            subprocess.run(["sh", "-c", line], check=True)
        arguments = ["clean", "-q", "--no-annotation", "--scope", "document", "--from", "jsonl", "--max-record-bytes", "16M", name, "-o", "out.jsonl"]
        ending, messages, memory = peak(trial, arguments)
        written = (trial.folder / "out.jsonl").read_bytes()
        trial.expect(ending == 2 and written == good % 1 + good % 2, f"{name}: exit {ending} {written[:200]} {messages[-200:]}")
        trial.expect(memory < 16 * 4 + 128, f"{name}: {memory} MB of memory")
        most = max(most, memory)
    # The header of a frame that asks for a window of 2^31 bytes: windowLog 31 is exponent 21.
    (trial.folder / "window.zst").write_bytes(bytes.fromhex("28b52ffd") + bytes([0, 21 << 3]) + bytes([1, 0, 0]))
    ending, messages, memory = peak(trial, ["clean", "-q", "--from", "text", "window.zst"])
    trial.expect(ending == 2 and memory < 256 and messages, f"window: exit {ending}, {memory} MB {messages[-200:]}")
    return f"{megabytes} MB of zeros in {(trial.folder / 'bomb.gz').stat().st_size >> 10} KB: rejected, at most {most} MB"


@row("R13", "bytes that are not UTF-8", "bytes outside the removals do not change; never a trap",
     "all 65,536 pairs of bytes in a text, restored by the ledger and compared")
def pairs_of_bytes(trial):
    step = trial.count(17, 1)
    pairs = [bytes([p >> 8, p & 255]) for p in range(0, 65536, step)]
    whole = 0
    for start in range(0, len(pairs), 256):
        (trial.folder / "a.txt").write_bytes(b"".join(b"One line " + pair + b" of text here.\n" for pair in pairs[start : start + 256]))
        run = trial.tamis("clean", "-q", "--from", "text", "--encoding", "utf-8", "a.txt", "-o", "clean.txt", "--ledger", "ledger.jsonl")
        if not trial.expect(run.returncode in (0, 2) and (trial.folder / "clean.txt").exists(), f"pairs from {pairs[start]}: exit {run.returncode} {run.stderr[-200:]}"):
            continue
        again = trial.tamis("restore", "clean.txt", "--ledger", "ledger.jsonl")
        if trial.expect(again.stdout == (trial.folder / "a.txt").read_bytes(), f"pairs from {pairs[start]}: not restored {again.stderr[-200:]}"):
            whole += len(pairs[start : start + 256])
    return f"{whole} of {len(pairs)} pairs come back"


@row("R14", "JSON at its borders", "byte identity where nothing is removed, a clear rejection elsewhere; never a trap",
     "own list: depth, doubled keys, lone surrogates, numbers, NUL, garbage, arrays; `scripts/round-trip`: generated records, a "
     "twentieth of them damaged, against two strict parsers")
def json_borders(trial):
    same = [b'{"text":"A","n":1e400}', b'{"text":"A","n":12345678901234567890123}', b'{"text":"A","n":1.10}', b'{"text":"A \\ud800"}',
            b'{"text":"A \\u0041\\/"}', b'{ "text" : "A" , "deep" : ' + b"[" * 1000 + b"]" * 1000 + b"}", b'{"text":"A","":null}', b'{"text":"A","text":"B"}']
    bad = [b'{"text":"A"} x', b'{"text":"A"', b'["text"]', b'{"text":"A","deep":' + b"[" * 100_000 + b"]" * 100_000 + b"}", b'{"text":"A\x01"}',
           b'{"text":"\\x"}', b'{"text":tru}', b'{"text":"A","n":01}', b'{"text":"A",}', b"\xff\xfe"]
    for record in same:
        run = trial.tamis("clean", "-q", "--no-annotation", "--from", "jsonl", input=record + b"\n")
        trial.expect(run.returncode == 0 and run.stdout == record + b"\n", f"{record[:60]}: exit {run.returncode} {run.stdout[:60]} {run.stderr[-160:]}")
    for record in bad:
        run = trial.tamis("clean", "-q", "--no-annotation", "--from", "jsonl", input=b'{"text":"Before."}\n' + record + b'\n{"text":"After."}\n')
        trial.expect(run.returncode == 2 and b"Before." in run.stdout and b"After." in run.stdout, f"{record[:60]}: exit {run.returncode} {run.stdout[:80]} {run.stderr[-160:]}")
    run = subprocess.run([sys.executable, REPOSITORY / "scripts" / "round-trip", str(trial.count(3_000, 1_000_000))], capture_output=True, text=True, env=dict(os.environ, TAMIS=TAMIS))
    trial.expect(run.returncode == 0, run.stderr[-300:])
    return f"{len(same)} kept byte by byte, {len(bad)} rejected and named, the records around them cleaned; " + "; ".join(run.stdout.splitlines())


@row("R15", "a giant line", "rejected or cleaned with bounded memory; never out of memory", "a line without end as text and as JSON Lines")
def giant_line(trial):
    megabytes = trial.count(64, 1024)
    most = 0
    for format in ("text", "jsonl"):
        source = subprocess.Popen(["sh", "-c", f"yes 'no line ends here ' | tr -d '\\n' | head -c {megabytes}M"], stdout=subprocess.PIPE)
        ending, messages, memory = peak(trial, ["clean", "-q", "--from", format, "--max-record-bytes", "16M"], stdin=source.stdout)
        source.stdout.close()
        source.wait()
        trial.expect(ending == 2 and messages, f"{format}: exit {ending} {messages[-200:]}")
        trial.expect(memory < 16 * 4 + 128, f"{format}: {memory} MB of memory")
        most = max(most, memory)
    return f"{megabytes} MB in a line, limit 16 MB: rejected, at most {most} MB"


@row("R19", "determinism", "one output for any number of threads, chunks, time zone, locale and hash seed",
     "threads 1, 2, 3, 7, 16 × standard input in pieces × locale and zone × repeats, with all signals and the corpus")
def determinism(trial):
    records = trial.records("records.jsonl", trial.count(60, 1000))
    data = open(records, "rb").read()
    outputs, runs = set(), 0
    for threads in (1, 2, 3, 7, 16):
        for repeat in range(trial.count(1, 20)):
            environment = dict(os.environ, LC_ALL=["C", "tr_TR.UTF-8"][repeat % 2], TZ=["UTC", "Asia/Tokyo"][repeat % 2])
            if repeat % 3 == 0:
                environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
            run = trial.tamis("clean", "-q", "--from", "jsonl", "--threads", threads, "-", input=data, env=environment)
            outputs.add(run.stdout)
            runs += 1
            for chunk in (1, 4096):
                if chunk == 1 and repeat:
                    continue
                outputs.add(in_pieces(trial, data[: 4000 * (chunk > 1) or len(data)] if chunk == 1 else data, chunk, threads))
                runs += 1
    trial.expect(len(outputs) == 1 and b"" not in outputs, f"{len(outputs)} outputs")
    return f"{runs} runs, {len(outputs)} output"


def in_pieces(trial, data, size, threads):
    process = subprocess.Popen([TAMIS, "clean", "-q", "--from", "jsonl", "--threads", str(threads), "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
    # Pieces of one byte at the start only: enough for every detector and the first records.
    if size == 1:
        for position in range(2000):
            process.stdin.write(data[position : position + 1])
        data, size = data[2000:], 1 << 20
    for position in range(0, len(data), size):
        process.stdin.write(data[position : position + size])
    process.stdin.close()
    output = process.stdout.read()
    process.wait()
    return output


@row("R21", "memory", "the comparison keeps to `--memory`, with 64 MB for the rest, and gives the same bytes", "the most memory of a run over many documents, `--memory 64M --max-record-bytes 8M`")
def memory(trial):
    count = trial.count(20_000, 1_000_000)
    records = trial.records("records.jsonl", count)
    ending, messages, most = peak(trial, ["clean", "-q", "--signals", "none", "--memory", "64M", "--max-record-bytes", "8M", records, "-o", "out.jsonl"])
    trial.expect(ending == 0, f"exit {ending} {messages[-200:]}")
    trial.expect(most <= 128, f"{most} MB with --memory 64M")
    trial.done("clean", "-q", "--signals", "none", records, "-o", "unlimited.jsonl", timeout=3600)
    trial.expect(filecmp.cmp(trial.path("out.jsonl"), trial.path("unlimited.jsonl"), shallow=False), "other bytes with less memory")
    return f"{count} documents, --memory 64M: {most} MB at most, the bytes of a run without a limit"
