"""Files of a large register are made beside the requests, and nobody can have too many made."""

import csv
import gzip
import io
import os
import time
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from ppid import clock
from ppid.audit.actions import CommandLine
from ppid.jobs.models import Job
from ppid.jobs.runner import run_waiting
from ppid.public import kept_files, preparing
from ppid.public.open_files import open_file
from ppid.public.site_views import count_parts
from ppid.register.models import Entry
from ppid.register.public_wording import PublicTexts
from ppid.register.public_wording_actions import review_public_wording

CLERK = CommandLine()


@pytest.fixture
def large(demo: Flask) -> Flask:
    """A register that is too large for its files to be made while one waits."""
    demo.config[preparing.AT_ONCE] = 3
    run_waiting(demo)
    return demo


def get(app: Flask, path: str, **headers: str) -> TestResponse:
    return app.test_client().get(path, headers=headers, buffered=True)


def folder(app: Flask) -> Path:
    return app.config["SETTINGS"].data_dir / "data-terbuka"


def waiting() -> int:
    kinds = (preparing.KIND, preparing.KIND_OF_DAYS)
    return Job.select().where(Job.finished_at.is_null(), Job.kind.in_(kinds)).count()


def reword(title: str) -> None:
    entry = Entry.get(Entry.number == "DIK-0004")
    review_public_wording(CLERK, entry_id=entry.id, texts=PublicTexts(title))


def test_who_comes_before_the_file_is_made_gets_a_page_that_asks_again_by_itself(
    large: Flask,
) -> None:
    answer = get(large, "/dik.csv")

    assert answer.status_code == 503
    assert int(answer.headers["Retry-After"]) > 0
    assert answer.headers["Cache-Control"] == "no-store"
    assert 'http-equiv="refresh"' in answer.text
    assert "Set-Cookie" not in answer.headers
    assert "<script" not in answer.text


def test_once_made_the_file_is_given_whole(large: Flask) -> None:
    get(large, "/dik.csv")
    run_waiting(large)

    answer = get(large, "/dik.csv")

    assert answer.status_code == 200
    assert list(csv.reader(io.StringIO(answer.text)))[1][0] == "DIK-0001"


@pytest.mark.parametrize(
    "path",
    ["/dik.csv?pemisah=titik-koma", "/dik.xlsx", "/dik.json", "/dik.json?sejak=2025-01-01"],
)
def test_a_file_made_beside_is_the_same_as_one_made_at_once(large: Flask, path: str) -> None:
    get(large, path)
    run_waiting(large)
    beside = get(large, path)
    for made in folder(large).iterdir():
        made.unlink()
    large.config[preparing.AT_ONCE] = 10_000

    at_once = get(large, path)

    assert beside.status_code == at_once.status_code == 200
    assert beside.headers["ETag"] == at_once.headers["ETag"]
    assert beside.headers["Content-Disposition"] == at_once.headers["Content-Disposition"]
    assert path == "/dik.xlsx" or beside.data == at_once.data


def test_while_a_newer_file_is_made_the_last_one_is_given(large: Flask) -> None:
    get(large, "/dik.json")
    run_waiting(large)
    reword("Judul yang lebih baru")

    meanwhile = get(large, "/dik.json")
    run_waiting(large)
    after = get(large, "/dik.json")

    assert meanwhile.status_code == after.status_code == 200
    assert "Judul yang lebih baru" not in meanwhile.text
    assert "Judul yang lebih baru" in after.text
    assert meanwhile.headers["ETag"] != after.headers["ETag"]
    assert meanwhile.cache_control.max_age < after.cache_control.max_age


def test_a_file_older_than_an_hour_stands_for_nothing(large: Flask) -> None:
    get(large, "/dik.csv")
    run_waiting(large)
    long_ago = time.time() - kept_files.EARLIER_SECONDS - 1
    for made in folder(large).iterdir():
        os.utime(made, (long_ago, long_ago))
    reword("Judul yang lebih baru")

    assert get(large, "/dik.csv").status_code == 503


def test_a_file_made_yesterday_stands_for_nothing_today(
    large: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_files, "EARLIER_SECONDS", 7 * 86_400)
    get(large, "/dik.csv")
    run_waiting(large)
    reword("Judul yang lebih baru")
    made_today = get(large, "/dik.csv").status_code
    yesterday = time.time() - 86_400
    for made in folder(large).iterdir():
        os.utime(made, (yesterday, yesterday))

    assert (made_today, get(large, "/dik.csv").status_code) == (200, 503)


def test_a_file_of_yesterday_made_today_stands_for_nothing_either(large: Flask) -> None:
    yesterday = open_file("csv", clock.today() - timedelta(days=1))
    with large.test_request_context():
        kept_files.make_kept(yesterday, kept_files.stamp_of(yesterday))

        assert kept_files.find_earlier(yesterday)
        assert kept_files.find_earlier(open_file("csv", clock.today())) is None


def test_the_same_file_asked_for_by_many_is_made_once(large: Flask) -> None:
    for _each in range(5):
        get(large, "/dik.csv")

    assert waiting() == 1


def test_a_stranger_cannot_have_the_archives_of_many_days_made(large: Flask) -> None:
    today = clock.today()
    made = 0
    for days in range(30):
        get(large, f"/arsip/{today - timedelta(days=days)}.zip")
        get(large, f"/dik.json?sejak={today - timedelta(days=days)}")
        assert waiting() <= 1
        made += run_waiting(large)

    assert made <= preparing.MOST_AN_HOUR[preparing.KIND_OF_DAYS]


def test_files_of_many_days_push_out_no_file_of_today(demo: Flask) -> None:
    get(demo, "/dik.csv")
    today = [path.name for path in folder(demo).iterdir()]
    for days in range(12):
        get(demo, f"/arsip/{clock.today() - timedelta(days=days)}.zip")

    names = [path.name for path in folder(demo).iterdir()]

    assert set(today) <= set(names)
    assert len(names) == len(today) + kept_files.KEPT_OF_DAYS


def test_a_file_that_could_not_be_made_leaves_nothing_behind(
    demo: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    get(demo, "/dik.csv")
    before = sorted(folder(demo).iterdir())
    monkeypatch.setattr("ppid.public.files.schema", lambda: {"not": {"json"}})

    assert get(demo, f"/arsip/{clock.today()}.zip").status_code == 500
    assert sorted(folder(demo).iterdir()) == before


def test_a_map_of_the_site_travels_packed_and_is_not_made_again(demo: Flask) -> None:
    first = get(demo, "/sitemap/1.xml", **{"Accept-Encoding": "gzip"})
    known = get(demo, "/sitemap/1.xml", **{"If-None-Match": first.headers["ETag"]})

    assert first.headers["Content-Encoding"] == "gzip"
    assert "Content-Disposition" not in first.headers
    assert gzip.decompress(first.data).startswith(b"<?xml")
    assert known.status_code == 304


def test_each_address_of_the_site_has_a_map_of_its_own(demo: Flask) -> None:
    one = demo.test_client().get("/sitemap/1.xml", base_url="https://satu.contoh.invalid").text
    other = demo.test_client().get("/sitemap/1.xml", base_url="https://dua.contoh.invalid").text

    assert "https://satu.contoh.invalid/dik/DIK-0001" in one
    assert "satu.contoh" not in other


@pytest.mark.parametrize(("entries", "maps"), [(0, 1), (49_000, 1), (49_001, 2), (100_000, 3)])
def test_so_many_entries_need_so_many_maps(entries: int, maps: int) -> None:
    assert count_parts(entries) == maps
