"""`python -m dragoman.cli` is the `dragoman` command."""

from dragoman.cli import main

main()
