"""Language packs: one folder of data a language, with small hooks where data cannot say it."""
