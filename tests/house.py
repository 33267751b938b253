"""The gates of the house, each a function from one file's syntax to the breaches in it."""

import ast
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

LONGEST_FILE, LONGEST_FUNCTION, LONGEST_FRONT_DOOR = 400, 40, 40  # lines
MOST_BRANCHES, MOST_ARGUMENTS = 8, 6

MAY_IMPORT_LATE = ("tracker/cli.py", "tracker/cli/", "tracker/demo.py")  # `tracker --help` must be quick
MAY_END_TRANSACTIONS = ("tracker/store/base.py", "tracker/runtime.py", "tracker/worker.py")
MAY_READ_THE_CLOCK = ("tracker/clock.py",)
MAY_CATCH_ALL = ("tracker/worker.py",)
NAMELESS = ("utils", "util", "helpers", "helper", "common", "misc")

CLOCK_OF_DATETIME = ("now", "utcnow", "today", "current_timestamp")
CLOCK_OF_TIME = ("time", "time_ns", "localtime", "gmtime", "ctime", "strftime")
UNSAFE_MODULES = ("pickle", "marshal", "shelve", "dill")

# A number as cables write it: "STATE 098765", "08LIMA1234". Those made of 1 2 3 4 5 are invented.
CABLE_NUMBER = re.compile(r"\b(?:\d{2}[A-Z]{4,}\d{2,6}|(?:SEC)?STATE 0*\d{4,6})\b")
INVENTED_NUMBER = re.compile(r"0*1234?5?6?$")

SLASH = "/"
FIELDS = "templates/components/field.html"
CONTROL = re.compile(r"<(?:input|select|textarea)\b[^>]*>?")
FORBIDDEN_WORDS = re.compile(
    "|".join(
        [
            rf"(?<![\w.~-]){SLASH}(?:work|root|tmp|opt){SLASH}",
            *(re.escape(".".join(host)) for host in (("pypi", "org"), ("pythonhosted", "org"))),
            *(
                re.escape(".".join(host))
                for host in (("npmjs", "org"), ("npmjs", "com"), ("deb", "debian", "org"))
            ),
        ]
    )
)

Gate = Callable[[str, str], Iterator[str]]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@lru_cache(maxsize=1)
def _nodes(source: str) -> tuple[ast.AST, ...]:
    """Return every node of a file: one gate after the other asks for those of the same file."""
    return tuple(ast.walk(ast.parse(source)))


@lru_cache(maxsize=1)
def _functions(source: str) -> tuple[tuple[Function, tuple[ast.AST, ...]], ...]:
    """Return every function of a file with the nodes in it."""
    return tuple((node, tuple(ast.walk(node))) for node in _nodes(source) if isinstance(node, Function))


def _called(node: ast.expr) -> str:
    """Return the dotted name that an expression is; nothing where it is no name."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=owner, attr=name):
            return f"{before}.{name}" if (before := _called(owner)) else ""
    return ""


def _is_named(node: ast.expr, names: tuple[str, ...]) -> bool:
    return isinstance(node, ast.Name) and node.id in names


def long_files(path: str, source: str) -> Iterator[str]:
    """Name a file above the limit, and a front door above its own."""
    lines = len(source.splitlines())
    limit = LONGEST_FRONT_DOOR if path.endswith("__init__.py") else LONGEST_FILE
    if lines > limit:
        yield f"{path} has {lines} lines, {limit} are allowed"


def long_functions(path: str, source: str) -> Iterator[str]:
    """Name each function with too many lines; decorators and the cable a cable test reads not counted."""
    for node, _ in _functions(source):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if path.startswith("tests/cables/"):
            lines -= len((ast.get_docstring(node) or "").splitlines())
        if lines > LONGEST_FUNCTION:
            yield f"{path}:{node.lineno} {node.name} has {lines} lines, {LONGEST_FUNCTION} are allowed"


def branched_functions(path: str, source: str) -> Iterator[str]:
    """Name each function with too many branches (McCabe's measure, as ruff's C901 takes it)."""
    branches = (ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler, ast.match_case)
    for node, within in _functions(source):
        found = 1 + sum(isinstance(inner, branches) for inner in within)
        if found > MOST_BRANCHES:
            yield f"{path}:{node.lineno} {node.name} has complexity {found}, {MOST_BRANCHES} is allowed"


def many_arguments(path: str, source: str) -> Iterator[str]:
    """Name each function with too many arguments, `self` and `cls` not counted."""
    for node, _ in _functions(source):
        named = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        found = len([a for a in named if a.arg not in ("self", "cls")])
        if found > MOST_ARGUMENTS:
            yield f"{path}:{node.lineno} {node.name} takes {found} arguments, {MOST_ARGUMENTS} are allowed"


def late_imports(path: str, source: str) -> Iterator[str]:
    """Name each import inside a function."""
    if path.startswith(MAY_IMPORT_LATE):
        return
    for node, within in _functions(source):
        for inner in within:
            if isinstance(inner, ast.Import | ast.ImportFrom):
                yield f"{path}:{inner.lineno} imports inside {node.name}"


def catch_alls(path: str, source: str) -> Iterator[str]:
    """Name each place that catches every exception, whatever the file."""
    everything = ("Exception", "BaseException")
    for node in _nodes(source):
        if isinstance(node, ast.ExceptHandler):
            caught = "" if node.type is None else ast.unparse(node.type)
            if not caught or set(re.findall(r"\w+", caught)) & set(everything):
                yield f"{path}:{node.lineno} catches everything"
        elif isinstance(node, ast.Call) and _called(node.func) in ("suppress", "contextlib.suppress"):
            yield from (
                f"{path}:{a.lineno} suppresses {ast.unparse(a)}"
                for a in node.args
                if _is_named(a, everything)
            )


def cable_numbers(path: str, source: str) -> Iterator[str]:
    """Name each cable number: a rule made for one document."""
    for number, line in enumerate(source.splitlines(), start=1):
        for found in CABLE_NUMBER.finditer(line):
            if not INVENTED_NUMBER.search(re.sub(r"^.*?(\d+)$", r"\1", found.group())):
                yield f"{path}:{number} names a cable: {found.group()}"


def ended_transactions(path: str, source: str) -> Iterator[str]:
    """Name each commit, rollback and begin outside the three places that may."""
    if path in MAY_END_TRANSACTIONS:
        return
    for node in _nodes(source):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in ("commit", "rollback", "begin"):
            yield f"{path}:{called.lineno} calls {called.attr}()"


def clock_reads(path: str, source: str) -> Iterator[str]:
    """Name each reading of the wall clock outside clock.py."""
    if path in MAY_READ_THE_CLOCK:
        return
    nodes = _nodes(source)
    modules = {a.asname or a.name for n in nodes if isinstance(n, ast.Import) for a in n.names}
    for node in nodes:
        if isinstance(node, ast.Attribute) and node.attr in CLOCK_OF_DATETIME + CLOCK_OF_TIME:
            owner = ast.unparse(node.value).rpartition(".")[2]
            if (owner in ("datetime", "date", "func") and node.attr in CLOCK_OF_DATETIME) or (
                owner == "time" and owner in modules and node.attr in CLOCK_OF_TIME
            ):
                yield f"{path}:{node.lineno} reads the wall clock: {owner}.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module == "time":
            for name in {alias.name for alias in node.names} & set(CLOCK_OF_TIME):
                yield f"{path}:{node.lineno} imports the wall clock: time.{name}"


def nameless_modules(path: str, source: str) -> Iterator[str]:
    """Name a module called by no noun."""
    if set(Path(path).with_suffix("").parts) & set(NAMELESS):
        yield f"{path} needs a noun for a name"


def unsafe_calls(path: str, source: str) -> Iterator[str]:
    """Name each eval, exec, os.system, shell line and unpickling."""
    for node in _nodes(source):
        if isinstance(node, ast.Call):
            called = _called(node.func)
            shell = any(k.arg == "shell" and ast.unparse(k.value) != "False" for k in node.keywords)
            if called in ("eval", "exec", "os.system", "os.popen") or shell:
                yield f"{path}:{node.lineno} runs text as a program: {called}"
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names = [getattr(node, "module", None) or "", *(alias.name for alias in node.names)]
            for name in {name.partition(".")[0] for name in names} & set(UNSAFE_MODULES):
                yield f"{path}:{node.lineno} imports {name}"


def joined_lists(path: str, source: str) -> Iterator[str]:
    """Name each place where lists of words are joined inside a function: anew at each call, word by word."""
    for node, within in _functions(source):
        for inner in within:
            if isinstance(inner, ast.BinOp) and _is_list(inner) and not _is_number(inner):
                yield f"{path}:{inner.lineno} {node.name} joins {ast.unparse(inner)}"


def _is_list(node: ast.expr) -> bool:
    """Tell whether an expression is a list of words: a constant, a set of literals, or such lists joined."""
    match node:
        case ast.BinOp(left=left, op=ast.BitOr() | ast.Sub(), right=right):
            return _is_list(left) and _is_list(right)
        case ast.Set(elts=elements):
            return all(isinstance(element, ast.Constant) for element in elements)
    return _called(node).rpartition(".")[2].isupper()


def _is_number(node: ast.BinOp) -> bool:
    """Tell whether constants are only taken from each other, as numbers are."""
    return isinstance(node.op, ast.Sub) and not any(isinstance(one, ast.Set) for one in ast.walk(node))


def forbidden_words(path: str, source: str) -> Iterator[str]:
    """Name each path of one machine and each package registry's address."""
    for number, line in enumerate(source.splitlines(), start=1):
        for found in FORBIDDEN_WORDS.finditer(line):
            yield f"{path}:{number} holds {found.group()}"


def bare_controls(path: str, source: str) -> Iterator[str]:
    """Name each control of a form that a template writes by itself: they come from the field component."""
    if path == FIELDS:
        return
    for number, line in enumerate(source.splitlines(), start=1):
        for found in CONTROL.finditer(line):
            if 'type="hidden"' not in found.group():
                yield f"{path}:{number} writes {found.group()[:40]}"
