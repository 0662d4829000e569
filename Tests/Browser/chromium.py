"""Drives a headless Chromium over its debugging pipe, with the standard library alone."""

import base64
import json
import os
import shutil
import subprocess
import tempfile


class Failure(Exception):
    """Chromium refused a command."""


class Browser:
    """One process with one page; what the page says, asks for and throws is kept."""

    def __init__(self):
        program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if program is None:
            raise Failure("no chromium on the path")
        self.profile = tempfile.mkdtemp(prefix="report-browser-")
        to_browser, self.write_end = os.pipe()
        self.read_end, from_browser = os.pipe()
        # Chromium reads commands from descriptor 3 and answers on descriptor 4.
        low = max(to_browser, from_browser, self.write_end, self.read_end, 9) + 1
        reader, writer = os.dup2(to_browser, low), os.dup2(from_browser, low + 1)

        def arrange():
            os.dup2(reader, 3)
            os.dup2(writer, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
             "--hide-scrollbars", "--force-device-scale-factor=1", "--font-render-hinting=none",
             "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=arrange, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for descriptor in (to_browser, from_browser, reader, writer):
            os.close(descriptor)
        self.buffer = b""
        self.number = 0
        self.session = None
        self.events = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network", "DOM", "Accessibility"):
            self.send(domain + ".enable")

    def close(self):
        try:
            session, self.session = self.session, None
            self.send("Browser.close")
        except (OSError, Failure):
            pass
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.write_end, data):]
        number = self.number
        while True:
            answer = self.receive()
            if answer.get("id") == number:
                if "error" in answer:
                    raise Failure(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.buffer:
            part = os.read(self.read_end, 1 << 16)
            if not part:
                raise Failure("chromium has gone")
            self.buffer += part
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def wait(self, method):
        while True:
            for event in self.events:
                if event.get("method") == method:
                    return event
            self.events.append(self.receive())

    def view(self, width, height=900, dark=False, media="", reduced=False):
        """Sets the size and the reader's wishes; `media` is `print` for paper."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=width < 600)
        self.send("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce" if reduced else "no-preference"}])

    def open(self, path, scripts=True):
        self.events = []
        self.send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.send("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait("Page.loadEventFired")

    def evaluate(self, expression):
        answer = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            raise Failure(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def picture(self, path, clip=None, whole=False):
        parameters = {"format": "png", "captureBeyondViewport": whole}
        if whole and clip is None:
            size = self.send("Page.getLayoutMetrics")["cssContentSize"]
            clip = {"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1}
        if clip:
            parameters["clip"] = clip
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.send("Page.captureScreenshot", **parameters)["data"]))

    def pdf(self, path, width, height):
        """Prints with the page's own margins on paper of that size in inches."""
        data = self.send("Page.printToPDF", paperWidth=width, paperHeight=height,
                         preferCSSPageSize=False, printBackground=False, displayHeaderFooter=False,
                         marginTop=0.4, marginBottom=0.4, marginLeft=0.4, marginRight=0.4)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
