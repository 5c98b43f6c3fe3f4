"""Tells people of what is new in the ledger: webhooks, e-mail, Atom files."""
