"""Where documents come from: files, folders, JSON Lines, HTML."""
