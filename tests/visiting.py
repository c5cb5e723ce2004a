"""Asking the page as a signed-in browser does, without a browser."""

from __future__ import annotations

import re
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_LINE = re.compile(r'<li class="line">')


class Visitor:
    """Signed in from the start; AssertionError where the page does not let it in."""

    def __init__(self, address: str, name: str, password: str) -> None:
        self._address = address
        self._opener = build_opener(HTTPCookieProcessor(CookieJar()))
        found = _TOKEN.search(self.get("/sign-in"))
        assert found, "no sign-in form"
        answer = self.get("/sign-in", {"name": name, "password": password, "csrf_token": found[1]})
        assert 'role="search"' in answer or 'type="search"' in answer, "not signed in"

    def get(self, path: str, form: dict[str, str] | None = None) -> str:
        """The page at `path`, after redirects; with `form` it is posted."""
        data = urlencode(form).encode() if form is not None else None
        with self._opener.open(f"{self._address}{path}", data, timeout=30) as answer:
            return str(answer.read().decode())

    def finds(self, words: str) -> int:
        """How many documents the first page of results shows."""
        return len(_LINE.findall(self.get("/search?" + urlencode({"q": words}))))
