"""What the tables of people and tenures are compiled from, a module a kind of source."""
