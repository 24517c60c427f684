"""Register of excluded information of Indonesian public bodies."""

from flask import Flask

from ppid.settings import Settings, load_settings

__version__ = "0.1.0"


def create_app(settings: Settings | None = None) -> Flask:
    """Put the program together: each part in order, nothing else."""
    from ppid import assembly  # noqa: PLC0415 - the version is read without loading the program

    chosen = settings or load_settings()
    app = assembly.make_flask(chosen)
    assembly.open_database(app, chosen)
    assembly.add_web(app, chosen)
    assembly.add_features(app)
    assembly.add_commands(app)
    return app
