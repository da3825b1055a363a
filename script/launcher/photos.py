"""Photograph every kind of page of a running demo in three widths. Runs on the packages in .venv.

The browser's clock stands still, and a script overwrites times of day and secret keys before the photo, so two demos
look the same even if one started minutes after the other. Both demos must get the same requests in the same order,
since pages that show the log show the requests.
"""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from .console import say

WIDTHS = (1280, 390, 320)
ROLES = ("anonym", "handlaggare", "chef", "granskare", "registrator", "godman", "vardnadshavare", "enskild", "admin")
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--hide-scrollbars"]
RANDOM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}"
NUMBER = re.compile(rf"{RANDOM}|(?<=/)\d+(?=/|$)")
# How many pages of a kind to take, where one is too few.
SEVERAL = {
    "/personer/N/": 4,
    "/planer/N/": 3,
    "/planer/versioner/N/": 3,
    "/mina-personer/N/": 3,
    "/mina-personer/N/plan/": 3,
}
MOST_ROLES = 3  # at most this many roles photograph the same kind of page
NO_PAGE = re.compile(r"^/(pdf|static|halsa|admin/plans/\w+/.|personer/\d+/inbjudningar/\d+/status)")
STYLE = """*, *::before, *::after { animation: none !important; transition: none !important; caret-color: transparent
  !important; } img[src^="data:"] { visibility: hidden !important; }"""
HELPERS = Path(__file__).with_name("photos.js")


class Photographer:
    """One role in a separate browser context, logged in if the role has a password."""

    def __init__(self, browser: Browser, plan: dict, role: str, passwords: dict[str, str]) -> None:
        self.url, self.role, self.folder = plan["url"], role, Path(plan["photos"])
        self.moved = {re.compile(old): new for old, new in plan["moved"].items()}
        context = browser.new_context(
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            reduced_motion="reduce",
            bypass_csp=True,
            viewport={"width": WIDTHS[0], "height": 900},
        )
        context.add_init_script(path=HELPERS)
        context.clock.set_fixed_time("2027-03-09T10:00:00")
        self.page: Page = context.new_page()
        self.page.set_default_timeout(60_000)
        if role in passwords:
            self._log_in(passwords[role])

    def _log_in(self, password: str) -> None:
        self.page.goto(f"{self.url}/logga-in/")
        self.page.fill("input[name=login]", self.role)
        self.page.fill("input[name=password]", password)
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "/logga-in" not in url)

    def find(self, before: Counter[str]) -> list[dict[str, str]]:
        """Walk along the links from the first page, and photograph a few pages of each kind.

        `before` counts, for each kind, the roles that have photographed it.
        """
        found, kinds, seen, waiting = [], Counter(), {"/"}, Counter()
        queue = [("/", "/")]
        for path, via in queue:  # the loop adds to the queue
            kind = self._take(path, via)
            kinds[kind] += 1
            name = f"{self.role} {kind}" + (f" {kinds[kind]}" if kinds[kind] > 1 else "")
            self._photograph(name)
            found.append({"role": self.role, "name": name, "path": path, "via": via})
            seen.add(self._path(self.page.url))
            for link in [*self._links(), "/finns-inte/"]:
                kind = self._kind(link)
                if link not in seen and before[kind] < MOST_ROLES and waiting[kind] < SEVERAL.get(kind, 1):
                    seen.add(link)
                    waiting[kind] += 1
                    queue.append((link, path))
        before.update(kinds.keys())
        return found

    def again(self, page: dict[str, str]) -> None:
        """Photograph in B a page that was found in A."""
        self._take(page["path"], page["via"])
        self._photograph(page["name"])

    def _take(self, path: str, via: str) -> str:
        """Open a page and return its kind. If its path has a random id, which only A has, use the link on `via`."""
        if re.search(RANDOM, path):
            self._open(via)
            path = next((link for link in self._links() if self._kind(link) == self._kind(path)), path)
        self._open(path)
        return self._kind(self._path(self.page.url))

    def _open(self, path: str) -> None:
        """Open a path at its new address or, if this revision does not have that, at the old one."""
        moved = self._moved(path)
        answer = self.page.goto(self.url + moved, wait_until="load")
        if moved != path and answer.status == 404:
            self.page.goto(self.url + path, wait_until="load")

    def _moved(self, path: str) -> str:
        for old, new in self.moved.items():
            path = old.sub(new, path)
        return path

    def _kind(self, path: str) -> str:
        """The kind of a page: its path, with N for each row number."""
        return NUMBER.sub("N", self._moved(path))

    def _path(self, url: str) -> str:
        return urlsplit(url).path

    def _links(self) -> list[str]:
        """List the paths of the portal's pages that this page links to."""
        inside = [link for link in self.page.evaluate("bilder.links()") if link.startswith(f"{self.url}/")]
        return [path for path in map(self._path, inside) if not NO_PAGE.match(path)]

    def _photograph(self, name: str) -> None:
        """Save a picture of the open page for each width."""
        self.page.add_style_tag(content=STYLE)
        self.page.evaluate("bilder.steady()")
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.evaluate("bilder.settled()")
            self.page.screenshot(path=self.folder / file_of(name, width), full_page=True, animations="disabled")
        self.page.set_viewport_size({"width": WIDTHS[0], "height": 900})


def file_of(name: str, width: int) -> str:
    """Name a picture's file."""
    return f"{re.sub('[^a-zåäö0-9N]+', '-', name).strip('-')}_{width}.png"


def main(plan: dict) -> None:
    """Photograph one side: A follows links, B opens the pages that A found."""
    passwords = dict(re.findall(r"^ +(\S+) +(\S+)", plan["logins"], re.MULTILINE))
    Path(plan["photos"]).mkdir(parents=True)
    known = [] if plan["find"] else json.loads(Path(plan["pages"]).read_text(encoding="utf-8"))
    pages: list[dict[str, str]] = []
    roles_of: Counter[str] = Counter()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for role in ROLES:
            eye = Photographer(browser, plan, role, passwords)
            mine = [page for page in known if page["role"] == role]
            for page in mine:
                eye.again(page)
            pages += mine or eye.find(roles_of)
            eye.page.context.close()
            say(f"  {role}: {sum(page['role'] == role for page in pages)} sidor")
        browser.close()
    Path(plan["pages"]).write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(json.loads(sys.argv[1]))
