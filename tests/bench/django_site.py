"""A minimal Django site over the register's file: the list and the search, read with plain SQL.

``/daftar`` gives the rows and how many there are; ``/lengkap`` also counts the filters beside
them, as the register's own page does. Run by the bench in an environment that has Django.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

import pysqlite3

sys.modules["sqlite3"] = pysqlite3  # the register's own SQLite
sys.modules["sqlite3.dbapi2"] = pysqlite3.dbapi2

import django  # noqa: E402 - Django takes the driver it finds
from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.shortcuts import render  # noqa: E402
from django.urls import path  # noqa: E402

QUERIES: dict[str, str] = json.loads(Path(os.environ["BENCH_QUERIES"]).read_text())
FACETS = ("by_standing", "by_unit", "by_ground")
PAGE = 25


def show_rows(request: HttpRequest) -> HttpResponse:
    """The page without the filters' counts."""
    return render(request, "django_page.html", _page(request))


def show_whole(request: HttpRequest) -> HttpResponse:
    """The page with them."""
    asked = _asked(request)
    facets = [_ask(name, asked) for name in FACETS]
    return render(request, "django_page.html", {**_page(request), "facets": facets})


def _page(request: HttpRequest) -> dict[str, Any]:
    asked = _asked(request)
    rows = _ask("rows", asked)
    total = _ask("count", asked)[0][0]
    return {"rows": rows, "total": total, "pages": -(-total // PAGE), "q": asked.get("q", "")}


def _asked(request: HttpRequest) -> dict[str, str]:
    return {name: request.GET[name] for name in ("q", "day") if request.GET.get(name)}


def _ask(name: str, asked: dict[str, str]) -> list[Any]:
    sql = QUERIES[f"{'search' if 'q' in asked else 'list'}_{name}"]
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        return list(cursor.fetchall())


urlpatterns = [path("daftar", show_rows), path("lengkap", show_whole)]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    SECRET_KEY="b" * 48,
    MIDDLEWARE=["django.middleware.gzip.GZipMiddleware"],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [Path(__file__).parent],
        }
    ],
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": os.environ["BENCH_DATABASE"],
            "CONN_MAX_AGE": None,
            "OPTIONS": {"init_command": os.environ["BENCH_PRAGMAS"]},
        }
    },
)
django.setup()
application = get_wsgi_application()
