"""How gunicorn serves: one process, several threads, on the port that the settings name."""

import ctypes
from typing import Any

from ppid.settings import load_settings

ONE_ARENA, TRIM_THRESHOLD = -8, -1  # M_ARENA_MAX and M_TRIM_THRESHOLD of malloc.h

_settings = load_settings()

bind = f"127.0.0.1:{_settings.port}"
workers = 1
threads = _settings.threads
worker_class = "gthread"
worker_tmp_dir = "/dev/shm"  # noqa: S108 - the heartbeat file, in memory
timeout = 60
graceful_timeout = 20
keepalive = 15
loglevel = "warning"


def post_worker_init(worker: Any) -> None:  # noqa: ANN401 - gunicorn carries no types
    """Take up the jobs that waited, or were cut short, and look for what is due by itself."""
    from ppid.jobs.runner import start_queue  # noqa: PLC0415 - the master needs none of it
    from ppid.mail.rounds import start_rounds  # noqa: PLC0415 - as above

    start_queue(worker.wsgi)
    start_rounds(worker.wsgi)


def worker_exit(_server: object, _worker: object) -> None:
    """Leave what is at work to be taken up again by the next process."""
    from ppid.jobs.runner import stop_jobs  # noqa: PLC0415 - see post_worker_init

    stop_jobs()


def post_fork(_server: object, _worker: object) -> None:
    """Keep the worker small: one heap for its threads, given back when it is free.

    The C library gives each thread a heap of its own and seldom gives memory back; a register of
    100,000 entries then holds 80 MB instead of 51. Where there is no glibc nothing is changed.
    """
    glibc = ctypes.CDLL(None)
    if hasattr(glibc, "mallopt"):
        glibc.mallopt(ONE_ARENA, 1)
        glibc.mallopt(TRIM_THRESHOLD, 128 * 1024)
