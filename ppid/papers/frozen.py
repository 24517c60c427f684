"""A frozen paper on screen: the same words, dressed for reading instead of printing.

Only one text is frozen, the one that is printed. The page on screen is made from it by adding what
the eye needs and taking away what only the printer does; no word of the paper is touched.
"""

import re

from flask import render_template
from markupsafe import Markup

from ppid.papers.composing import Screen

_PRINT_FONT = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'


def on_screen(html: str, screen: Screen) -> str:
    """The page of a paper from its frozen HTML, leading back and to its PDF."""
    head, style_end, rest = html.partition("</style>")
    plain = _PRINT_FONT.sub("", head).replace("<head>", f"<head>\n{_VIEWPORT}", 1)
    body = rest.replace("<body>", f"<body>\n{_bar(screen)}", 1)
    return f"{plain}{render_template('print/_screen.html')}{style_end}{body}"


def _bar(screen: Screen) -> Markup:
    return Markup(
        '<p class="bar"><a href="{}">‹ Kembali</a> <a href="{}">Unduh PDF</a></p>'
    ).format(screen.back, screen.pdf)
