"""The store: schema, database, ledger; the only package that knows SQLAlchemy."""
