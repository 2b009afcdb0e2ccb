"""SQL typed by hand into a store, past everything that tracker does."""

import sqlite3
from typing import Any

import psycopg

Refused = (sqlite3.IntegrityError, psycopg.errors.RaiseException, psycopg.IntegrityError, psycopg.ProgrammingError)


def run(location: str, sql: str, *, references: bool = False) -> list[tuple[Any, ...]]:
    """Run one statement and keep what it did; SQLite checks references only when told to."""
    if "://" in location:
        with psycopg.connect(location) as server:
            cursor = server.execute(sql.encode())
            return cursor.fetchall() if cursor.description else []
    connection = sqlite3.connect(location)
    try:
        connection.execute(f"PRAGMA foreign_keys = {references:d}")
        with connection:
            return connection.execute(sql).fetchall()
    finally:
        connection.close()
