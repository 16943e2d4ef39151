"""The pages of the edition for oneself, as files of the archive's cache. Nothing outside that folder is ever read."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".xml": "application/xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".jsonl": "application/x-ndjson; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}


class Site:
    """Where the pages stand; set once when the server opens."""

    folder: Path | None = None


@require_safe
def show(request: HttpRequest, path: str) -> HttpResponseBase:
    """One page or data file."""
    if Site.folder is None:
        raise Http404
    root = Site.folder.resolve()
    wanted = (root / (path or "index.html")).resolve()
    if wanted.is_dir():
        wanted = wanted / "index.html"
    if not wanted.is_relative_to(root) or not wanted.is_file():
        raise Http404
    kind = _TYPES.get(wanted.suffix)
    response = FileResponse(wanted.open("rb"), content_type=kind or "application/octet-stream")
    if kind is None or wanted.suffix in (".jsonl", ".csv"):
        response["Content-Disposition"] = f"attachment; {urlencode({'filename': wanted.name})}"
    return response
