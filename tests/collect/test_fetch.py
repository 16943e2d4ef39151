"""The fetcher never reaches an inside address, and costs at most what it may."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from according.collect import Limits, fetch, is_public_address
from according.errors import Unreachable

INSIDE = [
    "127.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "192.0.2.1",
    "198.18.0.1",
    "240.0.0.1",
    "::1",
    "::",
    "fe80::1",
    "fc00::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "2002:7f00:1::",
    "64:ff9b::7f00:1",
    "64:ff9b:1::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "2001:db8::1",
    "fe80::1%eth0",
    "localhost",
    "0x7f.1",
    "127.1",
    "2130706433",
]


@pytest.mark.parametrize("address", INSIDE)
def test_inside_addresses_are_refused(address: str) -> None:
    assert not is_public_address(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
def test_open_addresses_are_let_through(address: str) -> None:
    assert is_public_address(address)


class Site(BaseHTTPRequestHandler):
    """A small site with everything that can go wrong."""

    def do_GET(self) -> None:
        pages = {
            "/page": (200, {"Content-Type": "text/html"}, b"<p>words</p>"),
            "/missing": (404, {}, b"no"),
            "/big": (200, {}, b"x" * 5000),
            "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 5_000_000)),
            "/zipped": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"zipped words")),
            "/moved": (302, {"Location": "/page"}, b""),
            "/round": (302, {"Location": "/round"}, b""),
            "/inside": (302, {"Location": "http://inside.example/secret"}, b""),
            "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        }
        status, headers, body = pages.get(self.path, (200, {}, b"cut"))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body) + (100 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


def get(port: int, path: str, **more: object) -> bytes:
    asked = {"resolve": lambda host, _: ["10.9.9.9"] if host == "inside.example" else ["127.0.0.1"]} | more
    return fetch(
        f"http://site.example:{port}{path}",
        allowed=lambda ip: ip == "127.0.0.1",
        ports=None,
        limits=Limits(max_bytes=4000, seconds=5, redirects=3),
        **asked,  # type: ignore[arg-type]
    ).content


def test_a_page_comes_whole(port: int) -> None:
    assert get(port, "/page") == b"<p>words</p>"
    assert get(port, "/moved") == b"<p>words</p>"
    assert get(port, "/zipped") == b"zipped words"


@pytest.mark.parametrize("path", ["/missing", "/big", "/bomb", "/round", "/inside", "/file", "/cut"])
def test_what_cannot_come_whole_is_one_sentence(port: int, path: str) -> None:
    with pytest.raises(Unreachable) as caught:
        get(port, path)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence


def test_the_checked_address_is_the_one_connected_to(port: int) -> None:
    asked: list[str] = []

    def flipping(host: str, _: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.9.9.9"]

    assert get(port, "/page", resolve=flipping) == b"<p>words</p>"
    assert len(asked) == 1


@pytest.mark.parametrize(
    "address",
    ["ftp://site.example/x", "http://user:word@site.example/", "http://site.example:22/", "http://[::1", "http:///x"],
)
def test_odd_addresses_are_refused_before_anything_is_asked(address: str) -> None:
    def never(*_: object) -> list[str]:
        raise AssertionError("resolved")

    with pytest.raises(Unreachable):
        fetch(address, resolve=never)


def test_one_inside_answer_spoils_a_name() -> None:
    with pytest.raises(Unreachable, match="not on the open network"):
        fetch("http://site.example/", resolve=lambda *_: ["93.184.216.34", "127.0.0.1"])
