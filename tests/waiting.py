"""Waiting for a condition, never for a time: asks again soon, then less often, until a deadline."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_FIRST_PAUSE = 0.005
_LONGEST_PAUSE = 0.2


def eventually(predicate: Callable[[], T], timeout: float = 10.0, message: str | Callable[[], str] = "") -> T:
    """The first true value of `predicate`. An assertion that fails inside it counts as "not yet".

    AssertionError after `timeout` seconds, with `message` (called then, when it is a function) and the last value."""
    deadline = time.monotonic() + timeout
    pause, idle = _FIRST_PAUSE, threading.Event()
    while True:
        problem: AssertionError | None = None
        try:
            value = predicate()
            if value:
                return value
            last = repr(value)
        except AssertionError as failure:
            problem, last = failure, f"failed: {failure}"
        if time.monotonic() >= deadline:
            said = message() if callable(message) else message
            raise AssertionError(f"{said or 'still not so'} after {timeout:g} s; last: {last}") from problem
        idle.wait(min(pause, max(0.0, deadline - time.monotonic())))
        pause = min(pause * 1.5, _LONGEST_PAUSE)
