"""`according add FOLDER SOURCE…`: the whole way, with a ledger at the end."""

from __future__ import annotations

import sys
from pathlib import Path

from according.cli.arguments import arguments


def run(args: list[str]) -> int:
    """Add sources. Exit code 2 when something named gave nothing; everything good is kept."""
    parser = arguments("add", "Add files, folders, web addresses or pasted text; read, compare and reconcile them.")
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="+", help="file, folder, http(s) address, or - for standard input"
    )
    parser.add_argument("--outlet", help="who printed these, where the files do not say: a name or an address")
    parser.add_argument("--quiet", action="store_true", help="no progress")
    told = parser.parse_args(args)
    from according.collect import is_address
    from according.domain.document import Outlet
    from according.flow.adding import add_sources
    from according.flow.folder import CaseFolder
    from according.flow.progress import Progress

    outlet = None
    if told.outlet:
        outlet = Outlet(told.outlet, told.outlet if "." in told.outlet and " " not in told.outlet else None)
    sites = sorted({source.split("/")[2] for source in told.sources if is_address(source) and source.count("/") >= 2})
    if sites:
        print(f"Fetching from {', '.join(sites)}: they will see this machine's network address.", file=sys.stderr)
    with CaseFolder(Path(told.folder), write=True) as folder:
        ledger = add_sources(folder, told.sources, outlet=outlet, progress=Progress(quiet=told.quiet))
    print("\n".join(ledger.lines()), file=sys.stderr)
    return 2 if ledger.is_failure else 0
