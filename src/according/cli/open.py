"""`according open FOLDER`: the case in a browser, for this machine's own user."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from according.cli.arguments import arguments
from according.errors import BadInput


def run(args: list[str]) -> int:
    """Make the edition for oneself in the cache and serve it until interrupted."""
    parser = arguments("open", "Look at the case in a browser on this machine. Nobody else can see it.")
    parser.add_argument("--port", type=int, default=0, help="port (else a free one)")
    parser.add_argument("--no-browser", action="store_true", help="print the address instead of opening a browser")
    told = parser.parse_args(args)
    if not 0 <= told.port <= 65535:
        raise BadInput(f"There is no port {told.port}; name one from 1024 to 65535, or leave --port out.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "according.web.settings"
    from according.flow.folder import CaseFolder
    from according.flow.publishing import publish
    from according.web.server import open_site

    with CaseFolder(Path(told.folder), write=True) as folder:
        pages = folder.cache / "open"
        publish(folder, pages, "self")
    open_site(
        pages, port=told.port, browser=not told.no_browser, say=lambda line: print(line, file=sys.stderr, flush=True)
    )
    return 0
