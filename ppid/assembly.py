"""The parts of the program, as ``create_app`` puts them together."""

from datetime import timedelta
from pathlib import Path

from flask import Flask
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from ppid import __version__, clock
from ppid.accounts import access, audit_views, home, sessions
from ppid.accounts import views as accounts_views
from ppid.cases import views as cases_views
from ppid.cli import COMMANDS
from ppid.db import connect_database
from ppid.desk import views as desk_views
from ppid.exchange import views as exchange_views
from ppid.handbook import views as handbook_views
from ppid.jobs import views as jobs_views
from ppid.legal_bases import views as legal_bases_views
from ppid.mail import views as mail_views
from ppid.office import views as office_views
from ppid.papers import bundle_views, check_views, signed_views
from ppid.papers import views as papers_views
from ppid.public import views as public_views
from ppid.register import views as register_views
from ppid.register import worklist_views
from ppid.reminders import daily
from ppid.settings import Settings
from ppid.texts import views as texts_views
from ppid.web import assets, compression, errors, filters, headers, htmx, navigation, rich_text
from ppid.web.guard import install_guard
from ppid.yearly import views as yearly_views

FEATURES = (
    home,
    accounts_views,
    audit_views,
    jobs_views,
    mail_views,
    office_views,
    texts_views,
    legal_bases_views,
    handbook_views,
    register_views,
    worklist_views,
    exchange_views,
    cases_views,
    papers_views,
    desk_views,
    bundle_views,
    public_views,
    yearly_views,
    signed_views,
    check_views,
    daily,
)

ROOT = Path(__file__).resolve().parent.parent


def make_flask(settings: Settings) -> Flask:
    """The bare application with its configuration."""
    app = Flask("ppid", root_path=str(ROOT / "ppid"), template_folder=str(ROOT / "templates"))
    app.static_folder = str(ROOT / "static")
    app.config.update(
        SECRET_KEY=settings.signing_key(),
        SESSION_COOKIE_NAME="ppid",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=not settings.development,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=settings.session_hours),
        MAX_CONTENT_LENGTH=settings.upload_limit_mb * 1024 * 1024,
        MAX_FORM_MEMORY_SIZE=4 * 1024 * 1024,
        MAX_FORM_PARTS=5000,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_I18N_ENABLED=False,
        SETTINGS=settings,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["program_version"] = __version__
    return app


def open_database(app: Flask, settings: Settings) -> None:
    """Bind the models to the register's file and set the office's clock."""
    clock.set_offset(settings.offset)
    app.extensions["ppid_database"] = connect_database(settings.database_path)


def add_web(app: Flask, settings: Settings) -> None:
    """Glue: sessions, guard, htmx, forms, errors, headers, static files."""
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]  # WSGI middleware is put on so
    CSRFProtect(app)
    sessions.init_app(app)
    for part in (compression, htmx, headers, errors, filters, rich_text):
        part.init_app(app)
    navigation.init_app(app, access.may)
    assets.init_app(app, ROOT / "static", settings.data_dir / "static")


def add_features(app: Flask) -> None:
    """The features, then the guard, which closes every view that carries no mark."""
    for feature in FEATURES:
        feature.init_app(app)
    install_guard(app, may=access.may, sign_in_endpoint="accounts.sign_in")


def add_commands(app: Flask) -> None:
    """One command group per noun."""
    for group in COMMANDS:
        app.cli.add_command(group)
