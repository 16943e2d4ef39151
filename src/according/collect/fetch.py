"""One web address to bytes. Connects to the address it checked, with limits on bytes, time and redirects; only public addresses."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from according.domain.capture import Found
from according.errors import Unreachable

AGENT = "According (source-critical archive; fetched at a person's request)"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost."""

    max_bytes: int = 32 * 1024 * 1024
    seconds: float = 60.0
    redirects: int = 5


# Networks that `ipaddress.is_global` lets through although they lead to inside addresses.
_TUNNELS = tuple(
    ipaddress.ip_network(net)
    for net in (
        "2002::/16",
        "64:ff9b::/96",
        "64:ff9b:1::/48",
        "2001::/32",
        "::/96",
        "fec0::/10",
        "::ffff:0:0/96",
        "192.88.99.0/24",
    )
)


def is_public_address(address: str) -> bool:
    """Whether an IP address is one of the open network, in no disguise (mapped, tunnelled, multicast, reserved)."""
    try:
        parsed: Address = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if parsed.is_multicast or parsed.is_reserved or parsed.is_unspecified or not parsed.is_global:
        return False
    return not any(parsed.version == net.version and parsed in net for net in _TUNNELS)


def fetch(
    address: str,
    *,
    limits: Limits = Limits(),
    resolve: Callable[[str, int], Iterable[str]] | None = None,
    allowed: Callable[[str], bool] = is_public_address,
    ports: tuple[int, ...] | None = (80, 443),
) -> Found:
    """The bytes at an address. `ports=None` admits any port.

    Raises Unreachable, with one sentence that names the repair, for anything that keeps the page from coming whole.
    """
    ends = time.monotonic() + limits.seconds
    current = address
    for _ in range(limits.redirects + 1):
        parts = _checked_parts(current, ports)
        response, connection = _ask(parts, resolve or _resolve, allowed, ends)
        try:
            if response.status in (301, 302, 303, 307, 308):
                target = response.getheader("Location")
                if not target:
                    raise Unreachable(
                        f"{_host(address)} redirects to nowhere; save the page as a file and add that.",
                        address=address,
                    )
                current = urljoin(current, target)
                continue
            if response.status != 200:
                raise Unreachable(
                    f"{_host(address)} answered {response.status} {response.reason}; check the address, or save the page and add the file.",
                    status=response.status,
                )
            content = _body(response, limits, ends, _host(address))
            headers = tuple(
                (name, value) for name, value in response.getheaders() if name.lower() not in ("set-cookie",)
            )
            return Found(
                content,
                origin=address,
                media_hint=response.getheader("Content-Type"),
                address=address,
                headers=headers,
                final_address=current if current != address else None,
                modified=response.getheader("Last-Modified"),
            )
        except (OSError, http.client.HTTPException, zlib.error) as error:
            if isinstance(error, Unreachable):
                raise
            raise Unreachable(f"{_host(address)} broke off the answer; try again later.", address=address) from error
        finally:
            connection.close()
    raise Unreachable(
        f"{_host(address)} redirects more than {limits.redirects} times; save the page as a file and add that."
    )


def _host(address: str) -> str:
    return urlsplit(address).hostname or "That address"


def _checked_parts(address: str, ports: tuple[int, ...] | None) -> SplitResult:
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise Unreachable("That web address is not well formed; copy it again from the browser.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unreachable("Only http and https addresses can be fetched; save other things as files and add those.")
    if parts.username or parts.password:
        raise Unreachable(
            "Addresses with a user name or password in them are not fetched; save the page and add the file."
        )
    if ports is not None and (port or _default_port(parts)) not in ports:
        raise Unreachable(f"Port {port} is not fetched, only the web's own (80, 443); save the page and add the file.")
    return parts


def _default_port(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _resolve(host: str, port: int) -> Iterable[str]:
    for *_, sockaddr in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        yield str(sockaddr[0])


def _ask(
    parts: SplitResult,
    resolve: Callable[[str, int], Iterable[str]],
    allowed: Callable[[str], bool],
    ends: float,
) -> tuple[http.client.HTTPResponse, http.client.HTTPConnection]:
    host = (
        (parts.hostname or "").encode("idna").decode("ascii")
        if not _is_ip(parts.hostname or "")
        else (parts.hostname or "")
    )
    port = parts.port or _default_port(parts)
    try:
        found = list(dict.fromkeys(resolve(host, port)))
    except OSError as error:
        raise Unreachable(
            f"{parts.hostname} is not known on the network; check the address and the connection."
        ) from error
    if not found or not all(allowed(ip) for ip in found):
        raise Unreachable(
            f"{parts.hostname} is not on the open network and is not fetched; save the page and add the file."
        )
    last: Exception | None = None
    for ip in found:
        left = ends - time.monotonic()
        if left <= 0:
            break
        try:
            raw = socket.create_connection((ip, port), timeout=min(left, 15))
            if parts.scheme == "https":
                raw = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
            connection = http.client.HTTPConnection(host, port)
            connection.sock = raw
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            name = host if port == _default_port(parts) else f"{host}:{port}"
            connection.putrequest("GET", _ascii(target), skip_host=True, skip_accept_encoding=True)
            for header, value in (
                ("Host", name),
                ("User-Agent", AGENT),
                ("Accept-Encoding", "gzip, identity"),
                ("Connection", "close"),
            ):
                connection.putheader(header, value)
            connection.endheaders()
            return connection.getresponse(), connection
        except (OSError, http.client.HTTPException) as error:
            last = error
    raise Unreachable(
        f"{parts.hostname} does not answer; try again later, or save the page and add the file."
    ) from last


def _ascii(target: str) -> str:
    from urllib.parse import quote

    return quote(target, safe="/%?&=+:;,@!$'()*~#[]-._")


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _body(response: http.client.HTTPResponse, limits: Limits, ends: float, host: str) -> bytes:
    unzip = zlib.decompressobj(31) if (response.getheader("Content-Encoding") or "").lower() == "gzip" else None
    out = bytearray()
    while True:
        if time.monotonic() > ends:
            raise Unreachable(f"{host} took longer than {limits.seconds:.0f} seconds; save the page and add the file.")
        piece = response.read1(65536)
        if not piece:
            break
        out += unzip.decompress(piece, limits.max_bytes + 1 - len(out)) if unzip else piece
        if len(out) > limits.max_bytes:
            raise Unreachable(
                f"{host} sent more than {limits.max_bytes // 1024 // 1024} MB; save the page and add the file."
            )
    expected = response.length
    if (unzip and not unzip.eof) or expected:
        raise Unreachable(f"{host} broke off the answer; try again later.")
    return bytes(out)
