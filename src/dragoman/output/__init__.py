"""Readings as people and machines take them: a table, JSON, JSON Lines and CSV."""
