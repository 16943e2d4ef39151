"""Who may see a page: the browser that brought the one-time token, through the address this server was opened at."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect

COOKIE = "according"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Keys:
    """One token that works once, and the cookie value it is exchanged for. Kept in memory only."""

    def __init__(self) -> None:
        self.token: str | None = secrets.token_urlsafe(32)
        self.cookie = secrets.token_urlsafe(32)

    def exchange(self, offered: str) -> bool:
        """Use the token up; whether it was right."""
        if self.token is None or not hmac.compare_digest(self.token.encode(), offered.encode()):
            return False
        self.token = None
        return True


keys = Keys()


class Guard:
    """Turns away every request without the cookie; sets what no page may leave out."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or refuse with one sentence."""
        response = self._let_in(request)
        response["Content-Security-Policy"] = POLICY
        response["Cache-Control"] = "no-store"
        response["Cross-Origin-Opener-Policy"] = "same-origin"
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        return response

    def _let_in(self, request: HttpRequest) -> HttpResponse:
        request.get_host()  # raises for a name that is not this machine's, before the token can be used up
        if request.path == "/enter":
            if not keys.exchange(request.GET.get("token", "")):
                return HttpResponseForbidden(
                    "This link was used already. Close this page and run 'according open' again."
                )
            entered = HttpResponseRedirect("/index.html")
            entered.set_cookie(COOKIE, keys.cookie, httponly=True, samesite="Strict")
            return entered
        if not hmac.compare_digest(request.COOKIES.get(COOKIE, "").encode(), keys.cookie.encode()):
            return HttpResponseForbidden("Open this case with 'according open'; its link lets your browser in.")
        return self.answer(request)
