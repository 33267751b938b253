"""The command line: `tracker COMMAND`. Each command's module is loaded when it is called, so help is quick."""

from tracker.cli.group import LazyGroup, run

COMMANDS = {
    "read": ("reading", "Read cables without a database and print what they ask."),
    "deadlines": ("sentences", "Answer sentences on standard input with the days they set."),
    "ingest": ("intake", "Take cables in: files, or folders of them."),
    "tasks": ("desk", "List tasks, or only those that are overdue."),
    "done": ("desk", "Mark a task done with its outcome."),
    "plan": ("planning", "List the letters to come; send nothing."),
    "replan": ("planning", "Plan all letters anew after calendars or reminders.toml were changed."),
    "recount": ("recounting", "Count working days anew, once, of asks read by an earlier version."),
    "outbox": ("letters", "List the letters and what became of each."),
    "check": ("letters", "Say whether mail goes out; exit 1 when it does not."),
    "work": ("working", "Run the worker that plans and sends."),
    "inbound": ("inbound", "Take mail that comes in: delivery reports first of all."),
    "serve": ("serving", "Run the web pages."),
    "demo": ("showing", "Show it all: sample cables, a clock you can set, a mailbox."),
    "migrate": ("tables", "Bring the database to the tables of this version."),
    "users": ("officers", "Add and list officers, give and take roles, set passwords."),
    "tree": ("units", "Show the tree of bureaus, offices and posts, and move its parts."),
    "audit": ("trail", "Verify the audit trail, print its head, list its entries."),
    "calendar": ("calendars", "Load a post's own holidays, show its days off."),
    "posts": ("places", "List the posts, set the mailbox of one."),
}

tracker = LazyGroup(
    name="tracker",
    help="Reads cables, keeps the tasks they ask for, and reminds before each is due.",
    commands_of=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def main() -> None:
    """Run the command named on the command line and end the process with its exit code."""
    run(tracker)
