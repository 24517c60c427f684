"""How gunicorn serves: one process, several threads, on the port that the settings name."""

import ctypes

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


def post_fork(_server: object, _worker: object) -> None:
    """Keep the worker small: one heap for its threads, given back when it is free.

    The C library gives each thread a heap of its own and seldom gives memory back; a register of
    100,000 entries then holds 80 MB instead of 51. Where there is no glibc nothing is changed.
    """
    glibc = ctypes.CDLL(None)
    if hasattr(glibc, "mallopt"):
        glibc.mallopt(ONE_ARENA, 1)
        glibc.mallopt(TRIM_THRESHOLD, 128 * 1024)
