"""Reading and merging on many machines, as `read` and the ledger do it; extra `batch`.

    plan ──▶ read (one task a unit) ──▶ judge (one a bucket of blocks) ──▶ join ──▶ entries

A unit is a stretch of the inputs, fixed in `plan.json` before anything runs. Every task writes its
files, then a marker; a run that was stopped goes on with what has no marker. Nothing hangs on how
many workers there are, so the same inputs give the same files.
"""
