"""What a page of a pile shows that tells one document from the next: counters, people, firms, its head, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from intake.kinds.evidence import WEAK, evidence_of
from intake.kinds.lexicon import TITLE_MEANINGS
from intake.layout.sheet import sheet_of
from storage.identifiers import is_valid_tax_code, is_valid_vat_id
from storage.reading import Page, Reading

_HEAD, _UPPER = 0.17, 0.3  # of the page's height: where letterheads, where titles stand
_EDGE = 4  # lines at either end of a page where tables say that they go on
_HEADLINE = 1.0

_COUNTER = re.compile(
    r"\b(?:pag(?:in[ae]|g?\.)?|p[áa]g(?:ina|\.)?|foglio|fgl?\.|page|seite|blatt|sheet)\s*[.:]*\s*(?:n[.°r]*\s*)?"
    r"(\d{1,3})\s*(?:/|-|di|of|su|sur|von|de)\s*(\d{1,3})\b",
    re.IGNORECASE,
)
_BARE_COUNTER = re.compile(r"[-–—|\s]*(\d{1,3})\s*(?:/|di|of|von|sur)\s*(\d{1,3})[-–—|\s]*")
_NUMBER = re.compile(
    r"\b(?:pag(?:ina|\.)?|page|seite|página|pág\.)\s*[.:]*\s*(?:n[.°r]*\s*)?(\d{1,3})\b", re.IGNORECASE
)
_TABULAR = re.compile(
    r"(?<![A-Z0-9])(?:[A-Z]{3} ?[A-Z]{3} ?[0-9A-Z]{2}[A-Z][0-9A-Z]{2} ?[A-Z][0-9A-Z]{3}[A-Z])(?![A-Z0-9])"
)
_ELEVEN = re.compile(r"(?<!\d)\d{11}(?!\d)")
_FOREIGN = re.compile(r"\b(?:AT|BE|DE|ES|FR|GB|NL|PL|CH)[A-Z0-9]{8,12}\b")
_CONTACT = re.compile(
    r"\b(?:tel|telefono|fax|pec|e-?mail|p\.? ?iva|part(?:ita)?\.? ?iva|c\.? ?f\.?|cod(?:ice)?\.? fisc(?:ale)?|via|viale"
    r"|piazza|corso|largo|vicolo|www|r\.?e\.?a|cap\.? soc|sede legale|ust-id(?:nr)?|vat|tva|phone)\b|@|\b\d{5} [A-Z]",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:riport[oi]|a riportare|segue|continua|prosegue|brought forward|carried forward|continued|[uü]bertrag"
    r"|fortsetzung|report|suite|suma y sigue)\b",
    re.IGNORECASE,
)
_ENCLOSED = re.compile(
    r"condizioni generali|termini e condizioni|condizioni (?:di|del) (?:vendita|fornitura|contratto|servizio)"
    r"|informativa (?:sul|privacy|ai sensi|sulla)|general (?:terms|conditions)|terms (?:and|&) conditions"
    r"|allgemeine gesch|foglio presenze|cartellino|riepilogo presenze|presenze del mese|lavoro - presenze"
    r"|prospetto presenze|note legali|avvertenze|istruzioni per la compilazione",
    re.IGNORECASE,
)

_RUN_LIST = re.compile(
    r"(?:distinta|elenco|riepilogo|prospetto|tabulato)\s+(?:\w+\s+){0,2}(?:netti|cedolini|paghe|retribuzioni|bonifici"
    r"|elaborazion[ei]|contabil[ei]|contributi|stipendi)|nota contabile|(?:payroll|wage) summary",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Seen:
    """`alone` is what the page says by itself, None for one that says nothing or was not asked."""

    page: Page
    alone: Reading | None

    @cached_property
    def text(self) -> str:
        return self.page.text

    @property
    def aspect(self) -> float:
        return self.page.width / max(1, self.page.height)

    @cached_property
    def counters(self) -> frozenset[tuple[int, int]]:
        """'Page 1 of 2', all that the page says: a printer's, a program's and its own may differ."""
        found = {(int(number), int(of)) for number, of in _COUNTER.findall(self.text)}
        edges = (self.page.lines[:_EDGE], self.page.lines[-_EDGE:])
        for line in (line for lines in edges for line in lines):
            if match := _BARE_COUNTER.fullmatch(" ".join(word.text for word in line)):
                found.add((int(match[1]), int(match[2])))
        return frozenset(pair for pair in found if 1 <= pair[0] <= pair[1] and pair[1] < 200)

    @cached_property
    def numbers(self) -> frozenset[int]:
        """'Page 2', without how many there are."""
        return frozenset(int(number) for number in _NUMBER.findall(_COUNTER.sub(" ", self.text)))

    @cached_property
    def people(self) -> frozenset[str]:
        """Tax codes of persons, those with a wrong sign in them too: what differs from them much is another one."""
        found = {match.replace(" ", "") for match in _TABULAR.findall(self.text.upper())}
        return frozenset(code for code in found if sum(sign.isdigit() for sign in code) >= 5)

    @cached_property
    def sure_people(self) -> frozenset[str]:
        return frozenset(code for code in self.people if is_valid_tax_code(code))

    @cached_property
    def firms(self) -> frozenset[str]:
        """Numbers of firms whose check digit is right."""
        found = {"IT" + number for number in _ELEVEN.findall(self.text)} | set(_FOREIGN.findall(self.text))
        return frozenset(number for number in found if is_valid_vat_id(number))

    @cached_property
    def head(self) -> frozenset[str]:
        """The words at the top, letters and digits only."""
        words = ("".join(filter(str.isalnum, word.text.lower())) for word in self.page.words if word.box.top < _HEAD)
        return frozenset(word for word in words if len(word) > 2)

    @cached_property
    def is_headed(self) -> bool:
        """Whether somebody's name and particulars stand at the top."""
        top = " ".join(word.text for word in self.page.words if word.box.top < _HEAD)
        return len({match.lower() for match in _CONTACT.findall(top)}) >= 2

    @cached_property
    def is_titled(self) -> bool:
        """Whether it says at the top what it is, in large letters or alone."""
        top = tuple(word for word in self.page.words if word.box.top < _UPPER * 1.5)
        sheet = sheet_of(Page(1, self.page.width, self.page.height, self.page.source, 1.0, top))
        strong = (t for t, place in evidence_of([sheet]).titles.items() if place >= _HEADLINE)
        return any(max(TITLE_MEANINGS[title].values()) > WEAK for title in strong)

    @cached_property
    def is_enclosed(self) -> bool:
        """Whether its title is one of what lies behind a document: general terms, hours worked."""
        return bool(_ENCLOSED.search(" ".join(word.text for word in self.page.words if word.box.top < _UPPER)))

    @cached_property
    def is_run_list(self) -> bool:
        """Whether it is the list of everybody's pay that lies behind a run of payslips."""
        return bool(_RUN_LIST.search(" ".join(word.text for word in self.page.words if word.box.top < _UPPER)))

    @cached_property
    def carries_on(self) -> bool:
        """Whether its first lines go on with what stands before."""
        return any(_CARRIED.search(line) for line in self.text.splitlines()[: _EDGE * 3])

    @cached_property
    def goes_on(self) -> bool:
        """Whether its last lines say that there is more."""
        return any(_CARRIED.search(line) for line in self.text.splitlines()[-_EDGE * 2 :])
