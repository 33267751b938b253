"""The laws and budgets of the house hold in every file, and each gate is able to fail."""

import importlib
import pkgutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from tests import house, lockfiles, texts
from tests.bare_texts import bare_texts
from tracker import settings, store
from tracker.store import base

ROOT = Path(__file__).resolve().parents[1]


def files_kept() -> Iterator[str]:
    """The files that git keeps or would keep, as paths from the root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.split("\0")
    else:  # a copy without its history
        made = (".venv", ".cache", ".fuzz", ".hypothesis", "node_modules", "vendor", "var", "__pycache__")
        paths = (p.relative_to(ROOT) for p in ROOT.rglob("*"))
        names = [
            str(p) for p in paths if not any(part.startswith(made) or "_cache" in part for part in p.parts)
        ]
    return (name for name in sorted(set(names)) if name and (ROOT / name).is_file())


def text_of(name: str) -> str:
    return (ROOT / name).read_bytes().decode("utf-8", errors="replace")


OURS = ("tracker/", "migrations/env.py", "bench/", "fuzz/", "hatch_build.py")
WHERE: dict[house.Gate, tuple[tuple[str, ...], tuple[str, ...]]] = {  # how a path begins, and how it ends
    house.long_files: (("",), (".py",)),
    house.long_functions: ((*OURS, "tests/"), (".py",)),
    house.branched_functions: (OURS, (".py",)),
    house.many_arguments: (OURS, (".py",)),
    house.late_imports: (OURS, (".py",)),
    house.catch_alls: (("tracker/",), (".py",)),
    house.cable_numbers: (("tracker/",), (".py",)),
    house.ended_transactions: (("tracker/",), (".py",)),
    house.clock_reads: (("tracker/",), (".py",)),
    house.nameless_modules: (("",), (".py",)),
    house.joined_lists: (("tracker/cable/", "tracker/extraction/"), (".py",)),
    house.unsafe_calls: (OURS, (".py",)),
    house.forbidden_words: (("",), ("",)),
    house.bare_controls: (("templates/",), (".html",)),
    bare_texts: (("templates/",), (".html", ".txt")),
}


@cache
def all_breaches() -> dict[house.Gate, list[str]]:
    """What each gate finds where it holds: file by file, so that each is read and parsed once."""
    found: dict[house.Gate, list[str]] = {gate: [] for gate in WHERE}
    for name in files_kept():
        held = [
            gate for gate, (begins, ends) in WHERE.items() if name.startswith(begins) and name.endswith(ends)
        ]
        source = text_of(name)
        for gate in held:
            found[gate] += gate(name, source)
    return found


def breaches(gate: house.Gate) -> list[str]:
    """What `gate` finds in the files of the house."""
    return all_breaches()[gate]


# --- budgets and laws ---


def test_files_are_short():
    assert breaches(house.long_files) == []


@pytest.mark.parametrize("gate", [house.long_functions, house.branched_functions, house.many_arguments])
def test_functions_are_small(gate):
    assert breaches(gate) == []


def test_imports_stand_at_the_top():
    assert breaches(house.late_imports) == []


def test_only_the_tick_catches_everything():
    assert [breach.partition(":")[0] for breach in breaches(house.catch_alls)] == list(house.MAY_CATCH_ALL)


def test_no_rule_is_made_for_one_cable():
    assert breaches(house.cable_numbers) == []


def test_only_entry_points_end_a_transaction():
    assert breaches(house.ended_transactions) == []


def test_only_the_clock_reads_the_wall_clock():
    assert breaches(house.clock_reads) == []


def test_every_module_is_a_noun():
    assert breaches(house.nameless_modules) == []


def test_lists_of_words_are_joined_where_they_are_made():
    assert breaches(house.joined_lists) == []


def test_no_text_runs_as_a_program():
    assert breaches(house.unsafe_calls) == []


def test_no_file_names_a_machine_or_a_registry():
    assert breaches(house.forbidden_words) == []


def test_every_control_of_a_form_is_the_field_components():
    assert breaches(house.bare_controls) == []


def test_every_text_of_a_template_is_marked():
    assert breaches(bare_texts) == []


def test_the_marked_texts_are_gathered():
    assert texts.KEPT.read_text(encoding="utf-8") == texts.gathered(), "run make texts"


# --- each gate is able to fail ---

DOT, DASH = ".", "-"  # so that this file names no registry and no index
ADDRESS = "https://x.example/"
SAMPLES = [
    (house.long_files, "tracker/x.py", "\n" * 401),
    (house.long_files, "tracker/x/__init__.py", "\n" * 41),
    (house.long_functions, "tracker/x.py", "def f():\n" + "    pass\n" * 40),
    (house.branched_functions, "tracker/x.py", "def f(a):\n" + "    if a: pass\n" * 8),
    (house.many_arguments, "tracker/x.py", "def f(self, a, b, c, *, d, e, g, h): ..."),
    (house.late_imports, "tracker/x.py", "def f():\n    import os"),
    (house.late_imports, "tracker/x.py", "class A:\n    def f(self):\n        from os import path"),
    (house.catch_alls, "tracker/x.py", "try: ...\nexcept Exception: ..."),
    (house.catch_alls, "tracker/x.py", "try: ...\nexcept (OSError, BaseException): ..."),
    (house.catch_alls, "tracker/x.py", "try: ...\nexcept: ..."),
    (house.catch_alls, "tracker/x.py", "with contextlib.suppress(Exception): ..."),
    (house.cable_numbers, "tracker/x.py", "if number == 'STATE 098765': ..."),
    (house.cable_numbers, "tracker/x.py", "SKIP = {'09LIMA987'}"),
    (house.ended_transactions, "tracker/services/x.py", "session.commit()"),
    (house.ended_transactions, "tracker/web/x.py", "with sessions.begin() as s: ..."),
    (house.clock_reads, "tracker/x.py", "datetime.now(UTC)"),
    (house.clock_reads, "tracker/x.py", "default = datetime.date.today"),
    (house.clock_reads, "tracker/x.py", "import time\ntime.time()"),
    (house.clock_reads, "tracker/x.py", "func.now()"),
    (house.clock_reads, "tracker/x.py", "from time import time"),
    (house.nameless_modules, "tracker/web/helpers.py", ""),
    (house.nameless_modules, "tracker/utils/dates.py", ""),
    (house.joined_lists, "tracker/extraction/x.py", "def f(word):\n    return word in v.ORDERS | _GIVEN"),
    (house.joined_lists, "tracker/extraction/x.py", "def f(word):\n    return word in ORDERS - {'await'}"),
    (house.unsafe_calls, "tracker/x.py", "eval(text)"),
    (house.unsafe_calls, "tracker/x.py", "subprocess.run(line, shell=True)"),
    (house.unsafe_calls, "tracker/x.py", "from pickle import loads"),
    (bare_texts, "templates/x.html", "<p>Sign in</p>"),
    (bare_texts, "templates/x.html", "<p>{{ _('Sign in') }} now</p>"),
    (bare_texts, "templates/x.html", "{% trans %}Sign in{% endtrans %}<p title='Now'>"),
    (bare_texts, "templates/x.html", '<td aria-label="Open {{ task }}">'),
    (bare_texts, "templates/x.html", "<td data-head=\"{{ 'Owner' }}\">"),
    (bare_texts, "templates/x.html", '<input type="submit" value="Send">'),
    (bare_texts, "templates/x.html", "<p>{{ task.owner or 'nobody' }}</p>"),
    (bare_texts, "templates/x.html", "<p>{{ 'one' if one else _('two') }}</p>"),
    (bare_texts, "templates/x.html", "<p>{{ number ~ ' tasks' }}</p>"),
    (bare_texts, "templates/x.html", "{{ empty('Nothing is late.') }}"),
    (bare_texts, "templates/x.html", "{% set hint = 'Leave it empty.' %}"),
    (bare_texts, "templates/x.html", "{% for name in ('People', 'people') %}{% endfor %}"),
    (bare_texts, "templates/x.html", "{% call field('Owner') %}{% endcall %}"),
    (bare_texts, "templates/x.txt", "Open: {{ link }}"),
    (house.bare_controls, "templates/x.html", '<p><input type="checkbox" name="x"></p>'),
    (house.bare_controls, "templates/x.html", "<select"),
    (house.forbidden_words, "docs/x.md", f"see {house.SLASH}root/notes"),
    (house.forbidden_words, "x.toml", f"index = 'https://pypi{DOT}org/simple'"),
]


@pytest.mark.parametrize("gate, path, source", SAMPLES)
def test_a_gate_finds_its_breach(gate, path, source):
    assert len(list(gate(path, source))) == 1


@pytest.mark.parametrize(
    "gate, path, source",
    [
        (house.long_files, "tracker/x.py", "\n" * 400),
        (house.long_functions, "tracker/x.py", "def f():\n" + "    pass\n" * 39),
        (house.branched_functions, "tracker/x.py", "def f(a):\n" + "    if a: pass\n" * 7),
        (house.many_arguments, "tracker/x.py", "def f(self, a, b, c, *, d, e, g): ..."),
        (house.late_imports, "tracker/cli.py", "def f():\n    import os"),
        (house.late_imports, "tracker/cli/work.py", "def f():\n    import os"),
        (house.catch_alls, "tracker/x.py", "try: ...\nexcept (OSError, ValueError): ..."),
        (house.cable_numbers, "tracker/x.py", "# STATE 012345 is 08STATE12345; 10MAR2009"),
        (house.ended_transactions, "tracker/worker.py", "session.commit()"),
        (house.clock_reads, "tracker/x.py", "import time\nruntime.now(); time.monotonic()"),
        (house.clock_reads, "tracker/x.py", "deadline.time.time"),
        (
            house.joined_lists,
            "tracker/extraction/x.py",
            "A = v.B | {'c'}\ndef f(d):\n    return d in A, d | A, E - F",
        ),
        (house.unsafe_calls, "tracker/x.py", "subprocess.run(words, shell=False)"),
        (bare_texts, "templates/x.html", "<p>{{ _('Sign in') }}{% trans %}<b>At</b> once{% endtrans %}</p>"),
        (
            bare_texts,
            "templates/x.html",
            "{{ field(form.x, class='short wide', attributes={'list': 'Posts known'}) }}",
        ),
        (bare_texts, "templates/x.html", "<p class=\"{{ 'state' if x }}\">{{ x.strftime('%d') }}</p>"),
        (
            bare_texts,
            "templates/x.html",
            "{# Not said #}<style>p { color: red }</style><td>{{ task }} · TAGS</td>",
        ),
        (bare_texts, "templates/x.txt", "{{ _('Open') }}: {{ link }}"),
        (house.bare_controls, "templates/x.html", '<input type="hidden" name="x" value="1">'),
        (house.forbidden_words, "docs/x.md", "https://tracker.example/work/ and ../tmp/"),
    ],
)
def test_a_gate_lets_the_permitted_pass(gate, path, source):
    assert list(gate(path, source)) == []


# --- lock files ---


def test_the_lock_files_are_whole():
    assert lockfiles.faults() == []


@pytest.mark.parametrize(
    "text",
    [f"--index{DASH}url {ADDRESS}\n", "flask==3.1\n", "sqlalchemy==2.1 \\\n    --hash=sha256:" + "0" * 64],
)
def test_a_lock_file_that_is_not_whole_is_found(text):
    assert list(lockfiles.faults_of_requirements("run.txt", text, {"flask"})) != []


def test_an_npm_lock_with_an_address_is_found():
    lock = {"packages": {"": {}, "sass": {"resolved": ADDRESS}}}

    assert len(list(lockfiles.faults_of_npm(lock))) == 2


# --- migrations are the models: the databases of the tests are made by nothing else ---


def all_tables():
    """Import every module of the store, so that the metadata is whole."""
    for module in pkgutil.iter_modules(store.__path__):
        importlib.import_module(f"tracker.store.{module.name}")
    return base.Base.metadata


def differences(engine) -> list[object]:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return compare_metadata(context, all_tables())


def test_the_migrations_make_the_models(database_url):
    engine = base.create(database_url)
    assert differences(engine) == []
    engine.dispose()


def test_a_model_without_its_migration_is_found(database_url):
    engine = base.create(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE pulses")
    found = differences(engine)
    engine.dispose()

    assert [(kind, table.name) for kind, table in found] == [("add_table", "pulses")]


def test_the_migrations_go_down_and_up_again(database_url):
    base.migrate(database_url, "base")

    engine = base.create(database_url)
    assert inspect(engine).get_table_names() == ["alembic_version"]
    base.migrate(database_url)
    assert differences(engine) == []
    engine.dispose()


def test_the_migrations_have_one_head():
    script = ScriptDirectory(str(settings.share_dir("migrations")))

    assert len(script.get_heads()) == 1
