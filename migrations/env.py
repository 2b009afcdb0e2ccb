"""How Alembic reaches a store: on the connection tracker lends it, or at -x db=LOCATION, TRACKER_DB or the default."""

import os

from alembic import context
from sqlalchemy import Connection

from tracker.store.database import connect
from tracker.store.locate import locate
from tracker.store.schema import VERSION_TABLE, metadata


def migrate(connection: Connection) -> None:
    """Run the migrations inside the transaction that `connection` is in."""
    context.configure(connection=connection, target_metadata=metadata, version_table=VERSION_TABLE)
    context.run_migrations()


lent = context.config.attributes.get("connection")
if lent is not None:
    migrate(lent)
else:
    database = connect(locate(context.get_x_argument(as_dictionary=True).get("db"), os.environ))
    with database, database.transaction(), database.lend() as connection:
        migrate(connection)
