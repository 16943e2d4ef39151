"""`open` lets in the browser that brought the link, once, and nobody else."""

from __future__ import annotations

import http.client
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SERVE = """
import sys; from pathlib import Path; from according.web.server import open_site
open_site(Path(sys.argv[1]), port=0, browser=False, say=lambda line: print(line, flush=True))
"""


class Browser:
    """One server, asked over the loopback address."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token

    def ask(
        self, path: str, cookie: str | None = None, host: str | None = None, method: str = "GET"
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Host": host or f"127.0.0.1:{self.port}"} | ({"Cookie": f"according={cookie}"} if cookie else {})
        connection.request(method, path, headers=headers)
        return connection.getresponse()


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    site = tmp_path / "site"
    (site / "people").mkdir(parents=True)
    (site / "index.html").write_text("<p>the case</p>")
    (site / "data.jsonl").write_text("{}")
    (site / "odd.svgz").write_text("<script>")
    (tmp_path / "secret.txt").write_text("outside")
    served = subprocess.Popen([sys.executable, "-c", SERVE, str(site)], stdout=subprocess.PIPE, text=True)
    assert served.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)/enter\?token=(\S+)", served.stdout.readline())
    assert found
    yield Browser(int(found[1]), found[2])
    served.terminate()
    served.wait()


def test_the_link_works_once_and_gives_a_cookie_no_script_can_read(browser: Browser) -> None:
    assert browser.ask("/index.html").status == 403
    assert browser.ask(f"/enter?token={browser.token}x").status == 403
    entered = browser.ask(f"/enter?token={browser.token}")
    told = entered.getheader("Set-Cookie") or ""
    assert entered.status == 302 and "HttpOnly" in told and "SameSite=Strict" in told
    assert browser.ask(f"/enter?token={browser.token}").status == 403
    cookie = told.split(";")[0].split("=", 1)[1]
    page = browser.ask("/", cookie)
    assert page.status == 200 and page.read() == b"<p>the case</p>"
    policy = page.getheader("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy and "script-src" not in policy and "unsafe" not in policy
    assert page.getheader("X-Content-Type-Options") == "nosniff" and page.getheader("Referrer-Policy") == "no-referrer"
    for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/people/", "/nothing.html", "/..%5csecret.txt"):
        answer = browser.ask(path, cookie)
        assert answer.status == 404 and b"outside" not in answer.read()
    assert "attachment" in (browser.ask("/data.jsonl", cookie).getheader("Content-Disposition") or "")
    assert browser.ask("/odd.svgz", cookie).getheader("Content-Type") == "application/octet-stream"
    assert browser.ask("/", cookie, method="POST").status in (403, 405)


def test_another_name_for_this_machine_is_refused(browser: Browser) -> None:
    assert browser.ask(f"/enter?token={browser.token}", host="evil.example").status == 400
    assert browser.ask(f"/enter?token={browser.token}").status == 302
