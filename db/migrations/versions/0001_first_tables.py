"""first tables"""

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

import db.types

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | Sequence[str] | None = None
depends_on: str | Sequence[str] | None = None


def upgrade() -> None:
    op.create_table(
        "unit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("search_name", sa.String(length=200), nullable=False),
        sa.Column("path", sa.String(length=100), nullable=False),
        sa.Column("time_zone", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["unit.id"], name=op.f("fk_unit_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unit")),
    )
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.create_index("ix_unit_parent_kind", ["parent_id", "kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_unit_path"), ["path"], unique=False)

    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("surname", sa.String(length=80), nullable=True),
        sa.Column("given_name", sa.String(length=80), nullable=True),
        sa.Column("patronymic", sa.String(length=80), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=True),
        sa.Column("experience_from", sa.Integer(), nullable=True),
        sa.Column("experience_exact", sa.Boolean(), nullable=False),
        sa.Column("locale", sa.String(length=5), nullable=False),
        sa.Column("anonymous", sa.Boolean(), nullable=False),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("erased_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_person_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_person")),
    )
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(length=10), nullable=False),
        sa.Column("user_id", db.types.BigId, nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("locale", sa.String(length=5), nullable=False),
        sa.Column("reach", sa.String(length=10), nullable=False),
        sa.Column("wrong_codes", sa.Integer(), nullable=False),
        sa.Column("wrong_codes_from", db.types.UtcDateTime(), nullable=True),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_account_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("platform", "user_id", name=op.f("uq_account_platform_user_id")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_account_person_id"), ["person_id"], unique=False)

    op.create_table(
        "attempt",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=60), nullable=False),
        sa.Column("version", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("finished_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_attempt_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempt")),
    )
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.create_index("ix_attempt_person_questionnaire", ["person_id", "questionnaire_id"], unique=False)
        batch_op.create_index(
            "uq_attempt_in_progress",
            ["person_id", "questionnaire_id"],
            unique=True,
            sqlite_where=sa.text("state = 'in_progress'"),
            postgresql_where=sa.text("state = 'in_progress'"),
        )

    op.create_table(
        "audit_record",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", db.types.UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("details", db.types.Json, nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_audit_record_actor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_record")),
    )
    with op.batch_alter_table("audit_record", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_record_at"), ["at"], unique=False)

    op.create_table(
        "entry_code",
        sa.Column("code", sa.String(length=6), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("expires_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("used_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_entry_code_person_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_entry_code")),
    )
    with op.batch_alter_table("entry_code", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_code_person_id"), ["person_id"], unique=False)

    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("organiser_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("starts_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("ends_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("venue", sa.String(length=200), nullable=True),
        sa.Column("link", sa.String(length=300), nullable=True),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("sign_up_until", db.types.UtcDateTime(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("cancel_reason", sa.String(length=300), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.CheckConstraint("capacity IS NULL OR capacity >= 0", name=op.f("ck_event_capacity")),
        sa.ForeignKeyConstraint(["organiser_id"], ["person.id"], name=op.f("fk_event_organiser_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_event_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_status_starts", ["status", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "pair",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mentor_id", sa.Integer(), nullable=False),
        sa.Column("mentee_id", sa.Integer(), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("order_number", sa.String(length=40), nullable=False),
        sa.Column("order_date", sa.Date(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.CheckConstraint("mentor_id <> mentee_id", name=op.f("ck_pair_two_people")),
        sa.ForeignKeyConstraint(["mentee_id"], ["person.id"], name=op.f("fk_pair_mentee_id")),
        sa.ForeignKeyConstraint(["mentor_id"], ["person.id"], name=op.f("fk_pair_mentor_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_pair_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pair")),
    )
    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_pair_mentee_id"), ["mentee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_mentor_id"), ["mentor_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_pair_unit_id"), ["unit_id"], unique=False)

    op.create_table(
        "person_subject",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_person_subject_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", "subject", name=op.f("pk_person_subject")),
    )
    with op.batch_alter_table("person_subject", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_person_subject_subject"), ["subject"], unique=False)

    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("requester_id", sa.Integer(), nullable=False),
        sa.Column("tutor_id", sa.Integer(), nullable=True),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=200), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=60), nullable=True),
        sa.Column("area_id", sa.String(length=40), nullable=True),
        sa.Column("form", sa.String(length=20), nullable=False),
        sa.Column("when_code", sa.String(length=20), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("meeting_at", db.types.UtcDateTime(), nullable=True),
        sa.Column("decline_reason", sa.String(length=300), nullable=True),
        sa.Column("tutor_says_held", sa.Boolean(), nullable=True),
        sa.Column("requester_says_held", sa.Boolean(), nullable=True),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["requester_id"], ["person.id"], name=op.f("fk_request_requester_id")),
        sa.ForeignKeyConstraint(["tutor_id"], ["person.id"], name=op.f("fk_request_tutor_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_request_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_requester_id"), ["requester_id"], unique=False)
        batch_op.create_index("ix_request_status_created", ["status", "created_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_request_tutor_id"), ["tutor_id"], unique=False)

    op.create_table(
        "role_assignment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("unit_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_role_assignment_person_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["unit_id"], ["unit.id"], name=op.f("fk_role_assignment_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_assignment")),
        sa.UniqueConstraint("person_id", "role", "unit_id", name=op.f("uq_role_assignment_person_id_role_unit_id")),
    )
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.create_index("ix_role_assignment_role_unit", ["role", "unit_id"], unique=False)

    op.create_table(
        "tutor_profile",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("max_tutees", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_tutor_profile_person_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_tutor_profile")),
    )
    op.create_table(
        "answer",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=40), nullable=False),
        sa.Column("value", db.types.Json, nullable=False),
        sa.Column("answered_at", db.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["attempt_id"], ["attempt.id"], name=op.f("fk_answer_attempt_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("attempt_id", "item_id", name=op.f("pk_answer")),
    )
    op.create_table(
        "area_result",
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("area_id", sa.String(length=40), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=True),
        sa.Column("level_id", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_area_result_attempt_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("attempt_id", "area_id", name=op.f("pk_area_result")),
    )
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author_id", sa.Integer(), nullable=False),
        sa.Column("author_role", sa.String(length=20), nullable=False),
        sa.Column("under", sa.String(length=200), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("attachment_kind", sa.String(length=10), nullable=True),
        sa.Column("attachment_id", sa.String(length=200), nullable=True),
        sa.Column("attachment_name", sa.String(length=200), nullable=True),
        sa.Column("segment", db.types.Json, nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("send_at", db.types.UtcDateTime(), nullable=True),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("finished_at", db.types.UtcDateTime(), nullable=True),
        sa.Column("progress_account_id", sa.Integer(), nullable=True),
        sa.Column("progress_message_id", db.types.BigId, nullable=True),
        sa.Column("progress_shown", sa.String(length=60), nullable=True),
        sa.ForeignKeyConstraint(["author_id"], ["person.id"], name=op.f("fk_broadcast_author_id")),
        sa.ForeignKeyConstraint(["progress_account_id"], ["account.id"], name=op.f("fk_broadcast_progress_account_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_broadcast_author_id"), ["author_id"], unique=False)

    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("questionnaire_id", sa.String(length=60), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("due_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("nudge_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("silent_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("answered_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["pair_id"], ["pair.id"], name=op.f("fk_check_in_pair_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_check_in_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_in")),
        sa.UniqueConstraint("pair_id", "side", "week", name=op.f("uq_check_in_pair_id_side_week")),
    )
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.create_index("ix_check_in_person_state", ["person_id", "state"], unique=False)

    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("text_version", sa.String(length=20), nullable=False),
        sa.Column("text_locale", sa.String(length=5), nullable=False),
        sa.Column("text_hash", sa.String(length=64), nullable=False),
        sa.Column("given_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("withdrawn_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_consent_account_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_consent_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index("ix_consent_person_purpose", ["person_id", "purpose"], unique=False)

    op.create_table(
        "event_subject",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_event_subject_event_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "subject", name=op.f("pk_event_subject")),
    )
    with op.batch_alter_table("event_subject", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_subject_subject"), ["subject"], unique=False)

    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", db.types.Json, nullable=False),
        sa.Column("due_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("expires_at", db.types.UtcDateTime(), nullable=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("edits_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("leased_until", db.types.UtcDateTime(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("message_id", db.types.BigId, nullable=True),
        sa.Column("failure", sa.String(length=40), nullable=True),
        sa.Column("done_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_outbox_account_id")),
        sa.ForeignKeyConstraint(["edits_id"], ["outbox.id"], name=op.f("fk_outbox_edits_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_outbox_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_outbox_dedupe_key")),
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_due", ["state", "due_at"], unique=False)
        batch_op.create_index("ix_outbox_person", ["person_id"], unique=False)
        batch_op.create_index("ix_outbox_subject", ["kind", "subject_id"], unique=False)

    op.create_table(
        "request_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("at", db.types.UtcDateTime(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.Column("from_status", sa.String(length=20), nullable=True),
        sa.Column("to_status", sa.String(length=20), nullable=False),
        sa.Column("note", sa.String(length=20), nullable=True),
        sa.Column("meeting_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["person.id"], name=op.f("fk_request_change_actor_id")),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_request_change_request_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_change")),
    )
    with op.batch_alter_table("request_change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_change_request_id"), ["request_id"], unique=False)

    op.create_table(
        "request_offer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("tutor_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_version", sa.Integer(), nullable=False),
        sa.Column("proposed_at", db.types.UtcDateTime(), nullable=True),
        sa.Column("proposed_version", sa.Integer(), nullable=True),
        sa.Column("answered_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_request_offer_request_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["tutor_id"], ["person.id"], name=op.f("fk_request_offer_tutor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request_offer")),
        sa.UniqueConstraint("request_id", "tutor_id", name=op.f("uq_request_offer_request_id_tutor_id")),
    )
    with op.batch_alter_table("request_offer", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_offer_tutor_id"), ["tutor_id"], unique=False)

    op.create_table(
        "result_share",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("attempt_id", sa.Integer(), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False),
        sa.Column("shared_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("revoked_at", db.types.UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["attempt_id"], ["attempt.id"], name=op.f("fk_result_share_attempt_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_result_share")),
        sa.UniqueConstraint("attempt_id", "audience", name=op.f("uq_result_share_attempt_id_audience")),
    )
    op.create_table(
        "sign_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("will_come", sa.Boolean(), nullable=True),
        sa.Column("created_at", db.types.UtcDateTime(), nullable=False),
        sa.Column("changed_at", db.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_sign_up_event_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_sign_up_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
        sa.UniqueConstraint("event_id", "person_id", name=op.f("uq_sign_up_event_id_person_id")),
    )
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.create_index("ix_sign_up_line", ["event_id", "state", "turn"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_up_person_id"), ["person_id"], unique=False)

    op.create_table(
        "check_in_answer",
        sa.Column("check_in_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.String(length=40), nullable=False),
        sa.Column("value", db.types.Json, nullable=False),
        sa.Column("answered_at", db.types.UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["check_in_id"], ["check_in.id"], name=op.f("fk_check_in_answer_check_in_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("check_in_id", "item_id", name=op.f("pk_check_in_answer")),
    )


def downgrade() -> None:
    op.drop_table("check_in_answer")
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_up_person_id"))
        batch_op.drop_index("ix_sign_up_line")

    op.drop_table("sign_up")
    op.drop_table("result_share")
    with op.batch_alter_table("request_offer", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_offer_tutor_id"))

    op.drop_table("request_offer")
    with op.batch_alter_table("request_change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_change_request_id"))

    op.drop_table("request_change")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index("ix_outbox_subject")
        batch_op.drop_index("ix_outbox_person")
        batch_op.drop_index("ix_outbox_due")

    op.drop_table("outbox")
    with op.batch_alter_table("event_subject", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_subject_subject"))

    op.drop_table("event_subject")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index("ix_consent_person_purpose")

    op.drop_table("consent")
    with op.batch_alter_table("check_in", schema=None) as batch_op:
        batch_op.drop_index("ix_check_in_person_state")

    op.drop_table("check_in")
    with op.batch_alter_table("broadcast", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_broadcast_author_id"))

    op.drop_table("broadcast")
    op.drop_table("area_result")
    op.drop_table("answer")
    op.drop_table("tutor_profile")
    with op.batch_alter_table("role_assignment", schema=None) as batch_op:
        batch_op.drop_index("ix_role_assignment_role_unit")

    op.drop_table("role_assignment")
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_request_tutor_id"))
        batch_op.drop_index("ix_request_status_created")
        batch_op.drop_index(batch_op.f("ix_request_requester_id"))

    op.drop_table("request")
    with op.batch_alter_table("person_subject", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_subject_subject"))

    op.drop_table("person_subject")
    with op.batch_alter_table("pair", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_pair_unit_id"))
        batch_op.drop_index(batch_op.f("ix_pair_mentor_id"))
        batch_op.drop_index(batch_op.f("ix_pair_mentee_id"))

    op.drop_table("pair")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_unit_id"))
        batch_op.drop_index("ix_event_status_starts")

    op.drop_table("event")
    with op.batch_alter_table("entry_code", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_code_person_id"))

    op.drop_table("entry_code")
    with op.batch_alter_table("audit_record", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_record_at"))

    op.drop_table("audit_record")
    with op.batch_alter_table("attempt", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_attempt_in_progress",
            sqlite_where=sa.text("state = 'in_progress'"),
            postgresql_where=sa.text("state = 'in_progress'"),
        )
        batch_op.drop_index("ix_attempt_person_questionnaire")

    op.drop_table("attempt")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_account_person_id"))

    op.drop_table("account")
    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_person_unit_id"))

    op.drop_table("person")
    with op.batch_alter_table("unit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_unit_path"))
        batch_op.drop_index("ix_unit_parent_kind")

    op.drop_table("unit")
