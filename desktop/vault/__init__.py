"""The encrypted vault: header and keys, database, revision log, audit chain, search, backup."""
