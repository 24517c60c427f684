"""The other renderer's child: orders in, PDF out; run by the Python that has WeasyPrint.

A line of JSON {"html": …, "base": …} is answered by a line with the length of the PDF.
"""

import json
import sys

from weasyprint import HTML


def main() -> None:
    """Answer orders until the input ends."""
    print("ready", flush=True)
    for line in sys.stdin:
        order = json.loads(line)
        made = HTML(string=order["html"], base_url=order["base"]).write_pdf()
        print(len(made), flush=True)


main()
