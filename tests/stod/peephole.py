"""A peephole: Django's test client makes pages inside the test's transaction, and a real Chromium opens them without a
server. All requests that the pages make are counted; those to other hosts are refused and noted.
"""

import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from playwright.sync_api import Browser, Route

BASE = "https://testserver"  # a secure context, as in production
STATIC = "/" + settings.STATIC_URL.strip("/") + "/"
OWN_FILES = re.compile(r'src="(/[^/"][^"]*)"')  # files that a page asks the portal for
SPOTTED = """() => {
  const out = [];
  for (const e of document.querySelectorAll('*')) {
    for (const a of e.attributes) {
      if (a.name.startsWith('on')) out.push(`${e.tagName} ${a.name}`);
      const link = /^(href|src|action|formaction|data|xlink:href)$/.test(a.name);
      if (link && /^\\s*(javascript|data:text|vbscript):/i.test(a.value))
        out.push(`${e.tagName} ${a.name}=${a.value.slice(0, 40)}`);
    }
    if (e.tagName === 'SCRIPT' && !e.src && e.type !== 'application/json') out.push(`SCRIPT ${e.text.slice(0, 40)}`);
    if (/^(IFRAME|OBJECT|EMBED|BASE|STYLE)$/.test(e.tagName)) out.push(e.tagName);
  }
  return out;
}"""


class Peephole:
    """One browser context. `fel` holds all faults of the pages since `tom` last emptied it."""

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context(locale="sv-SE", service_workers="block")
        self.page = self.context.new_page()
        self.fel: list[str] = []
        self.begarda, self.tredje = 0, 0
        self._svar: dict[str, HttpResponse] = {}
        self.page.route("**/*", self._svara)
        self.page.on("dialog", lambda d: (self.fel.append(f"dialog: {d.message}"), d.dismiss()))
        self.page.on("pageerror", lambda e: self.fel.append(f"script: {e}"))
        self.page.on(
            "console", lambda m: m.type in ("error", "warning") and self.fel.append(f"{m.text} {m.location['url']}")
        )

    def se(self, klient: Client, path: str, answer: HttpResponse | None = None) -> HttpResponse:
        """Show `answer`, or the answer to a GET, in Chromium; note scripts that ran and markup that could run any."""
        answer = answer or klient.get(path, secure=True)
        more = {
            path for path in OWN_FILES.findall(answer.content.decode(errors="replace")) if not path.startswith(STATIC)
        }
        self._svar = {path: answer} | {m: klient.get(m, secure=True) for m in more}
        self.page.goto(BASE + path, wait_until="load")
        self.fel += [f"markup: {found}" for found in self.page.evaluate(SPOTTED)]
        return answer

    def tom(self) -> list[str]:
        """Return the faults so far, and empty the list."""
        found, self.fel = self.fel, []
        return found

    def _svara(self, route: Route) -> None:
        url, self.begarda = route.request.url, self.begarda + 1
        if not url.startswith(BASE + "/"):
            self.tredje += 1
            self.fel.append(f"asks {url}")
            route.abort()
            return
        path = url[len(BASE) :]
        local = unquote(urlsplit(path).path).removeprefix("/")
        if f"/{local}".startswith(STATIC):
            file = Path(settings.STATIC_ROOT) / local.partition("/")[2]
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            route.fulfill(status=200, body=file.read_bytes(), headers={"Content-Type": kind})
            return
        answer = self._svar.get(path)
        if answer is None:  # asked by the page's script: here, outside the test's transaction, Django cannot answer
            route.fulfill(status=204, body="")
            return
        route.fulfill(status=answer.status_code, body=answer.content, headers=dict(answer.headers))
