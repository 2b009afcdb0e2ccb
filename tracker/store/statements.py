"""Every statement the store runs, by name, as SQLAlchemy Core: PostgreSQL runs these as they are.

SQLite runs the same statements as texts in `sqlite_text`, generated from here, so that plain commands need not load
SQLAlchemy. After a change here: `python -m tracker.store.generate`.
"""

from functools import reduce
from operator import add
from typing import Any

from sqlalchemy import (
    Column,
    Insert,
    LargeBinary,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    case,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from tracker.domain.table import BASES, OPEN
from tracker.store import schema
from tracker.store.schema import Whole

figure = schema.figure
figure_archive, source_confidential = schema.figure_archive, schema.source_confidential
source_version = schema.source_version
decision, decision_figure = schema.decision, schema.decision_figure
series_break, waiver, waiver_figure = schema.series_break, schema.waiver, schema.waiver_figure
journal = schema.journal
_journal = journal.alias("searched")

# What the journal is about: every other table, none before one that it refers to.
JOURNALLED = tuple(table for table in schema.metadata.tables.values() if table is not journal)
HISTORIES = tuple(table for table in JOURNALLED if "closed_at" in table.columns)
# The end of a version is told by the next one, and the bytes of evidence by their SHA-256.
_NOT_SAID = ("closed_at", "content")


def _known_at(table: Table) -> list[Any]:
    """The conditions for the version of each row that was in force at `:moment`."""
    moment = bindparam("moment", type_=Whole)
    return [table.c.recorded_at <= moment, or_(table.c.closed_at.is_(None), table.c.closed_at > moment)]


def _any_or(column: Any, name: str) -> Any:
    parameter = bindparam(name, type_=Whole)
    return or_(parameter.is_(None), column == parameter)


def _number_of(table: Table) -> Any:
    return select(func.count()).select_from(table).scalar_subquery()


def _last(column: Any) -> Any:
    return select(func.coalesce(func.max(column), literal_column("0"))).scalar_subquery()


def key_of(table: Table) -> Column[int]:
    """The column that numbers the rows of a table."""
    (key,) = table.primary_key.columns
    return key


def said_by(table: Table) -> list[Column[Any]]:
    """The columns of a table that a journal entry is about, in order."""
    return [column for column in table.columns if column.name not in _NOT_SAID]


def content(table: Table) -> Select[Any]:
    """What rows of a table say, each as the canonical text that SQLite itself writes; see `tracker.store.journal`."""
    columns = said_by(table)
    values = [func.hex(column) if isinstance(column.type, LargeBinary) else column for column in columns]
    kept = max(place for place, column in enumerate(columns, 1) if not column.nullable)
    whole = [
        (columns[length - 1].is_not(None), func.json_array(*values[:length]))
        for length in range(len(columns), kept, -1)
    ]
    shortest = func.json_array(*values[:kept])
    return _numbered(select(key_of(table), case(*whole, else_=shortest) if whole else shortest), table)


def _numbered(statement: Select[Any], table: Table) -> Select[Any]:
    """The rows of a table from one number to another, in order."""
    key = key_of(table)
    ends = bindparam("first", type_=Whole), bindparam("last", type_=Whole)
    return statement.where(key.between(*ends)).order_by(key)


def _wrongly_closed(table: Table) -> dict[str, Select[Any]]:
    """Versions whose end is not the beginning of the next one; asked in two ways, so that both are quick."""
    later = table.alias("later")
    following = (later.c.id == table.c.id) & (later.c.version == table.c.version + literal_column("1"))
    return {
        f"closed_without_next_{table.name}": select(table.c.entry)
        .outerjoin_from(table, later, following)
        .where(table.c.closed_at.is_not(None), later.c.entry.is_(None)),
        f"closed_wrongly_{table.name}": select(table.c.entry)
        .join_from(later, table, following)
        .where(later.c.version > literal_column("1"), table.c.closed_at.is_distinct_from(later.c.recorded_at)),
    }


_SHOWN = or_(
    bindparam("with_retracted", type_=Whole) == literal_column("1"), figure.c.status != literal_column("'retracted'")
)

_FIGURES = (
    select(figure)
    .where(
        *_known_at(figure),
        _SHOWN,
        _any_or(figure.c.indicator_id, "indicator"),
        _any_or(figure.c.source_id, "source"),
        _any_or(figure.c.publisher_id, "publisher"),
        _any_or(figure.c.place_id, "place"),
    )
    .order_by(figure.c.as_of_last, func.coalesce(figure.c.published_first, figure.c.as_of_last), figure.c.id)
)


def _column(value: Any) -> Any:
    """All values of a whole-number column in one text, which is read far faster than a row for each."""
    separator: Any = literal_column("','")  # a plain text would become a parameter
    return func.aggregate_strings(_InDigits(value), separator)


class _InDigits(FunctionElement[str]):
    """A whole number as a text; SQLite makes one by itself, and is a sixth faster without being told."""

    type = Text()
    inherit_cache = True
    name = "in_digits"


@compiles(_InDigits)
def _cast(element: _InDigits, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **how)} AS TEXT)"


@compiles(_InDigits, "sqlite")
def _as_it_is(element: _InDigits, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(element.clauses, **how)


def _or_open(column: Any) -> Any:
    return func.coalesce(column, literal_column(str(OPEN)))


def _code(column: Any, *values: str) -> Any:
    """The place of a column's value among these."""
    return case(*((column == literal_column(f"'{value}'"), literal_column(str(n))) for n, value in enumerate(values)))


def _added(*conditions: Any) -> Any:
    """1 for the first condition, 2 for the second, 4 for the third and so on: the sum of those that hold."""
    terms = [
        case((condition, literal_column(str(2**n))), else_=literal_column("0"))
        for n, condition in enumerate(conditions)
    ]
    return reduce(add, terms)


_EMPTY: Any = literal_column("''")
# In the order of `tracker.domain.table.FigureColumns`.
_COLUMNS = (
    figure.c.id,
    figure.c.indicator_id,
    figure.c.source_id,
    figure.c.publisher_id,
    figure.c.place_id,
    _or_open(figure.c.low),
    _or_open(figure.c.high),
    _code(figure.c.basis, *BASES),
    figure.c.as_of_first,
    figure.c.as_of_last,
    _or_open(figure.c.since_first),
    _or_open(figure.c.since_last),
    _or_open(figure.c.published_first),
    _or_open(figure.c.published_last),
    _added(
        figure.c.url == _EMPTY,
        figure.c.quote == _EMPTY,
        figure.c.evidence_id.is_(None),
        func.coalesce(figure_archive.c.url, _EMPTY) == _EMPTY,
        figure_archive.c.holds_number == literal_column("0"),
        figure_archive.c.holds_number.is_(None),
    ),
)
_IN_FORCE = (*_known_at(figure), figure.c.status != literal_column("'retracted'"))

STATEMENTS: dict[str, Select[Any] | Insert | Update] = {
    **{f"insert_{name}": insert(table) for name, table in schema.metadata.tables.items()},
    "schema_version": select(schema.tracker_version.c.version_num),
    "last_figure": select(_last(figure.c.entry), _last(figure.c.id)),
    "last_source_version": select(_last(source_version.c.entry)),
    # The open version of whatever has the number (or the short name) `of`.
    **{
        f"close_{table.name}": update(table)
        .where(table.c.id == bindparam("of", type_=table.c.id.type), table.c.closed_at.is_(None))
        .values(closed_at=bindparam("moment", type_=Whole))
        for table in HISTORIES
    },
    # The lowest number comes last, so that it is the one a dictionary keeps.
    "known_fingerprints": select(figure.c.fingerprint, figure.c.id)
    .where(figure.c.fingerprint.in_(bindparam("fingerprints", type_=LargeBinary, expanding=True)))
    .order_by(figure.c.id.desc()),
    "figures": _FIGURES,
    "figures_by_id": _FIGURES.where(figure.c.id.in_(bindparam("ids", type_=Whole, expanding=True))),
    "figure_columns": select(*map(_column, _COLUMNS))
    .outerjoin_from(figure, figure_archive, figure.c.entry == figure_archive.c.entry)
    .where(*_IN_FORCE),
    "addresses": select(func.count(figure.c.url.distinct())).where(
        *_IN_FORCE,
        figure.c.url != _EMPTY,
        figure.c.indicator_id.in_(bindparam("indicators", type_=Whole, expanding=True)),
    ),
    "versions": select(figure).where(figure.c.id == bindparam("id", type_=Whole)).order_by(figure.c.version),
    "indicators": select(schema.indicator.c.id, schema.indicator.c.name, schema.indicator.c.definition).order_by(
        schema.indicator.c.id
    ),
    "sources": select(schema.source.c.id, schema.source.c.name).order_by(schema.source.c.id),
    "sources_known": select(
        schema.source.c.name,
        source_version.c.coverage,
        source_version.c.grade,
        source_confidential.c.entry.is_not(None),
        source_version.c.version,
        source_version.c.recorded_at,
    )
    .join_from(schema.source, source_version, schema.source.c.id == source_version.c.id)
    .outerjoin(source_confidential, source_version.c.entry == source_confidential.c.entry)
    .where(*_known_at(source_version)),
    "places": select(schema.place.c.id, schema.place.c.name).order_by(schema.place.c.id),
    "place_aliases": select(
        schema.place_alias.c.id, schema.place_alias.c.folded, schema.place_alias.c.name, schema.place_alias.c.place_id
    ).order_by(schema.place_alias.c.id),
    "evidence_numbers": select(schema.evidence.c.id, schema.evidence.c.sha256),
    "evidence_kept": select(schema.evidence.c.sha256).order_by(schema.evidence.c.id),
    "archives": select(
        figure_archive.c.entry, figure_archive.c.url, figure_archive.c.retrieved_on, figure_archive.c.holds_number
    ),
    "evidence": select(schema.evidence.c.name, schema.evidence.c.content).where(
        schema.evidence.c.sha256 == bindparam("sha256", type_=Text)
    ),
    "figure_numbers": select(figure.c.id).where(
        figure.c.version == literal_column("1"), figure.c.id.in_(bindparam("ids", type_=Whole, expanding=True))
    ),
    "last_decision": select(_last(decision.c.id)),
    "last_decision_figure": select(_last(decision_figure.c.id)),
    "decisions": select(decision.c.id, decision.c.kind, decision.c.because, decision.c.recorded_at)
    .where(decision.c.recorded_at <= bindparam("moment", type_=Whole))
    .order_by(decision.c.id),
    "decision_figures": select(decision_figure.c.decision_id, decision_figure.c.figure_id).order_by(
        decision_figure.c.id
    ),
    "last_break": select(_last(series_break.c.entry), _last(series_break.c.id)),
    "breaks_known": select(
        series_break.c.id,
        series_break.c.version,
        series_break.c.status,
        series_break.c.recorded_at,
        schema.indicator.c.name,
        schema.source.c.name,
        series_break.c.starts_on,
        series_break.c.because,
    )
    .join_from(series_break, schema.indicator, series_break.c.indicator_id == schema.indicator.c.id)
    .join(schema.source, series_break.c.source_id == schema.source.c.id)
    .where(*_known_at(series_break))
    .order_by(series_break.c.id),
    "last_waiver": select(_last(waiver.c.entry)),
    "last_waiver_figure": select(_last(waiver_figure.c.id)),
    "waivers_known": select(
        waiver.c.entry,
        waiver.c.id,
        waiver.c.version,
        waiver.c.check_name,
        waiver.c.fingerprint,
        waiver.c.status,
        waiver.c.because,
        waiver.c.author,
        waiver.c.recorded_at,
    )
    .where(*_known_at(waiver))
    .order_by(waiver.c.entry),
    "waiver_figures": select(waiver_figure.c.waiver_entry, waiver_figure.c.figure_id).order_by(waiver_figure.c.id),
    **{f"rows_{table.name}": _numbered(select(table), table) for table in JOURNALLED},
    "journal": _numbered(select(journal), journal),
    "last_rows": select(*(_last(key_of(table)) for table in JOURNALLED)),
    "last_entry": select(journal.c.entry, journal.c.hash, journal.c.recorded_at).where(
        journal.c.entry == select(func.max(journal.c.entry)).scalar_subquery()
    ),
    "entry_of_hash": select(journal.c.entry, journal.c.recorded_at).where(
        journal.c.hash == bindparam("hash", type_=Text)
    ),
    # No row is entered before as many entries as its own number: the search starts near the one it finds.
    "author": select(journal.c.author).where(
        journal.c.entry
        == select(func.min(_journal.c.entry))
        .where(
            _journal.c.entry >= bindparam("number", type_=Whole),
            _journal.c.about == bindparam("about", type_=Text),
            _journal.c.number == bindparam("number", type_=Whole),
        )
        .scalar_subquery()
    ),
    **{name: said for table in HISTORIES for name, said in _wrongly_closed(table).items()},
    "counts": select(
        select(func.count()).select_from(figure).where(figure.c.version == literal_column("1")).scalar_subquery(),
        _number_of(figure),
        _number_of(schema.source),
        _number_of(schema.place),
        _number_of(schema.evidence),
    ),
}
