"""Serving one machine's own user: a random port on the loopback address, a link that works once, until interrupted."""

from __future__ import annotations

import os
import socketserver
import webbrowser
from collections.abc import Callable
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

from according.errors import Conflict


class _Server(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    """Answers without writing addresses to the screen: they can hold names."""

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


def open_site(folder: Path, *, port: int, browser: bool, say: Callable[[str], None]) -> None:
    """Serve `folder` until interrupted. Raises Conflict when the port is taken."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "according.web.settings"
    from django.core.wsgi import get_wsgi_application

    from according.web.guard import keys
    from according.web.pages import Site

    Site.folder = folder
    application = get_wsgi_application()
    try:
        server = _Server(("127.0.0.1", port), _Quiet)
    except OSError as error:
        raise Conflict(f"Port {port} is taken; name another with --port or leave it out.") from error
    server.set_app(application)
    address = f"http://127.0.0.1:{server.server_port}/enter?token={keys.token}"
    say(f"Open {address}")
    say("The link works once, in one browser. Stop with Ctrl-C.")
    if browser:
        webbrowser.open(address)
    with server:
        server.serve_forever()
