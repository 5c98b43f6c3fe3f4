"""The ledger's database: schema, migrations, writing and asking; SQLite or PostgreSQL."""
