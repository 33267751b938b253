"""The command line: `tracker COMMAND`. Each command's module is loaded when it is called, so help is quick."""

from tracker.cli.group import LazyGroup, run

COMMANDS = {
    "read": ("read", "Read cables without a database and print what they ask."),
    "deadlines": ("deadlines", "Answer sentences on standard input with the days they set."),
    "ingest": ("ingest", "Take cables in: files, or folders of them."),
    "tasks": ("tasks", "List tasks, or only those that are overdue."),
    "done": ("tasks", "Mark a task done with its outcome."),
    "plan": ("plan", "List the letters to come; send nothing."),
    "replan": ("plan", "Plan all letters anew after calendars or reminders.toml were changed."),
    "recount": ("recount", "Count working days anew, once, of asks read by an earlier version."),
    "outbox": ("outbox", "List the letters and what became of each."),
    "check": ("outbox", "Say whether mail goes out; exit 1 when it does not."),
    "work": ("work", "Run the worker that plans and sends."),
    "inbound": ("inbound", "Take mail that comes in: delivery reports first of all."),
    "serve": ("serve", "Run the web pages."),
    "demo": ("demo", "Show it all: sample cables, a clock you can set, a mailbox."),
    "migrate": ("migrate", "Bring the database to the tables of this version."),
    "users": ("users", "Add and list officers, give and take roles, set passwords."),
    "tree": ("tree", "Show the tree of bureaus, offices and posts, and move its parts."),
    "audit": ("audit", "Verify the audit trail, print its head, list its entries."),
    "spill": ("spill", "Lock, unlock or purge a cable that is found to be classified."),
    "calendar": ("calendar", "Load a post's own holidays, show its days off."),
    "posts": ("posts", "List the posts, set the mailbox of one."),
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
