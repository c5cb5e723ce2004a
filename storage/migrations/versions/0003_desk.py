"""people with roles, sessions and tokens; tags, notes, shares, rearranged pages; what lists sort and sum by; webhooks"""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from storage.counterparts import name_key

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _users()
    _documents()
    _tags()
    _document_tags()
    _notes()
    _shares()
    _arrangements()
    _sessions()
    _tokens()
    _saved_searches()
    _webhooks()
    _deliveries()
    _fill()


def _users() -> None:
    op.add_column('users', sa.Column('role', sa.String(length=20), server_default='accounting', nullable=False))
    op.add_column('users', sa.Column('active', sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column('users', sa.Column('email', sa.Text(), nullable=True))
    op.add_column('users', sa.Column('subject', sa.Text(), nullable=True))
    op.create_index('uq_users_subject', 'users', ['subject'], unique=True)

    op.execute("UPDATE users SET role = 'administrator' WHERE admin")
    with op.batch_alter_table("users") as table:
        table.drop_column("admin")


def _documents() -> None:
    op.add_column('documents', sa.Column('counterpart_key', sa.Text(), nullable=True))
    op.add_column('documents', sa.Column('cents', sa.BigInteger(), nullable=True))
    op.add_column('documents', sa.Column('due_date', sa.String(length=10), nullable=True))
    op.add_column('documents', sa.Column('assignee_id', sa.Integer(), nullable=True))
    op.add_column('documents', sa.Column('assigned_due', sa.String(length=10), nullable=True))
    op.create_index(op.f('ix_documents_assignee_id'), 'documents', ['assignee_id'])
    op.create_index(op.f('ix_documents_counterpart_key_area_status'), 'documents', ['counterpart_key', 'area', 'status'])
    op.create_index(op.f('ix_documents_status_due_date_id'), 'documents', ['status', 'due_date', 'id'])


def _tags() -> None:
    op.create_table('tags',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('key', name=op.f('pk_tags'))
    )


def _document_tags() -> None:
    op.create_table('document_tags',
    sa.Column('key', sa.Text(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_document_tags_document_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['key'], ['tags.key'], name=op.f('fk_document_tags_key'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('key', 'document_id', name=op.f('pk_document_tags'))
    )
    op.create_index(op.f('ix_document_tags_document_id'), 'document_tags', ['document_id'])


def _notes() -> None:
    op.create_table('notes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_notes_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_notes'))
    )
    op.create_index(op.f('ix_notes_document_id'), 'notes', ['document_id'])


def _shares() -> None:
    op.create_table('shares',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=False),
    sa.Column('opened', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_shares_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shares')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_shares_key_hash'))
    )
    op.create_index(op.f('ix_shares_document_id'), 'shares', ['document_id'])


def _arrangements() -> None:
    op.create_table('arrangements',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('document_id', sa.Integer(), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('sheets', sa.JSON(), nullable=False),
    sa.Column('error_it', sa.Text(), nullable=True),
    sa.Column('error_en', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['document_id'], ['documents.id'], name=op.f('fk_arrangements_document_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_arrangements'))
    )
    op.create_index(op.f('ix_arrangements_document_id'), 'arrangements', ['document_id'])
    op.create_index(op.f('ix_arrangements_state'), 'arrangements', ['state'])


def _sessions() -> None:
    op.create_table('sessions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('seen_at', sa.DateTime(), nullable=False),
    sa.Column('agent', sa.Text(), nullable=False),
    sa.Column('address', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_sessions_user_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sessions')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_sessions_key_hash'))
    )
    op.create_index(op.f('ix_sessions_user_id'), 'sessions', ['user_id'])


def _tokens() -> None:
    op.create_table('tokens',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('purpose', sa.String(length=20), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('key_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=True),
    sa.Column('used_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_tokens_user_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tokens')),
    sa.UniqueConstraint('key_hash', name=op.f('uq_tokens_key_hash'))
    )
    op.create_index(op.f('ix_tokens_user_id'), 'tokens', ['user_id'])


def _saved_searches() -> None:
    op.create_table('saved_searches',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('asked', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['user_id'], ['users.id'], name=op.f('fk_saved_searches_user_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_searches'))
    )
    op.create_index(op.f('ix_saved_searches_user_id'), 'saved_searches', ['user_id'])


def _webhooks() -> None:
    op.create_table('webhooks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('url', sa.Text(), nullable=False),
    sa.Column('secret', sa.Text(), nullable=False),
    sa.Column('events', sa.JSON(), nullable=False),
    sa.Column('areas', sa.JSON(), nullable=False),
    sa.Column('active', sa.Boolean(), server_default=sa.true(), nullable=False),
    sa.Column('user', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('last_event', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_webhooks'))
    )


def _deliveries() -> None:
    op.create_table('deliveries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('webhook_id', sa.Integer(), nullable=False),
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.JSON(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('next_at', sa.DateTime(), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['webhook_id'], ['webhooks.id'], name=op.f('fk_deliveries_webhook_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deliveries'))
    )
    op.create_index(op.f('ix_deliveries_state_next_at'), 'deliveries', ['state', 'next_at'])
    op.create_index(op.f('ix_deliveries_webhook_id'), 'deliveries', ['webhook_id'])


def _fill() -> None:
    """What is filed already is sorted and summed as what will be."""
    connection = op.get_bind()
    connection.execute(sa.text(
        "UPDATE documents SET cents = CAST(ROUND(CAST(amount AS NUMERIC) * 100) AS BIGINT) WHERE amount IS NOT NULL"
    ))
    connection.execute(sa.text(
        "UPDATE documents SET due_date = (SELECT value FROM field_values WHERE document_id = documents.id AND current"
        " AND name = 'due_date' ORDER BY field_values.user IS NOT NULL DESC, field_values.id DESC LIMIT 1)"
    ))
    names = connection.execute(sa.text("SELECT DISTINCT counterpart FROM documents WHERE counterpart IS NOT NULL"))
    rows = [{"key": name_key(name), "name": name} for (name,) in names]
    if rows:
        connection.execute(sa.text("UPDATE documents SET counterpart_key = :key WHERE counterpart = :name"), rows)
    tags: dict[str, str] = {}
    of_documents = []
    for id, found in connection.execute(sa.text("SELECT id, tags FROM documents")):
        for tag in json.loads(found) if isinstance(found, str) else found or ():
            if key := name_key(tag):
                tags.setdefault(key, tag)
                of_documents.append({"key": key, "id": id})
    if tags:
        connection.execute(
            sa.text("INSERT INTO tags (key, name) VALUES (:key, :name)"),
            [{"key": key, "name": name} for key, name in tags.items()],
        )
        unique = list({(row["key"], row["id"]): row for row in of_documents}.values())
        connection.execute(sa.text("INSERT INTO document_tags (key, document_id) VALUES (:key, :id)"), unique)
