"""The audit trail, for administrators and auditors: who did what, newest first."""

from flask import Blueprint, Flask, render_template, request
from flask_wtf import FlaskForm
from wtforms import StringField

from tracker.domain.access import Permission
from tracker.services import audit
from tracker.services.audit import Wanted
from tracker.texts import later
from tracker.web import site, trail_words
from tracker.web.site import requires

PAGE = 50

blueprint = Blueprint("trail", __name__)


class TrailForm(FlaskForm):  # type: ignore[misc]
    """Which entries are shown. It changes nothing, so it carries no token."""

    class Meta:
        """No token in an address."""

        csrf = False

    by = StringField(later("Who"))
    act = StringField(later("What was done"))


@blueprint.get("/admin/audit")
@requires(Permission.READ_AUDIT)
def entries() -> str:
    """Show entries of the audit trail, newest first."""
    form = TrailForm(request.args)
    wanted = Wanted(
        act=(form.act.data or "").strip(),
        by=(form.by.data or "").strip(),
        before=request.args.get("before", type=int),
    )
    with site.runtime().looking() as session:
        rows = audit.entries(session, wanted, limit=PAGE + 1)
        head = audit.head(session)
        names = trail_words.officers_named(session, rows)
    return render_template(
        "admin/audit.html",
        form=form,
        entries=[(row, trail_words.objects_in_words(row.objects, names)) for row in rows[:PAGE]],
        is_more=len(rows) > PAGE,
        head=head,
    )


def install(app: Flask) -> None:
    """Add the page."""
    app.register_blueprint(blueprint)
