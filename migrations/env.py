"""How Alembic reaches a store: on the connection tracker lends it, or at -x db=LOCATION, TRACKER_DB or the default."""

import os
from datetime import UTC, datetime

from alembic import context
from sqlalchemy import Connection

from tracker.store.database import connect
from tracker.store.locate import locate
from tracker.store.making import fill
from tracker.store.moments import microseconds
from tracker.store.schema import VERSION_TABLE, metadata


def migrate(connection: Connection, at: int) -> None:
    """Run the migrations inside the transaction that `connection` is in; what they enter is entered at `at`."""
    context.configure(connection=connection, target_metadata=metadata, version_table=VERSION_TABLE, at=at)
    context.run_migrations()


lent = context.config.attributes.get("connection")
if lent is not None:
    migrate(lent, context.config.attributes["at"])
else:
    location = locate(context.get_x_argument(as_dictionary=True).get("db"), os.environ)
    now = microseconds(datetime.now(UTC))  # noqa: TID251 - a developer's command line, as it were
    with connect(location) as database, database.transaction():
        was_empty = database.revision() is None
        with database.lend() as connection:
            migrate(connection, now)
        if was_empty and database.revision() is not None:
            fill(database, now)
