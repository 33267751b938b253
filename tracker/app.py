"""The web site put together: what a request meets, in order."""

import os
import secrets
from urllib.parse import urlsplit

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from jinja2 import StrictUndefined

from tracker import logs
from tracker import runtime as runtime_module
from tracker.runtime import Runtime
from tracker.settings import LOOPBACK, Settings, share_dir
from tracker.web import (
    account,
    addresses,
    attachments,
    boards,
    bulk,
    cables,
    closings,
    demo,
    faults,
    frame,
    kept_pages,
    letter_days,
    letter_links,
    mail,
    my_reminders,
    overdue,
    people,
    read_trail,
    responses,
    review,
    signin,
    spills,
    table_rows,
    task_reminders,
    tasks,
    trail,
    typed,
    units,
    watching,
    welcome,
    words,
)
from tracker.web.site import require_declared

PARTS = (  # in the order that a request meets them
    addresses,
    table_rows,
    responses,
    typed,
    signin,
    spills,
    welcome,
    words,
    frame,
    kept_pages,
    faults,
    read_trail,
    boards,
    overdue,
    bulk,
    cables,
    closings,
    review,
    attachments,
    tasks,
    task_reminders,
    my_reminders,
    letter_links,
    letter_days,
    mail,
    account,
    people,
    units,
    trail,
    watching,
    demo,
)
ROOM_FOR_A_FORM = 64 * 1024  # bytes around the text itself: field names, boundaries, file heads


def create_app(runtime: Runtime) -> Flask:
    """Return the site for a runtime. It writes no file, and holds nothing between requests."""
    app = faults.Site("tracker", template_folder=str(share_dir("templates")), static_folder=None)
    app.extensions["tracker"] = runtime
    configure(app, runtime)
    CSRFProtect(app)
    for part in PARTS:
        part.install(app)
    require_declared(app)
    return app


def hosts(settings: Settings) -> list[str] | None:
    """Return the names by which a production site may be called, None for any: links never go elsewhere."""
    if not settings.is_production:
        return None
    return [urlsplit(settings.base_url).hostname or "", *LOOPBACK]


def configure(app: faults.Site, runtime: Runtime) -> None:
    """Set the language, limits, the session's secret, and templates that stop at an unknown name."""
    largest = runtime.settings.max_text_bytes
    app.language = runtime.settings.language
    app.request_class = responses.InMemoryRequest
    app.config |= {
        "SECRET_KEY": runtime.settings.secret_key or secrets.token_hex(32),
        "MAX_CONTENT_LENGTH": 3 * largest + ROOM_FOR_A_FORM,  # a form may write a byte as three
        "MAX_FORM_MEMORY_SIZE": 3 * largest + ROOM_FOR_A_FORM,
        "TRUSTED_HOSTS": hosts(runtime.settings),
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session
        "TRAP_HTTP_EXCEPTIONS": False,
    }
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True


def production() -> Flask:
    """Return the site for this process's settings: what a production server is told to load."""
    logs.configure()
    return create_app(runtime_module.from_environment(os.environ))
