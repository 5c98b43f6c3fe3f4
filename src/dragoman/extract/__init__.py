"""From sentences to engagements, statements, outcomes and events."""
