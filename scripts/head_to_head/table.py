"""docs/head-to-head.md, from the results of a run."""
import time
from pathlib import Path
from . import cases, tools

PAGE = Path(__file__).resolve().parents[2] / "docs" / "head-to-head.md"


def write(results):
    names = list(results)
    lines = [
        "# Head to head on a hostile set", "",
        f"Written by `scripts/head-to-head --record`, {time.strftime('%Y-%m-%d')}: " + ", ".join(f"{n} {tools.version(n)}" for n in names) + ".", "",
        "Each case is a file of about a hundred records. A number says how many of them did not come out with all of their text, and",
        "numbers as they were spelled. **Bold** is silent: the tool ended with 0. *Told* means that it ended with another code. What tamis",
        "cuts on purpose, copies among it, is in its ledger, by which `tamis restore` gave the input back here: that is no loss. text-dedup",
        "takes copies out because it is asked to, and leaves no list of them. How they were run: " + "; ".join(f"{n}: {tools.ALL[n]}" for n in names) + ".", "",
        "| case | " + " | ".join(names) + " |", "| --- |" + " --- |" * len(names),
    ]
    for case in cases.ALL:
        lines.append(f"| {case.name} | " + " | ".join(str(results[n].get(case.name, "")) for n in names) + " |")
    totals = [sum(loss.silent for loss in results[n].values()) for n in names]
    lines.append("| **silent losses** | " + " | ".join(f"**{t}**" for t in totals) + " |")
    PAGE.write_text("\n".join(lines) + "\n")
