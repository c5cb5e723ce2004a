"""The command line: finds the configuration, runs a command, and turns what went wrong into a sentence."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

import click

from app.commands import add, look, read, run, separator, upkeep, user
from app.config import Config, load
from app.config_file import BadConfiguration
from app.words import helped, told, told_message
from storage.errors import FaldoneError

_HELP = helped(
    "Faldone legge i documenti che arrivano in una cartella, li archivia e li fa ritrovare.",
    "Faldone reads the documents that come into a folder, files them and finds them again.",
)
_CONFIG = helped("Il file di configurazione (altrimenti config.yaml).", "The configuration file (else config.yaml).")


@dataclass(slots=True)
class _Configured:
    """The configuration is read when a command asks for it: `--help` works with a wrong one."""

    path: Path | None

    def __call__(self) -> Config:
        return load(self.path)


class _InOrder(click.Group):
    """Lists the commands as they were added, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_InOrder, help=_HELP, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option("--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help=_CONFIG)
@click.pass_context
def cli(context: click.Context, config_file: Path | None) -> None:
    context.obj = _Configured(config_file)


for command in (
    run.run,
    run.demo,
    add.add,
    look.search,
    look.list_documents,
    look.status,
    read.read,
    separator.separator,
    upkeep.reindex,
    upkeep.check,
    user.user,
    run.test,
):
    cli.add_command(command)


def _suffer_poor_terminals() -> None:
    """One that knows few characters must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def main() -> None:
    """Exit codes: 0 well, 1 something went wrong, 2 the command line or the configuration is wrong."""
    _suffer_poor_terminals()
    try:
        sys.exit(cli.main(prog_name="faldone", standalone_mode=False) or 0)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except BadConfiguration as wrong:
        for problem in wrong.problems:
            click.echo(f"{problem.where}: {problem.key}: {told_message(problem.message)}", err=True)
        sys.exit(2)
    except FaldoneError as wrong:
        click.echo(told_message(wrong.message), err=True)
        sys.exit(1)
    except BrokenPipeError:  # whoever read our output has had enough
        sys.stderr.close()
        sys.exit(1)
    except OSError as wrong:
        click.echo(told(f"Il sistema rifiuta: {wrong}.", f"The system refuses: {wrong}."), err=True)
        sys.exit(1)
