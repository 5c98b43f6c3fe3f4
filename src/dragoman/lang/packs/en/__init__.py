"""What the reader knows of English."""
