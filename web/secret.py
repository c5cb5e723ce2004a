"""The key that signs the session cookies: made once, kept beside the data, readable by the service alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

_BYTES = 32


def secret_key(data_dir: Path) -> bytes:
    """The key in `data_dir/secret_key`, made with mode 0600 where there is none. A damaged file is an error, and not
    made again: a new key would sign everybody out and hide the damage."""
    path = data_dir / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _kept(path)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(_BYTES))
        file.flush()
        os.fsync(handle)
    return _kept(path)


def _kept(path: Path) -> bytes:
    if path.stat().st_mode & 0o077:
        path.chmod(0o600)
    key = path.read_bytes()
    if len(key) < _BYTES:
        raise ValueError(f"{path} is damaged: remove it and start again; everybody will have to sign in anew")
    return key
