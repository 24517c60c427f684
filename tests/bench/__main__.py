"""``python -m tests.bench``: what the register costs with many entries, as tables for README."""

import argparse
import time
from pathlib import Path

from tests.bench.generating import prepare
from tests.bench.searching import measure_search
from tests.bench.serving import measure_pages, measure_start

PARTS = ("search", "pages", "start")
FOLDER = Path(__file__).resolve().parents[2] / "build" / "bench"


def main() -> None:
    """Measure the parts that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--only", default=",".join(PARTS), help="search,pages,start")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    options = parser.parse_args()
    wanted = options.only.split(",")
    began = time.monotonic()
    settings = prepare(options.folder / str(options.entries), options.entries)
    print(f"\n## {options.entries:,} entri\n".replace(",", "."))
    if "search" in wanted:
        print("### Pencarian (ms)\n\n" + measure_search(settings))
    if "pages" in wanted:
        print("### Halaman\n\n" + measure_pages(settings))
    if "start" in wanted:
        print("### Mulai dan memori\n\n" + measure_start(settings))
    print(f"Selesai dalam {time.monotonic() - began:.0f} detik.")


main()
