"""`python -m tracker.cli` is `tracker`, for processes that start others of their own kind."""

from tracker.cli import main

main()
