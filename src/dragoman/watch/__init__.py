"""Follows sources for ever: what `dragoman watch` does."""
