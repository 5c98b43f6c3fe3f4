"""Numbered steps of the schema, in SQL; a step that was released is never changed."""
