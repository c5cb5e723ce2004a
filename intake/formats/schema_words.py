"""What a schema objects to, in the words of people who know an e-invoice by its elements, not its schema."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from storage.errors import Message

_STEP = re.compile(r"^/(?:[\w.-]+:)?[\w.*-]+(?:\[\d+\])?/?")
_PREFIX = re.compile(r"(?<=/)[\w.-]+:|^[\w.-]+:")
_BODY = re.compile(r"FatturaElettronicaBody\[(\d+)\]")
_NAME = re.compile(r"Element '(?:\{[^}]*\})?([^']+)'")
_VALUE = re.compile(r"(?:The value|\]|:) '(.*?)' (?:is not|is greater|is less)", re.DOTALL)
_EXPECTED = re.compile(r"Expected is (?:one of )?\( ([^)]*) \)")
_PATTERN = re.compile(r"by the pattern '(.*)'\.\s*$", re.DOTALL)
_TYPE = re.compile(r"type '(?:\{[^}]*\}|xs:)?([^']+)'\.\s*$")
_LIMIT = re.compile(r"'(-?[\d.:T-]+)'\)?\.\s*$")
_ATTRIBUTE = re.compile(r"attribute '(?:\{[^}]*\})?([^']+)'")
_MOST_NAMES, _MOST_LETTERS = 4, 60

_LATIN = re.compile(
    r"[(\[]+\\p\{IsBasicLatin\}(?P<wide>\\p\{IsLatin-1Supplement\}\])?\{(?P<least>\d+),(?P<most>\d+)\}\)?"
)
_DECIMALS = re.compile(r"(?P<sign>\[\\-\]\?)?\[0-9\]\{1,(?P<whole>\d+)\}\\\.\[0-9\]\{(?P<least>\d)(?:,(?P<most>\d))?\}")
_PATTERNS = {
    "[A-Z]{2}": Message("due lettere maiuscole", "two capital letters"),
    "[A-Z]{3}": Message("tre lettere maiuscole", "three capital letters"),
    "[0-9][0-9][0-9][0-9][0-9]": Message("cinque cifre", "five digits"),
    "[A-Z0-9]{6,7}": Message("6 o 7 lettere maiuscole o cifre", "6 or 7 capital letters or digits"),
    "[A-Z0-9]{11,16}": Message("da 11 a 16 lettere maiuscole o cifre", "11 to 16 capital letters or digits"),
    "[A-Z0-9]{16}": Message("16 lettere maiuscole o cifre", "16 capital letters or digits"),
    "[a-zA-Z]{2}[0-9]{2}[a-zA-Z0-9]{11,30}": Message("un IBAN senza spazi", "an IBAN without blanks"),
    "[A-Z]{6}[A-Z2-9][A-NP-Z0-9]([A-Z0-9]{3}){0,1}": Message("un BIC", "a BIC"),
}
_DATE = Message("una data (AAAA-MM-GG)", "a date (YYYY-MM-DD)")
_WHOLE = Message("un numero intero", "a whole number")
_NUMBER = Message("un numero con il punto (10.00)", "a number with a point (10.00)")
_TYPES = {
    "date": _DATE,
    "DataFatturaType": _DATE,
    "dateTime": Message("data e ora (AAAA-MM-GGThh:mm:ss)", "a date and time (YYYY-MM-DDThh:mm:ss)"),
    "integer": _WHOLE,
    "NumeroLineaType": _WHOLE,
    "RiferimentoNumeroLineaType": _WHOLE,
    "RiferimentoFaseType": _WHOLE,
    "NumeroColliType": _WHOLE,
    "GiorniTerminePagamentoType": _WHOLE,
    "decimal": _NUMBER,
    "Amount2DecimalType": _NUMBER,
    "Amount8DecimalType": _NUMBER,
    "RateType": _NUMBER,
    "PesoType": _NUMBER,
    "QuantitaType": _NUMBER,
    "base64Binary": Message("un allegato in base64", "an attachment in base64"),
}
_MISPLACED = {
    "CVC_COMPLEX_TYPE_2_3": Message("c'è del testo tra gli elementi", "there is text between the elements"),
    "CVC_TYPE_3_1_2": Message("contiene elementi invece di un testo", "holds elements instead of a text"),
}
_CODE = Message("un codice della tabella ufficiale", "a code of the official table")
_OTHER = Message("un altro formato", "another form")


@dataclass(frozen=True, slots=True)
class Fault:
    """`path` is that of the element, in local names below the root; empty for the root."""

    path: str
    reason: Message

    def concerns(self, position: int, of: int) -> bool:
        """Whether it is in the invoice at `position` of `of`, or in what all of them share."""
        body = _BODY.match(self.path)
        return of == 1 or body is None or int(body[1]) == position


def in_words(fault: Fault) -> Message:
    where = f"{fault.path}: " if fault.path else ""
    return Message(where + fault.reason.it, where + fault.reason.en)


def misnamed(element: str, given: str, expected: str) -> Fault:
    """The root (`element` is empty) or an element below it in another namespace than the schema's."""
    stands = given[:200].strip() or "-"
    if not element:
        it = f"namespace: c'è «{stands}», è atteso «{expected}»"
        return Fault("", Message(it, f"namespace: “{stands}” instead of “{expected}”"))
    it = f"{element} e altri elementi hanno il namespace «{stands}», ma non devono averne"
    return Fault("", Message(it, f"{element} and other elements have the namespace “{stands}”, but must have none"))


def fault_of(entry: etree._LogEntry, path: str) -> Fault:
    """What libxml2 says of one element, told anew."""
    below = _PREFIX.sub("", _STEP.sub("", path, count=1))
    return Fault(below, _reason(entry.type_name.removeprefix("SCHEMAV_"), entry.message))


def _reason(type: str, message: str) -> Message:
    if type == "ELEMENT_CONTENT":
        return _content(message)
    if attribute := _ATTRIBUTE.search(message):
        return _attribute(attribute[1], message)
    if type in _MISPLACED:
        return _MISPLACED[type]
    expected = _expected(type, message)
    value = _VALUE.search(message)
    if value is None:
        return Message(f"atteso: {expected.it}", f"expected: {expected.en}")
    stands = _clipped(value[1])
    if not stands:
        return Message(f"è vuoto; atteso: {expected.it}", f"is empty; expected: {expected.en}")
    spaced = value[1] != value[1].strip()
    return Message(
        f"c'è «{stands}»{' tra spazi' if spaced else ''}; atteso: {expected.it}",
        f"“{stands}”{' between blanks' if spaced else ''} stands there; expected: {expected.en}",
    )


def _content(message: str) -> Message:
    names = _EXPECTED.search(message)
    listed = [name.strip().rpartition("}")[2] for name in names[1].split(",")] if names else []
    if "Missing child" in message and listed:
        # what may stand there is listed up to the first that must
        return Message(f"manca {listed[-1]}", f"{listed[-1]} is missing")
    shown = ", ".join(listed[:_MOST_NAMES]) + (" …" if len(listed) > _MOST_NAMES else "")
    if not listed:
        return Message("non è previsto qui", "is not expected here")
    return Message(f"non è previsto qui, dove è atteso {shown}", f"is not expected here, where {shown} is")


def _attribute(name: str, message: str) -> Message:
    if "required" in message:
        return Message(f"manca l'attributo {name}", f"the attribute {name} is missing")
    if "not allowed" in message:
        return Message(f"l'attributo {name} non è previsto", f"the attribute {name} is not expected")
    value = _VALUE.search(message)
    stands = _clipped(value[1]) if value else ""
    return Message(f"l'attributo {name} non può essere «{stands}»", f"the attribute {name} cannot be “{stands}”")


def _expected(type: str, message: str) -> Message:
    if type == "CVC_ENUMERATION_VALID":
        return _CODE
    if pattern := _PATTERN.search(message):
        return _pattern(pattern[1])
    if named := _TYPE.search(message):
        return _TYPES.get(named[1], _OTHER)
    if limit := _LIMIT.search(message):
        return _limited(type, limit[1])
    return _OTHER


def _limited(type: str, limit: str) -> Message:
    words = {
        "CVC_MAXLENGTH_VALID": Message(f"al massimo {limit} caratteri", f"{limit} characters at most"),
        "CVC_MINLENGTH_VALID": Message(f"almeno {limit} caratteri", f"{limit} characters at least"),
        "CVC_LENGTH_VALID": Message(f"{limit} caratteri", f"{limit} characters"),
        "CVC_MAXINCLUSIVE_VALID": Message(f"al massimo {limit}", f"{limit} at most"),
        "CVC_MININCLUSIVE_VALID": Message(f"almeno {limit}", f"{limit} at least"),
    }
    return words.get(type, _OTHER)


def _pattern(pattern: str) -> Message:
    if pattern in _PATTERNS:
        return _PATTERNS[pattern]
    if latin := _LATIN.fullmatch(pattern):
        least, most = latin["least"], latin["most"]
        if latin["wide"]:
            return Message(
                f"un testo da {least} a {most} caratteri latini", f"a text of {least} to {most} Latin characters"
            )
        it = f"un testo da {least} a {most} caratteri senza accenti"
        return Message(it, f"a text of {least} to {most} characters without accents")
    if decimals := _DECIMALS.fullmatch(pattern):
        least, most = decimals["least"], decimals["most"] or decimals["least"]
        count = least if least == most else f"{least}-{most}"
        return Message(
            f"un numero con il punto e {count} decimali (10.00)", f"a number with a point and {count} decimals (10.00)"
        )
    if "@" in pattern:
        return Message("un indirizzo e-mail", "an e-mail address")
    return _OTHER


def _clipped(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_LETTERS else plain[:_MOST_LETTERS] + "…"
