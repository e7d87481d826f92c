"""S6, S7: texts that a browser or a spreadsheet might run."""
import csv, io, json, os, subprocess
from .trial import Skipped, row

PAYLOADS = [
    "<script>document.title='owned'</script>", "</script><script>document.title='owned'</script>", "<img src=x onerror=\"document.title='owned'\">",
    "\"><svg onload=document.title='owned'>", "'><body onload=document.title='owned'>", "</style><script>document.title='owned'</script>",
    "</title><script>document.title='owned'</script>", "<iframe srcdoc=\"<script>parent.document.title='owned'</script>\">",
    "javascript:document.title='owned'", "<a href=\"javascript:document.title='owned'\">x</a>", "<meta http-equiv=refresh content=\"0;url=data:text/html,owned\">",
    "<!--", "-->", "]]><script>document.title='owned'</script>", "<svg><animate onbegin=document.title='owned' attributeName=x dur=1s>",
    "<math><mtext><style><img src onerror=document.title='owned'></style></mtext></math>", "&lt;script&gt;document.title='owned'&lt;/script&gt;",
    "\u2028<script>document.title='owned'</script>", "<scr\u0000ipt>document.title='owned'</script>", "<base href=//owned.example>", "<form action=//owned.example><input autofocus onfocus=document.title='owned'>",
    "<details open ontoggle=document.title='owned'>", "{{constructor.constructor('document.title=1')()}}", "+ADw-script+AD4-document.title='owned'+ADw-/script+AD4-",
]


@row("S6", "scripts in the HTML report", "nothing of a document, a name or a setting is markup in the page, and no script runs",
     "payloads in texts, ids, addresses and file names; the page in headless Chromium: its title, its handlers and its elements")
def page(trial):
    browser = next((name for name in ("chromium", "chromium-browser", "google-chrome") if any(os.access(os.path.join(p, name), os.X_OK) for p in os.environ["PATH"].split(":"))), None)
    if not browser:
        raise Skipped("chromium is not installed")
    hostile = [p.replace("/", "") for p in PAYLOADS if "\0" not in p]
    records = [
        {"id": payload, "url": "https://site.example/" + payload, "title": payload, "text": f"{payload}\n\n{payload}\n\nA river runs here {n}. {payload}\n\nShare\n{payload}"}
        for n, payload in enumerate(PAYLOADS)
    ]
    plain = [dict((k, v if k == "id" else "Plain words here.") for k, v in r.items()) | {"id": str(n)} for n, r in enumerate(records)]
    for name, content in (("hostile", records), ("again", records)):
        (trial.folder / (name + ".jsonl")).write_text("".join(json.dumps(r) + "\n" for r in content))
    named = trial.folder / (hostile[0][:60] + ".jsonl")
    named.write_text("".join(json.dumps(r) + "\n" for r in records))
    trial.tamis("report", "hostile.jsonl", "again.jsonl", named.name, "--html", "page.html", timeout=60)
    trial.expect((trial.folder / "page.html").exists(), "no page was written")
    # The page's own policy would stop scripts: without it, the escaping has to do so alone.
    source = (trial.folder / "page.html").read_text()
    policy = source.count("Content-Security-Policy")
    trial.expect(policy == 1, f"{policy} policies")
    runs, elements = 0, 0
    for name, text in (("page.html", source), ("open.html", source.replace("Content-Security-Policy", "X-None", 1))):
        (trial.folder / name).write_text(text)
        shown = subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=3000", "--dump-dom", "file://" + trial.path(name)],
            capture_output=True, text=True, errors="replace", timeout=120, env=dict(os.environ, HOME=trial.path(".")))
        trial.expect(shown.stdout.startswith("<!DOCTYPE html>") and "</html>" in shown.stdout, f"{name}: no page came out {shown.stderr[-200:]}")
        runs += "<title>owned" in shown.stdout
        elements += len(banned(shown.stdout))
        trial.expect(not banned(shown.stdout), f"{name}: {banned(shown.stdout)[:5]}")
    trial.expect(runs == 0, f"{runs} pages ran a script")
    return f"{len(PAYLOADS)} payloads in 5 places, with the page's policy and without it: {runs} scripts ran, {elements} elements of theirs"


def banned(dom):
    """Elements and attributes of the page, as the browser parsed it, that are none of ours: it has no script, form or address."""
    from html.parser import HTMLParser
    found = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            if (tag, attributes) == ("link", [("rel", "icon"), ("href", "data:,")]):
                return
            for name, value in attributes:
                if name.startswith("on") or name in ("src", "srcdoc", "action") or name == "href" and not (value or "").startswith("#"):
                    found.append(f"{tag} {name}={value}")
            if tag in ("script", "img", "iframe", "object", "embed", "form", "input", "base", "animate", "math", "link"):
                found.append(tag)

    Reader().feed(dom)
    return found


@row("S7", "spreadsheet formulas in CSV", "no cell of a report begins as a formula; a table that is cleaned keeps its cells as they came",
     "ids that begin with = + - @, tab and line ends in `report --csv`; the same cells in a table")
def formulas(trial):
    ids = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=HYPERLINK(\"http://x\",\"y\")", "=cmd|'/c calc'!A1", " =1", "\ufeff=1", "a,=1", "\"=1"]
    (trial.folder / "ids.jsonl").write_text("".join(json.dumps({"id": i, "text": f"A text of its own, number {n}."}) + "\n" for n, i in enumerate(ids)))
    (trial.folder / "report.csv").write_bytes(trial.tamis("report", "--csv", "ids.jsonl").stdout)
    report = trial.folder / "report.csv"
    if not trial.expect(report.stat().st_size, "no report"):
        return "no report"
    cells = [cell for line in csv.reader(io.StringIO(report.read_bytes().decode(), newline="")) for cell in line]
    formulas = [cell for cell in cells if cell[:1] in tuple("=+-@\t\r\n") and cell[:1]]
    trial.expect(not formulas, f"formulas: {formulas[:5]}")
    trial.expect(sum("=1+1" in cell for cell in cells) == 1, "the ids are not in the report")
    table = "id,text\r\n" + "".join('"%s",A text of its own %d.\r\n' % (i.replace('"', '""'), n) for n, i in enumerate(ids))
    (trial.folder / "table.csv").write_bytes(table.encode())
    run = trial.tamis("clean", "-q", "table.csv")
    trial.expect(run.returncode == 0 and run.stdout == table.encode(), f"the table changed: exit {run.returncode} {run.stdout[:200]}")
    return f"{len(ids)} ids, {len(formulas)} cells of the report begin as a formula; the table's cells came out as they were"
