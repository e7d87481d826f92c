"""Documents that try to be more than text: in a browser, on a terminal, in a spreadsheet."""
import json

# What must stand on the page as it is: markup that would run, break out of an attribute, or ask for something.
PAYLOADS = [
    "<script>self.ran=(self.ran||0)+1</script>",
    "\"><script>self.ran=1</script>",
    "'><img src=x onerror=self.ran=1>",
    "\" onmouseover=\"self.ran=1\" x=\"",
    "</style><script>self.ran=1</script>",
    "</title><svg/onload=self.ran=1>",
    "<svg><animate onbegin=self.ran=1 attributeName=x dur=1s>",
    "javascript:self.ran=1",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "<link rel=stylesheet href=http://127.0.0.1:9/x.css>",
    "<meta http-equiv=refresh content='0;url=http://127.0.0.1:9/'>",
    "&lt;script&gt;&#x3c;img src=x onerror=self.ran=1&#x3e;",
    "--><!--<img src=x onerror=self.ran=1>",
    "]]><script>self.ran=1</script>",
    "{{constructor.constructor('self.ran=1')()}}",
]
# What a terminal would obey; pages and tables spell it out.
ESCAPES = ["\x1b]52;c;cm0=\x07", "\x1b[2J\x1b[31mred", "\x9b31m", "\x1b]8;;http://x\x1b\\\\", "\r\x08\x7f", "\u202egnp.exe", "\u2066\u200b"]


def documents():
    """A corpus in which each payload is an id, a site, a repeated line, a long cut line and a line of near copies."""
    lines = []
    prose = " ".join(f"The {word} of the harbour was counted again on the {number}th morning of the year." for number, word in
                     enumerate("boats nets ropes lamps gulls crates tides masts piers sails".split()))
    for number, payload in enumerate(PAYLOADS + ESCAPES):
        text = f"{payload}\n\n{prose}\n\n{payload}\n{payload} {prose[:60]}\n\n{payload}\n\nnumber {number % 3} {prose}"
        for copy in range(2):
            lines.append(json.dumps({"id": f"{payload}{number}.{copy}", "site": payload, "text": text + f"\n\n{payload} {copy}"}))
    return ("\n".join(lines) + "\n").encode()
