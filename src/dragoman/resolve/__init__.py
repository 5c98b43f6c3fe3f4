"""The same act in several reports: pure functions on readings, judgements and clusters of them."""
