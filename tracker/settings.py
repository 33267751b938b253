"""Settings: config/tracker.toml, then TRACKER_* variables. Every fault is listed at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from tracker.clock import parse_moment
from tracker.errors import BadSettings
from tracker.texts import CATALOGUES, marked

ENVIRONMENTS = ("development", "demo", "production")
MAIL_SCHEMES = ("smtp", "smtps", "starttls")
LOOPBACK = ("127.0.0.1", "::1", "localhost")
DATABASE_SCHEMES = ("sqlite", "postgresql", "postgresql+psycopg")
TRUE, FALSE = ("1", "true", "yes", "on"), ("0", "false", "no", "off", "")
MAY_BE_NONE = ("most_a_minute", "most_a_day", "spread_minutes", "idle_days")  # 0: no limit, no spread
NO_MORE = {  # settings of earlier versions, and what says it now
    "origin_zone": "offices that mean their own close of business have `own` under `clock` in posts.csv",
}
SHORTEST_SECRET = 32
NOTICE = marked(
    "This is a U.S. Government system for unclassified work. Use it only as you are permitted to; "
    "what you do here is recorded. Do not enter classified text."
)
DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.)*[A-Za-z0-9][A-Za-z0-9-]{0,62}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an installation decides. Times are seconds, sizes are bytes."""

    env: str = "development"
    language: str = "en"
    home: Path = Path("var")
    database_url: str = ""
    smtp_url: str = "smtp://127.0.0.1:25"
    base_url: str = "http://127.0.0.1:8008"
    host: str = "127.0.0.1"
    port: int = 8008
    mail_from: str = "tracker@localhost"
    reply_domain: str = ""
    bounce_domain: str = ""
    vouching_server: str = ""
    inbound_url: str = "lmtp://127.0.0.1:8024"
    secret_key: str = ""
    secure_cookies: bool = False
    session_idle_minutes: int = 30
    session_hours: int = 12
    idle_days: int = 90
    sign_in_notice: str = NOTICE
    help_contact: str = ""
    proxy_addresses: tuple[str, ...] = ()
    now: str = ""
    hold_unmarked: bool = False
    second_look: bool = False
    hold_senders: bool = True
    alert_to: tuple[str, ...] = ()
    alert_smtp_url: str = ""
    refuse_captions: tuple[str, ...] = ("NODIS", "EXDIS")
    allowed_mail_domains: tuple[str, ...] = ()
    closed_captions: tuple[str, ...] = ("NODIS", "EXDIS", "LIMDIS", "NOFORN", "EYES ONLY", "ROGER CHANNEL")
    tick_seconds: int = 5
    lease_seconds: int = 90
    batch_size: int = 20
    connect_seconds: int = 10
    command_seconds: int = 60
    dot_seconds: int = 600
    most_a_minute: int = 0
    most_a_day: int = 0
    spread_minutes: int = 0
    metrics_addresses: tuple[str, ...] = ()
    metrics_token: str = ""
    max_text_bytes: int = 1024 * 1024

    @property
    def database(self) -> str:
        """The database's address; an SQLite file in the data folder where none is set."""
        return self.database_url or f"sqlite:///{self.home / 'tracker.sqlite3'}"

    @property
    def replies_act(self) -> bool:
        """Whether what a reply commands may be done: somebody can tell whose it is.

        Outside production the door's own word on the sender is enough, for trials.
        """
        may_come = bool(self.reply_domain and self.secret_key)
        return may_come and bool(self.vouching_server or not self.is_production)

    @property
    def replies_only_wait(self) -> bool:
        """Whether replies come in that nobody vouches for, so that each waits for a person."""
        return self.is_production and bool(self.reply_domain) and not self.vouching_server

    @property
    def is_production(self) -> bool:
        """Whether real people depend on this installation."""
        return self.env == "production"


def share_dir(name: str) -> Path:
    """Return the folder `config`, `templates` or `migrations`: in the wheel, else at the root."""
    inside = Path(__file__).parent / "_share" / name
    return inside if inside.is_dir() else Path(__file__).parent.parent / name


def load(environ: Mapping[str, str], config: Path | None = None) -> Settings:
    """Return the settings; raise BadSettings that lists every unknown key and bad value."""
    faults: list[str] = []
    path = config or share_dir("config") / "tracker.toml"
    values = _from_file(path, faults) | _from_environment(environ, faults)
    settings = Settings(**{name: value for name, value in values.items() if value is not None})
    faults += _bad_values(settings)
    if settings.is_production:
        faults += _unsafe_in_production(settings)
    if faults:
        raise BadSettings("The settings cannot be used:\n" + "\n".join(f"  - {fault}" for fault in faults))
    return settings


def _kinds() -> dict[str, type]:
    kinds = {f.name: type(f.default) for f in fields(Settings) if f.name != "home"}
    return kinds | {"home": Path}


def _from_file(path: Path, faults: list[str]) -> dict[str, Any]:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        faults.append(f"{path.name} is not TOML: {error}")
        return {}
    return _checked({key: (value, f"{key} in {path.name}") for key, value in found.items()}, faults)


def _from_environment(environ: Mapping[str, str], faults: list[str]) -> dict[str, Any]:
    found = {
        key.removeprefix("TRACKER_").lower(): (value, key)
        for key, value in environ.items()
        if key.startswith("TRACKER_") and not key.startswith(("TRACKER_TEST_", "TRACKER_NO_SKIPS"))
    }
    return _checked(found, faults)


def _checked(found: Mapping[str, tuple[Any, str]], faults: list[str]) -> dict[str, Any]:
    kinds = _kinds()
    values: dict[str, Any] = {}
    for key, (value, where) in found.items():
        if key in NO_MORE:
            faults.append(f"{where} is no setting any more; take it out: {NO_MORE[key]}")
            continue
        if key not in kinds:
            faults.append(f"{where} is not a setting; the settings are: {', '.join(sorted(kinds))}")
            continue
        try:
            values[key] = _converted(value, kinds[key], least=0 if key in MAY_BE_NONE else 1)
        except ValueError as error:
            faults.append(f"{where}: {error}")
    return values


def _converted(value: Any, kind: type, *, least: int = 1) -> Any:
    if kind is bool:
        return _as_bool(value)
    if kind is tuple:
        items = value.split(",") if isinstance(value, str) else value
        if not isinstance(items, list):
            raise ValueError(f"{value!r} is not a list; write words with commas between them")
        return tuple(str(item).strip() for item in items if str(item).strip())
    if kind is int:
        return _as_int(value, least)
    if not isinstance(value, str | Path):
        raise ValueError(f"{value!r} is not text")
    return Path(value).expanduser() if kind is Path else str(value)


def _as_bool(value: Any) -> bool:
    word = str(value).strip().lower()
    if word not in TRUE + FALSE:
        raise ValueError(f"{value!r} is neither true nor false")
    return word in TRUE


def _as_int(value: Any, least: int) -> int:
    try:
        number = int(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is not a whole number") from None
    if number < least:
        raise ValueError(f"{value!r} must be {least} or more")
    return number


def _bad_values(settings: Settings) -> list[str]:
    checks = [
        (settings.env in ENVIRONMENTS, f"env {settings.env!r} must be one of {', '.join(ENVIRONMENTS)}"),
        (
            _is_address(settings.smtp_url, MAIL_SCHEMES),
            "smtp_url must look like smtp://host:25, smtps://user:pass@host or starttls://user:pass@host",
        ),
        (
            _is_address(settings.inbound_url, ("lmtp", "smtp")),
            "inbound_url must look like lmtp://127.0.0.1:8024 or smtp://127.0.0.1:8025",
        ),
        (
            settings.database.partition("://")[0] in DATABASE_SCHEMES,
            "database_url must begin with sqlite:/// or postgresql://",
        ),
        (
            _is_address(settings.base_url, ("http", "https")),
            f"base_url {settings.base_url!r} must begin with http:// or https://",
        ),
        (
            settings.language in CATALOGUES,
            f"language {settings.language!r} must be one that there are texts in: {', '.join(CATALOGUES)}",
        ),
        ("@" in settings.mail_from, f"mail_from {settings.mail_from!r} is not a mail address"),
        (
            not settings.reply_domain or DOMAIN.fullmatch(settings.reply_domain) is not None,
            f"reply_domain {settings.reply_domain!r} is not a domain such as replies.example.gov",
        ),
        (
            not settings.vouching_server or DOMAIN.fullmatch(settings.vouching_server) is not None,
            f"vouching_server {settings.vouching_server!r} is not a name such as mx.example.gov",
        ),
        (settings.port <= 65535, f"port {settings.port} must be 65535 or less"),
    ]
    told = [words for good, words in checks if not good]
    return told + _bad_alerts(settings) + _bad_moment(settings.now)


def _bad_alerts(settings: Settings) -> list[str]:
    """Return why the security officer could not be alerted; by the route of all other mail is no route of its own."""
    if not settings.alert_to:
        return []
    faults = [f"alert_to: {one!r} is not a mail address" for one in settings.alert_to if "@" not in one]
    if not _is_address(settings.alert_smtp_url, MAIL_SCHEMES):
        faults.append("alert_smtp_url must be set where alert_to is, such as starttls://user:pass@host")
    elif settings.alert_smtp_url == settings.smtp_url:
        faults.append("alert_smtp_url must be another relay than smtp_url")
    return faults


def _address(text: str) -> SplitResult | None:
    """Return the parts of a URL, None where its host or port cannot be read."""
    try:
        parts = urlsplit(text)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:  # brackets left open, a port that is no number
        return None
    return parts if is_whole else None


def _is_address(text: str, schemes: tuple[str, ...]) -> bool:
    parts = _address(text)
    return parts is not None and parts.scheme in schemes


def _bad_moment(text: str) -> list[str]:
    if not text:
        return []
    try:
        parse_moment(text)
    except ValueError:
        return [f"now {text!r} must be a moment such as 2008-08-05T12:00:00Z"]
    return []


def _is_safe(url: str) -> bool:
    mail = _address(url)
    return mail is None or mail.scheme in MAIL_SCHEMES[1:] or mail.hostname in LOOPBACK  # None: told above


def _unsafe_in_production(settings: Settings) -> list[str]:
    relays = {"smtp_url": settings.smtp_url, "alert_smtp_url": settings.alert_smtp_url}
    checks = [
        (
            len(settings.secret_key) >= SHORTEST_SECRET,
            f"secret_key must be set to {SHORTEST_SECRET} or more random characters in production",
        ),
        (settings.secure_cookies, "secure_cookies must be true in production: cookies go over HTTPS only"),
        (settings.base_url.startswith("https://"), "base_url must begin with https:// in production"),
        (not settings.now, "now must not be set in production: the clock there is the real one"),
        *(
            (
                _is_safe(url),
                f"{name} must be smtps:// or starttls:// in production, unless the relay is on this machine",
            )
            for name, url in relays.items()
        ),
    ]
    return [words for good, words in checks if not good]
