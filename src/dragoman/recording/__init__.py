"""From readings to the ledger: recording, merging, the merged view, corrections."""
