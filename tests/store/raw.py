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


def force(location: str, *statements: str) -> None:
    """Run statements as somebody with full rights does: past triggers and references."""
    if "://" in location:
        with psycopg.connect(location) as server:
            server.execute("SET session_replication_role = replica")
            for sql in statements:
                server.execute(sql.encode())
        return
    connection = sqlite3.connect(location)
    try:
        with connection:
            for (trigger,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                connection.execute(f"DROP TRIGGER {trigger}")
            for sql in statements:
                connection.execute(sql)
    finally:
        connection.close()
