"""The port of the workers: other processes in which hostile files are parsed and pages are read.

A task is a function of a module and its arguments; it may be run twice. What it raises arrives as it was where it is a
`FaldoneError`; everything else arrives as a `WorkerFailure` that says what happened to the worker.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from storage.errors import Message

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class WorkerFailure(Exception):
    """A task was lost through no word of its own. `code` is stable, `why` is for people."""

    code = "error"
    why = Message("errore interno", "internal error")


class TimedOut(WorkerFailure):
    code = "timed_out"
    why = Message("tempo scaduto", "out of time")


class OutOfMemory(WorkerFailure):
    code = "out_of_memory"
    why = Message("memoria esaurita", "out of memory")


class WorkerDied(WorkerFailure):
    code = "worker_died"
    why = Message("il lettore si è interrotto", "the reader broke off")


class WorkersClosed(WorkerFailure):
    """The service is ending: nobody's fault, to be done again at the next start."""

    code = "closed"
    why = Message("il servizio si sta chiudendo", "the service is ending")


class Job(Protocol[Result_co]):
    """A task handed over."""

    def result(self) -> Result_co:
        """Waits for what the task returns. Raises FaldoneError, WorkerFailure."""
        ...

    def cancel(self) -> None:
        """Whoever asked no longer wants the result."""
        ...


class Workers(Protocol):
    """`size` tasks run at once; more wait in the order they came. Safe to use from several threads."""

    @property
    def size(self) -> int: ...

    def submit(self, timeout: float, task: Callable[..., Result], *arguments: object) -> Job[Result]:
        """Hands a task over; it is ended after `timeout` seconds of running. Raises WorkersClosed."""
        ...

    def close(self) -> None:
        """Ends all workers and what they started, within seconds; results still awaited raise WorkersClosed."""
        ...
