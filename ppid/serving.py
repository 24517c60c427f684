"""How gunicorn serves: one process, several threads, on the port that the settings name."""

from ppid.settings import load_settings

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
