"""Rows that are not tried by this script: where they stand."""

ELSEWHERE = [
    ("R10", "files of old versions", "no release yet, so there are none to keep."),
    ("R16", "ten million tiny documents", "not run."),
    ("R17", "fuzzing", "`Fuzz/run.sh`, figures in `Fuzz/RESULTS.md`; far from 10⁸ executions a target."),
    ("R20", "data races", "the suite under ThreadSanitizer was not run."),
    ("S2", "bucket flooding", "not run."),
    ("S6", "scripts in the HTML report", "the escaper is under test in `Tests`; no browser was run."),
    ("S7", "spreadsheet formulas in CSV", "not covered: cells go out as they came in."),
    ("S14", "supply chain", "two clean builds were not compared."),
]
