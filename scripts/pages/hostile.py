"""Documents that try to be more than text: in a browser, on a terminal, in a spreadsheet."""
import json, random

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

WORDS = """anchor barge beacon boat bollard breeze bridge buoy cable canal cargo chain coast crane crate current deck dock dune ferry
fleet fog gale gull gust harbour hatch helm hook hull island jetty keel lamp ledger lock mast mooring net oar pier pilot pump quay
raft rope rudder sail shoal signal sluice spar spring storm tide timber tow tug valve voyage wall watch wave weir wharf winch""".split()


def documents():
    """A corpus in which each payload is an id, a site, a repeated line, part of a sentence and a line that copies share."""
    lines = []
    for number, payload in enumerate(PAYLOADS + ESCAPES):
        dice = random.Random(number)
        prose = " ".join("The %s of the %s was counted on the %s morning of %s." % tuple(dice.choice(WORDS) for _ in range(4)) for _ in range(9))
        text = f"{payload}\n\n{prose}\n\n{payload}\n{prose[:60]} {payload} spot_img\n\n{payload}\n\nShare this: {payload}\nFacebook"
        # One that stays by itself, and two of which one goes for the other.
        for copy, end in enumerate(["", f"\n\n{payload} {prose[::-1]}", f"\n\n{payload}  {prose[::-1]}"]):
            id = f"{payload}{number}.{copy}"
            lines.append(json.dumps({"id": id, "site": payload, "text": (prose[::-1] if copy else "") + text + end}))
    return ("\n".join(lines) + "\n").encode()
