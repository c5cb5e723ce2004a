"""What Whoosh keeps of a segment, and how it is read: lists of postings a block at a time, as arrays."""

from __future__ import annotations

import struct
from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import numpy as np
from whoosh import columns, fields, formats
from whoosh.reading import TermNotFound

from index.columns import COLUMN_TYPES, NO_AMOUNT, Columns
from index.entries import Forms
from index.matching import Listed, Places, Values

T = TypeVar("T", Listed, Places, Values)
_KEPT_BYTES = 24 << 20  # of lists that were read, by segment
_VALUE = struct.Struct("<q")


# All fields are scorable though none is scored by Whoosh: it looks up lengths that it does not have in the file system.
# mypy knows no types of whoosh: what derives from its classes needs the remark below.
class _Raw(formats.Format):  # type: ignore[misc]
    """Values that Whoosh keeps as they come. `size` in bytes, -1 where it varies."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.posting_size = size


class _Positioned(fields.FieldType):  # type: ignore[misc]
    """Words that come analysed, with positions and weights."""

    def __init__(self) -> None:
        super().__init__(format=_Raw(-1), analyzer=None, scorable=True)

    def index(self, value: Forms, **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for form, (positions, weight) in value.items():
            yield form.encode(), len(positions), weight, array("I", positions).tobytes()


class _Listed(fields.FieldType):  # type: ignore[misc]
    """Words that come analysed, of which only their being there counts."""

    def __init__(self) -> None:
        super().__init__(format=formats.Existence(), analyzer=None, scorable=True)

    def index(self, value: Iterable[str], **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for word in value:
            yield word.encode(), 1, 1.0, b""


class _Valued(fields.FieldType):  # type: ignore[misc]
    """A whole number by name."""

    def __init__(self) -> None:
        super().__init__(format=_Raw(_VALUE.size), analyzer=None, scorable=True)

    def index(self, value: Mapping[str, int], **options: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        for name, number in value.items():
            yield name.encode(), 1, 1.0, _VALUE.pack(number)


class _Numbers(columns.NumericColumn):  # type: ignore[misc]
    """A column that is loaded at a stroke."""

    class Reader(columns.NumericColumn.Reader):  # type: ignore[misc]
        def load(self) -> np.ndarray[Any, np.dtype[Any]]:
            values: array[int] = self._dbfile.get_array(self._basepos, self._typecode, self._count)
            values.extend([self._default] * (self._doccount - len(values)))
            return np.array(values)


class _Names(columns.VarBytesColumn):  # type: ignore[misc]
    """A column of texts that is loaded at a stroke."""

    class Reader(columns.VarBytesColumn.Reader):  # type: ignore[misc]
        def load(self) -> list[str]:
            whole: bytes = self._dbfile.get(self._basepos, sum(self._lengths))
            ends = np.cumsum(self._lengths, dtype=np.int64).tolist()
            return [whole[start:end].decode() for start, end in zip([0, *ends], ends, strict=False)]


_COLUMNS = {name: _Numbers(type, NO_AMOUNT if name == "amount" else 0) for name, type in COLUMN_TYPES.items()}
SCHEMA = fields.Schema(
    body=_Positioned(),
    fields=_Positioned(),
    words=_Listed(),
    values=_Valued(),
    text=fields.STORED(),
    language=fields.STORED(),
    names=fields.COLUMN(_Names()),
    **{name: fields.COLUMN(column) for name, column in _COLUMNS.items()},
)


def load_columns(reader: Any) -> Columns:
    loaded = {name: reader.column_reader(name, translate=False).load() for name in _COLUMNS}
    return Columns(loaded, reader.column_reader("names", translate=False).load())


class WhooshPostings:
    """See `index.matching.Postings`. Keeps what was read last."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self._kept: OrderedDict[tuple[str, str, str], Listed | Places | Values] = OrderedDict()
        self._bytes = 0

    def listed(self, field: str, form: str) -> Listed:
        return self._known("listed", field, form, self._listed)

    def places(self, field: str, form: str) -> Places:
        return self._known("places", field, form, self._places)

    def values(self, name: str) -> Values:
        return self._known("values", "values", name, self._values)

    def count(self, field: str, form: str) -> int:
        try:
            return int(self._reader.doc_frequency(field, form.encode()))
        except TermNotFound:
            return 0

    def beginning(self, field: str, start: str) -> Iterator[tuple[str, int]]:
        encoded = start.encode()
        for (name, form), info in self._reader.iter_from(field, encoded):
            if name != field or not form.startswith(encoded):
                return
            yield form.decode(), info.doc_frequency()

    def text(self, number: int) -> tuple[str, str]:
        kept = self._reader.stored_fields(number)
        return kept["text"], kept["language"]

    def _known(self, what: str, field: str, form: str, read: Callable[[str, str], T]) -> T:
        key = what, field, form
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found  # type: ignore[return-value]
        read_now = read(field, form)
        self._kept[key] = read_now
        self._bytes += _size(read_now)
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        return read_now

    def _listed(self, field: str, form: str) -> Listed:
        blocks = self._blocks(field, form)
        weights = [
            np.full(len(numbers), 1.0 if weights is None else weights, np.float32)
            if weights is None or isinstance(weights, float)
            else np.array(weights, np.float32)
            for numbers, weights, _ in blocks
        ]
        return Listed(_joined([numbers for numbers, _, _ in blocks], np.int32), _joined(weights, np.float32))

    def _places(self, field: str, form: str) -> Places:
        blocks = self._blocks(field, form)
        numbers = [np.repeat(numbers, [len(value) // 4 for value in values]) for numbers, _, values in blocks]
        positions = [np.frombuffer(b"".join(values), np.uint32) for _, _, values in blocks]
        return Places(_joined(numbers, np.int32), _joined(positions, np.uint32))

    def _values(self, field: str, form: str) -> Values:
        blocks = self._blocks(field, form)
        values = [np.frombuffer(values, np.int64) for _, _, values in blocks]
        return Values(_joined([numbers for numbers, _, _ in blocks], np.int32), _joined(values, np.int64))

    def _blocks(self, field: str, form: str) -> list[tuple[Any, Any, Any]]:
        """Of each block the documents, the weights (None: all 1; or one for all) and the values."""
        try:
            matcher = self._reader.postings(field, form.encode())
        except TermNotFound:
            return []
        found = []
        while matcher.is_active():
            # Whoosh's own way, one posting after the other, costs a hundred times as much.
            matcher._read_data()
            steps, weights, values = matcher._data
            found.append((np.cumsum(steps, dtype=np.int64).astype(np.int32), weights, values))
            matcher._next_block()
        return found


def _joined(blocks: list[Any], type: Any) -> Any:
    return np.concatenate(blocks).astype(type, copy=False) if blocks else np.zeros(0, type)


def _size(arrays: Listed | Places | Values) -> int:
    return 100 + sum(array.nbytes for array in arrays)
