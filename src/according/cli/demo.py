"""`according demo`: the example case, built and published, with a summary of what is in it."""

from __future__ import annotations

from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Build the example in a new folder and print what was found."""
    parser = arguments(
        "demo", "Build a case from the example that comes with According and publish its site.", folder=False
    )
    parser.add_argument(
        "folder", nargs="?", default="demo-case", metavar="FOLDER", help="the archive (default demo-case)"
    )
    parser.add_argument("site", nargs="?", default="demo-site", metavar="SITE", help="its site (default demo-site)")
    told = parser.parse_args(args)
    from according.flow.demo import build_demo

    print("\n".join(build_demo(Path(told.folder), Path(told.site))))
    return 0
