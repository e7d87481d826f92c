"""Rows that are not tried by this script: where they stand."""

ELSEWHERE = [
    ("R10", "files of old versions", "no release yet, so there are none to keep."),
    ("R16", "ten million tiny documents", "not run."),
    ("R17", "fuzzing", "see `Fuzz/run.sh`; its figures are in this page only when it is run with `--record`."),
    ("R20", "data races", "the suite under ThreadSanitizer was not run."),
    ("S2", "bucket flooding", "not run here; buckets are capped, and `Tests/TamisIOTests` has the cap."),
    ("S6", "scripts in the HTML report", "the escaper is under test in `Tests`; no browser was run."),
    ("S7", "spreadsheet formulas in CSV", "not covered: cells go out as they came in."),
    ("S14", "supply chain", "two clean builds were not compared."),
]
