"""docs/reliability.md, from the results kept in docs/reliability.jsonl."""
import json, re
from .trial import REPOSITORY, ROWS

RESULTS = REPOSITORY / "docs" / "reliability.jsonl"
PAGE = REPOSITORY / "docs" / "reliability.md"


def order(row):
    letter, number = re.match(r"([A-Z]+)(\d+)", row.name).groups()
    return letter, int(number)


def record(result):
    results = kept()
    results[result["name"]] = result
    with open(RESULTS, "w") as file:
        for name in sorted(results, key=lambda name: (name[0], int(name[1:]))):
            file.write(json.dumps(results[name], ensure_ascii=False) + "\n")
    PAGE.write_text(page(results))


def kept():
    if not RESULTS.exists():
        return {}
    return {result["name"]: result for result in map(json.loads, RESULTS.open())}


def page(results):
    rows = sorted(ROWS, key=order)
    short = []
    for row in rows:
        result = results.get(row.name)
        if result is None:
            short.append(f"- **{row.name}**, {row.threat}: not run yet.")
        elif result["result"] != "holds":
            problems = "".join(f"\n  - {cell(problem)}" for problem in result["problems"])
            short.append(f"- **{row.name}**, {row.threat}: {result['result']}; {cell(result['figure'])}{problems}")
        for message in (result or {}).get("shortfalls", []):
            short.append(f"- **{row.name}**, {row.threat}: {cell(message)}")
    sampled = [name for name, result in results.items() if result["length"] == "short" and result["result"] == "holds"]
    if sampled:
        short.append("- Seen in samples only (`--short`), not in full: " + ", ".join(sampled) + ".")
    lines = [
        "# Reliability", "",
        "Written by `scripts/reliability --record`; no figure is by hand. `scripts/reliability --short` tries samples of each row.",
        "", "## What falls short, or was not run", "", *short, "", "## Row by row", "",
        "| row | threat | promise | test | figure | length | date | result |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        if result := results.get(row.name):
            cells = [row.name, row.threat, row.promise, row.test, result["figure"], result["length"], result["date"], result["result"]]
            lines.append("| " + " | ".join(map(cell, cells)) + " |")
    return "\n".join(lines) + "\n"


def cell(text):
    return re.sub(r"\s+", " ", text.replace("|", "\\|")).strip()
