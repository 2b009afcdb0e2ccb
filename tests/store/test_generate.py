import sqlite3
from pathlib import Path

import pytest

from tracker.store import generate, sqlite_schema, sqlite_text
from tracker.store.statements import STATEMENTS


@pytest.mark.parametrize("name", STATEMENTS)
def test_each_text_is_what_sqlalchemy_makes_of_the_statement(name: str) -> None:
    """SQLite and PostgreSQL run the same statements; when this fails, run `python -m tracker.store.generate`."""
    assert generate.statement_text(STATEMENTS[name]) == sqlite_text.TEXTS[name]


def test_no_text_is_left_over() -> None:
    """A statement that is gone has no text; when this fails, run `python -m tracker.store.generate`."""
    assert list(STATEMENTS) == list(sqlite_text.TEXTS)


@pytest.mark.parametrize(
    ("module", "text"), [(sqlite_text, generate.text_module), (sqlite_schema, generate.schema_module)]
)
def test_the_generated_modules_are_up_to_date(module: object, text: object) -> None:
    """To the letter; when this fails, run `python -m tracker.store.generate`."""
    path = Path(str(getattr(module, "__file__", "")))

    assert callable(text)
    assert text() == path.read_text(encoding="utf-8")


def test_a_new_file_is_what_the_migrations_make(store_path: Path) -> None:
    """Tables, indexes and triggers of a store made without Alembic are those of a migrated one."""
    connection = sqlite3.connect(store_path)
    made = [
        row[0].strip()
        for row in connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
    ]
    connection.close()

    assert [text.strip() for text in sqlite_schema.SCHEMA if text.startswith("CREATE")] == made
