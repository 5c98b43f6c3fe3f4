"""The ledger as files for other programs, each format with a page on its columns in `docs`."""
