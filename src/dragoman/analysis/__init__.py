"""What the ledger says as a whole about two sides: series over time, and briefings."""
