"""questions to mentors"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

from db.types import UtcDateTime

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "pair_question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("written_at", UtcDateTime(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_pair_question_pair_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_pair_question_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair_question")),
    )
    op.create_index(op.f("ix_pair_question_pair_id"), "pair_question", ["pair_id"])
    op.create_index(op.f("ix_pair_question_person_id"), "pair_question", ["person_id"])


def downgrade() -> None:
    op.drop_table("pair_question")
