"""Orders in SQLite. In DynamoDB `place` is a `PutItem` with `attribute_not_exists(id)`, and `move` a
`TransactWriteItems` of an `Update` with the condition `state = :before` and a `Put` of the effect.
"""

import sqlite3
from typing import Any
from uuid import UUID


class Orders:
    def __init__(self, path: str) -> None:
        self.path = path
        with self.opened() as database:
            database.executescript(
                "CREATE TABLE IF NOT EXISTS orders (id TEXT PRIMARY KEY, state TEXT NOT NULL);"
                "CREATE TABLE IF NOT EXISTS effects (id INTEGER PRIMARY KEY, order_id TEXT, action TEXT)"
            )

    def opened(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, timeout=30, isolation_level="IMMEDIATE")

    def place(self, order: UUID) -> None:
        with self.opened() as database:
            database.execute("INSERT INTO orders VALUES (?, 'open') ON CONFLICT DO NOTHING", (str(order),))

    def state(self, order: UUID) -> str | None:
        found = self.opened().execute("SELECT state FROM orders WHERE id = ?", (str(order),)).fetchone()
        return None if found is None else str(found[0])

    def move(self, order: UUID, before: str, after: str, effect: str | None) -> bool:
        """Whether it was still in the state before; then it has moved, and the effect is written down."""
        with self.opened() as database:
            moved = database.execute(
                "UPDATE orders SET state = ? WHERE id = ? AND state = ?", (after, str(order), before)
            )
            if moved.rowcount == 1 and effect is not None:
                database.execute("INSERT INTO effects (order_id, action) VALUES (?, ?)", (str(order), effect))
            return moved.rowcount == 1

    def find(self, order: UUID) -> dict[str, Any] | None:
        rows = self.opened().execute(
            "SELECT action FROM effects WHERE order_id = ? ORDER BY id", (str(order),)
        )
        state = self.state(order)
        return None if state is None else {"state": state, "effects": [action for (action,) in rows]}
