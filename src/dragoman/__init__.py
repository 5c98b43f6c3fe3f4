"""Dragoman reads diplomatic news and says who did what to whom, with the words that say so."""
