"""Settings: the file, then the environment; every fault at once; production refuses what is unsafe."""

from pathlib import Path

import pytest

from tracker import settings
from tracker.errors import BadSettings

SAFE = {
    "TRACKER_ENV": "production",
    "TRACKER_SECRET_KEY": "x" * 32,
    "TRACKER_SECURE_COOKIES": "yes",
    "TRACKER_BASE_URL": "https://tracker.example",
    "TRACKER_SMTP_URL": "starttls://user:pass@relay.example:587",
    "TRACKER_DATABASE_URL": "postgresql://db.example/tracker?sslmode=verify-full",
}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "tracker.toml"
    path.write_text('port = 9000\nrefuse_captions = ["NODIS"]\nsecure_cookies = false\n', encoding="utf-8")
    return path


def faults(environ: dict[str, str], config: Path) -> list[str]:
    with pytest.raises(BadSettings) as found:
        settings.load(environ, config)
    return found.value.sentence.splitlines()[1:]


def test_the_file_counts_before_the_default_and_the_environment_before_the_file(config: Path) -> None:
    found = settings.load({"TRACKER_HOST": "0.0.0.0"}, config)

    assert (found.port, found.host, found.tick_seconds) == (9000, "0.0.0.0", 5)
    assert settings.load({"TRACKER_PORT": "9001"}, config).port == 9001


def test_without_a_file_the_defaults_count(tmp_path: Path) -> None:
    found = settings.load({}, tmp_path / "none.toml")

    assert found == settings.Settings()
    assert not found.is_production


def test_the_file_that_comes_with_the_tracker_says_the_defaults() -> None:
    assert settings.load({}) == settings.Settings()


def test_the_database_is_a_file_in_the_data_folder_where_none_is_named(config: Path) -> None:
    found = settings.load({"TRACKER_HOME": "/srv/tracker"}, config)

    assert found.database == "sqlite:////srv/tracker/tracker.sqlite3"
    named = settings.load({"TRACKER_DATABASE_URL": "postgresql://db.example/t"}, config)
    assert named.database == "postgresql://db.example/t"


def test_a_setting_of_an_earlier_version_is_told_with_what_says_it_now(config: Path) -> None:
    config.write_text('origin_zone = "America/New_York"\n', encoding="utf-8")

    (fault,) = faults({}, config)

    assert fault.startswith("  - origin_zone in tracker.toml is no setting any more; take it out: ")
    assert fault.endswith("`own` under `clock` in posts.csv")


def test_every_fault_is_listed_at_once_with_what_is_allowed(config: Path) -> None:
    environ = {
        "TRACKER_COLOUR": "red",
        "TRACKER_PORT": "many",
        "TRACKER_TICK_SECONDS": "0",
        "TRACKER_SECURE_COOKIES": "perhaps",
        "TRACKER_ENV": "staging",
        "TRACKER_SMTP_URL": "http://relay.example",
        "TRACKER_DATABASE_URL": "mysql://db.example/t",
        "TRACKER_BASE_URL": "ftp://tracker.example",
        "TRACKER_MAIL_FROM": "tracker",
        "TRACKER_NOW": "yesterday",
        "TRACKER_VOUCHING_SERVER": "mx example",
    }

    found = "\n".join(faults(environ, config))

    assert "TRACKER_COLOUR is not a setting; the settings are: alert_smtp_url, alert_to, " in found
    assert "TRACKER_PORT: 'many' is not a whole number" in found
    assert "TRACKER_TICK_SECONDS: '0' must be 1 or more" in found
    assert "TRACKER_SECURE_COOKIES: 'perhaps' is neither true nor false" in found
    assert "env 'staging' must be one of development, demo, production" in found
    assert "smtp_url must look like smtp://host:25" in found
    assert "database_url must begin with sqlite:/// or postgresql://" in found
    assert "base_url 'ftp://tracker.example' must begin with http:// or https://" in found
    assert "mail_from 'tracker' is not a mail address" in found
    assert "now 'yesterday' must be a moment such as 2008-08-05T12:00:00Z" in found
    assert "vouching_server 'mx example' is not a name such as mx.example.gov" in found
    assert len(found.splitlines()) == len(environ)


@pytest.mark.parametrize(
    "url", ["smtp://relay.example:many", "smtp://relay.example:99999", "smtp://[relay", "smtp://"]
)
def test_an_address_whose_host_or_port_cannot_be_read_is_a_fault(url: str, config: Path) -> None:
    assert "smtp_url must look like" in faults({"TRACKER_SMTP_URL": url}, config)[0]

    assert len(faults(SAFE | {"TRACKER_SMTP_URL": url}, config)) == 1


def test_an_unknown_key_in_the_file_is_named_with_the_file(tmp_path: Path) -> None:
    path = tmp_path / "tracker.toml"
    path.write_text("colour = 1\nhost = 4\nrefuse_captions = 5\nport = 70000\n", encoding="utf-8")

    found = "\n".join(faults({}, path))

    assert "colour in tracker.toml is not a setting" in found
    assert "host in tracker.toml: 4 is not text" in found
    assert "refuse_captions in tracker.toml: 5 is not a list" in found
    assert "port 70000 must be 65535 or less" in found


def test_a_file_that_is_not_toml_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "tracker.toml"
    path.write_text("port = = 3", encoding="utf-8")

    assert "tracker.toml is not TOML" in faults({}, path)[0]


def test_lists_are_written_with_commas_in_a_variable(config: Path) -> None:
    found = settings.load({"TRACKER_ALLOWED_MAIL_DOMAINS": "state.example, post.example,"}, config)

    assert found.allowed_mail_domains == ("state.example", "post.example")
    assert settings.load({"TRACKER_NOW": "2008-08-05T12:00:00Z"}, config).now == "2008-08-05T12:00:00Z"


def test_a_safe_production_starts(config: Path) -> None:
    assert settings.load(SAFE, config).is_production


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"TRACKER_SECRET_KEY": ""}, "secret_key must be set to 32 or more random characters"),
        ({"TRACKER_SECRET_KEY": "short"}, "secret_key must be set to 32 or more random characters"),
        ({"TRACKER_SECURE_COOKIES": "no"}, "secure_cookies must be true"),
        ({"TRACKER_BASE_URL": "http://tracker.example"}, "base_url must begin with https://"),
        ({"TRACKER_NOW": "2008-08-05T12:00:00Z"}, "now must not be set in production"),
        ({"TRACKER_SMTP_URL": "smtp://relay.example:25"}, "smtp_url must be smtps:// or starttls://"),
    ],
)
def test_production_refuses_what_is_unsafe(change: dict[str, str], words: str, config: Path) -> None:
    found = faults(SAFE | change, config)

    assert len(found) == 1
    assert words in found[0]


@pytest.mark.parametrize("url", ["smtps://relay.example", "smtp://127.0.0.1:25", "smtp://localhost"])
def test_production_takes_a_verified_relay_or_one_on_the_same_machine(url: str, config: Path) -> None:
    assert settings.load(SAFE | {"TRACKER_SMTP_URL": url}, config).smtp_url == url


def test_the_folders_that_travel_with_the_tracker_are_found() -> None:
    assert (settings.share_dir("config") / "tracker.toml").is_file()
    assert (settings.share_dir("migrations") / "env.py").is_file()


def test_a_language_is_one_that_there_are_texts_in(config: Path) -> None:
    assert (
        "language 'zz' must be one that there are texts in: en"
        in faults({"TRACKER_LANGUAGE": "zz"}, config)[0]
    )
