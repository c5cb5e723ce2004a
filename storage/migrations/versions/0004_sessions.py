"""sessions that were asked to stay"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("stays", sa.Boolean(), server_default=sa.false(), nullable=False))
