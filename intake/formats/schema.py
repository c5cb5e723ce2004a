"""What the official schema of FatturaPA objects to in a file. It is told, and stops nothing: the reading is another's.

Namespaces are put right first, each slip a fault of its own, so that one wrong name does not hide what else is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from intake.formats.schema_words import Fault, fault_of, in_words, misnamed
from storage.reading import Check

CHECK = "schema_valid"
# SDI takes files up to 5 MB; a larger one never went through it, and its check would cost more than it tells
MAX_CHARACTERS = 8_000_000
MOST_TOLD = 3
# libxml2 counts an element's siblings for each fault it tells, so that a list of many wrong lines would take minutes
MOST_ALIKE, MOST_ELEMENTS = 500, 30_000

_FOLDER = Path(__file__).parent / "schemas"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
# root element -> its schema, its namespace
_SCHEMAS = {
    "FatturaElettronica": ("fatturapa_ordinary.xsd", "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"),
    "FatturaElettronicaSemplificata": (
        "fatturapa_simplified.xsd",
        "http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.0",
    ),
}
_OLD_NAMESPACE = "/sdi/fatturapa/v1."
_OLD_VERSIONS = frozenset({"SDI10", "SDI11", "1.0", "1.1"})


def faults(text: str) -> tuple[Fault, ...] | None:
    """What the schema objects to, in the order of the file; None where no schema speaks of such a file: of another
    root element, of the versions 1.0 and 1.1, or larger than any that SDI takes. `text` is well-formed."""
    if len(text) > MAX_CHARACTERS:
        return None
    root = etree.fromstring(text.encode("utf-8"), _parser())
    name = _name(root) if root is not None else None
    if name is None or name.localname not in _SCHEMAS:
        return None
    if not _trimmed(root):
        return None
    file, namespace = _SCHEMAS[name.localname]
    if _OLD_NAMESPACE in (name.namespace or "") or root.get("versione") in _OLD_VERSIONS:
        return None
    found = list(_renamed(root, namespace))
    schema = _schema(file)
    if not schema.validate(root):
        found += _from_log(schema.error_log)
    return tuple(found)


def check(found: Sequence[Fault], position: int, of: int) -> Check:
    """The check of one invoice of a file: what is wrong in its own body and in what all share."""
    own = [fault for fault in found if fault.concerns(position, of)]
    if not own:
        return Check(CHECK, True)
    told = [in_words(fault) for fault in own[:MOST_TOLD]]
    more = len(own) - len(told)
    english = [message.en for message in told] + ([f"and {more} more"] if more else [])
    italian = [message.it for message in told] + ([f"e altri {more}"] if more > 1 else ["e un altro"] if more else [])
    return Check(CHECK, False, "; ".join(english), "; ".join(italian))


def _parser() -> etree.XMLParser:
    """It recovers from what is well-formed and yet no valid namespace."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, recover=True)


@cache
def _schema(file: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(_FOLDER / file), _parser()))


def _trimmed(root: etree._Element) -> bool:
    """Leaves the first `MOST_ALIKE` of each kind of child (lines, invoices); False where even that is too much."""
    count, waiting = 0, [root]
    while waiting and count <= MOST_ELEMENTS:
        parent = waiting.pop()
        alike = Counter[str]()
        for child in list(parent):
            alike[str(child.tag)] += 1
            if alike[str(child.tag)] > MOST_ALIKE:
                parent.remove(child)
            else:
                waiting.append(child)
        count += len(parent)
    return count <= MOST_ELEMENTS


def _renamed(root: etree._Element, namespace: str) -> Iterator[Fault]:
    """Gives every element the namespace it should have, and the fault where it had another."""
    given = _name(root).namespace or ""
    if given != namespace:
        yield misnamed("", given, namespace)
        root.tag = f"{{{namespace}}}{_name(root).localname}"
    etree.strip_attributes(root, f"{{{_XSI}}}*")
    strangers = [element for part in root if not _is_signature(part) for element in part.iter("{*}*")]
    strangers = [element for element in strangers if _name(element).namespace]
    if strangers:
        name = _name(strangers[0])
        yield misnamed(name.localname, name.namespace or "", "")
    for element in strangers:
        element.tag = _name(element).localname


class _Name(NamedTuple):
    localname: str
    namespace: str | None


def _name(element: etree._Element) -> _Name:
    """lxml's own fails on a prefix that nothing declares, which it leaves in the tag: p:FatturaElettronica."""
    namespace, closing, local = str(element.tag).rpartition("}")
    return _Name(local.rpartition(":")[2], namespace.removeprefix("{") if closing else None)


def _is_signature(element: etree._Element) -> bool:
    """A signature has namespaces of its own."""
    return isinstance(element.tag, str) and _name(element).localname == "Signature"


def _from_log(log: etree._ListErrorLog) -> Iterator[Fault]:
    """One fault for each element, the last said of it: of a wrong code its length is no matter."""
    last = {entry.path or "": entry for entry in log}
    yield from (fault_of(entry, path) for path, entry in last.items())
