"""Headless Chromium, steered by its DevTools protocol over two pipes: no package is needed."""
import base64, fcntl, json, os, select, shutil, subprocess, tempfile, time


def program():
    """The browser's path; None where there is none."""
    return next(filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)


class Chromium:
    """A browser with one page, and what that page said and asked for."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="tamis-page-")
        commands, self.writing = os.pipe()
        self.reading, answers = os.pipe()
        # The browser reads commands from 3 and writes answers to 4; above both, so that no number is taken twice.
        commands, answers = self._above(commands), self._above(answers)
        self.process = subprocess.Popen(
            [program(), "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--disable-extensions", "--remote-debugging-pipe", "--user-data-dir=" + self.folder, "about:blank"],
            close_fds=False, preexec_fn=lambda: (os.dup2(commands, 3), os.dup2(answers, 4)),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(commands)
        os.close(answers)
        self.rest, self.number, self.events = b"", 0, []
        target = next(t for t in self._targets() if t["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(domain + ".enable")

    @staticmethod
    def _above(number):
        new = fcntl.fcntl(number, fcntl.F_DUPFD, 16)
        os.close(number)
        return new

    def _targets(self):
        self.session = None
        for _ in range(100):
            targets = self.ask("Target.getTargets")["targetInfos"]
            if any(target["type"] == "page" for target in targets):
                return targets
            time.sleep(0.05)
        raise SystemExit("the browser opened no page")

    def ask(self, method, **parameters):
        """Sends a command and waits for its answer; what happens meanwhile is kept as events."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._next(60)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def _next(self, seconds):
        while b"\0" not in self.rest:
            if not select.select([self.reading], [], [], seconds)[0]:
                raise SystemExit(f"the browser said nothing for {seconds} s")
            part = os.read(self.reading, 1 << 20)
            if not part:
                raise SystemExit("the browser ended")
            self.rest += part
        line, self.rest = self.rest.split(b"\0", 1)
        answer = json.loads(line)
        if "method" in answer:
            self.events.append(answer)
            if answer["method"] == "Page.javascriptDialogOpening":
                self.number += 1
                close = {"id": self.number, "method": "Page.handleJavaScriptDialog", "params": {"accept": True},
                         "sessionId": self.session}
                os.write(self.writing, json.dumps(close).encode() + b"\0")
                self.number += 1
        return answer

    def load(self, path):
        """Loads a file and gives what happened until it was shown."""
        self.ask("Page.navigate", url="about:blank")
        self.evaluate("1")
        self.events.clear()
        self.ask("Page.navigate", url="file://" + str(path))
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            self._next(60)
        # Two frames: the first is painted when the second begins.
        self.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
        return [(event["method"], event["params"]) for event in self.events]

    def evaluate(self, expression):
        """The value of an expression in the page; the page's policy does not bind it."""
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise SystemExit("in the page: " + str(result["exceptionDetails"].get("exception", {}).get("description")))
        return result["result"].get("value")

    def look(self, width, height=900, dark=False, media="", phone=False):
        """Sets the window, the colours and the medium."""
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.ask("Emulation.setEmulatedMedia", media=media,
                 features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def photograph(self, path, height=None):
        """Writes a picture of the page, all of it or the first `height` pixels."""
        size = self.ask("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], height or 16000), "scale": 1}
        picture = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
        path.write_bytes(base64.b64decode(picture["data"]))

    def print(self, path):
        """Writes the page as it is printed."""
        path.write_bytes(base64.b64decode(self.ask("Page.printToPDF", printBackground=False)["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
