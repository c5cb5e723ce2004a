"""`user`: people, for the technician who cannot get in by the page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import click

from app.config import Config
from app.words import helped, plain, summed_up, told
from storage.errors import FaldoneError, Message
from storage.kinds import Area
from storage.store import Store
from storage.users import Role, User
from web.passwords import generated, hash_password

_MOST = 100_000


class NoSuchUser(FaldoneError):
    code = "no_such_user"
    message = Message(
        "Nessun utente si chiama «{name}»: ./faldone user list li elenca.",
        "There is no user named '{name}': ./faldone user list shows them.",
    )


@click.group(
    short_help=summed_up("le persone che possono entrare", "the people who may sign in"),
    help=helped(
        "Le persone che possono entrare, anche mentre il servizio lavora.",
        "The people who may sign in; the service may go on meanwhile.",
    ),
)
def user() -> None:
    pass


@user.command("list", help=helped("Elenca le persone.", "List the people."))
@click.pass_obj
def list_users(configured: Callable[[], Config]) -> None:
    with Store.open(configured().storage) as store:
        for person in store.users.listing(limit=_MOST):
            areas = " ".join(sorted(person.areas))
            state = "" if person.active else told("disattivato", "switched off")
            click.echo("\t".join((plain(person.name), person.role, areas, plain(person.email or ""), state)).rstrip())


@user.command("add", help=helped("Aggiunge una persona e ne stampa la password.", "Add a person, print the password."))
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.ACCOUNTING.value,
    help=helped("Che cosa può fare.", "What the person may do."),
)
@click.option(
    "--area",
    "areas",
    type=click.Choice([area.value for area in Area]),
    multiple=True,
    help=helped("Che cosa vede; senza, quanto è consueto per il ruolo.", "What is seen; else the usual of the role."),
)
@click.option("--email", help=helped("L'indirizzo e-mail.", "The e-mail address."))
@click.pass_obj
def add(configured: Callable[[], Config], name: str, role: str, areas: tuple[str, ...], email: str | None) -> None:
    if not 0 < len(name.strip()) <= 100 or not name.isprintable():
        raise click.BadParameter(told("serve un nome di al massimo 100 caratteri.", "1 to 100 characters."))
    password, wanted = generated(), Role(role)
    seen = frozenset(map(Area, areas)) or wanted.usual_areas
    with Store.open(configured().storage) as store:
        store.users.create(name, hash_password(password), seen, role=wanted, email=email)
    click.echo(f"password: {password}")


@user.command("password", help=helped("Crea e stampa una nuova password.", "Make and print a new password."))
@click.argument("name")
@click.pass_obj
def password(configured: Callable[[], Config], name: str) -> None:
    new = generated()
    with Store.open(configured().storage) as store:
        found = _named(store, name)
        store.users.set_password(found.id, hash_password(new))
        store.sessions.end_all(found.id)
    click.echo(f"password: {new}")


@user.command("deactivate", help=helped("Disattiva una persona, o la riattiva.", "Switch a person off, or on again."))
@click.argument("name")
@click.option("--undo", is_flag=True, help=helped("La riattiva.", "Switch on again."))
@click.pass_obj
def deactivate(configured: Callable[[], Config], name: str, undo: bool) -> None:
    with Store.open(configured().storage) as store:
        store.users.change(replace(_named(store, name), active=undo))
    click.echo(told("Riattivato.", "Switched on.") if undo else told("Disattivato.", "Switched off."))


def _named(store: Store, name: str) -> User:
    found = store.users.by_name(name)
    if found is None:
        raise NoSuchUser(name=plain(name))
    return found
