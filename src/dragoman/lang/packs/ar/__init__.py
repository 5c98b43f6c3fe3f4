"""What the reader knows of Arabic."""
