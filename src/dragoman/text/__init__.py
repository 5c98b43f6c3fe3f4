"""From raw text to stories and sentences: furniture off, stories split, words marked."""
