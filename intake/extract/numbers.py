"""Numbers of documents: FPR 12/26, 2026/0147, V2-000123, E001517; and the references that look like them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.extract.found import CellText, Found
from intake.extract.names import looks_like_address
from intake.extract.paper import Label, Paper
from intake.extract.scoring import Scored, score
from intake.extract.texts import announced, elsewhere
from intake.extract.wanted import Weights
from intake.layout.sheet import Cell
from intake.references import refers_elsewhere
from intake.words import tokens, word_set
from storage.kinds import FieldType

# A token holds a digit; tokens and short series are parted by a mark, around a slash also by blanks.
_DIGITED = r"[A-Za-z]{0,6}\d[\dA-Za-z]*"
_NO_DATE = r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))"
_PART = rf"(?:(?:/| ?/ ?{_NO_DATE}|[-.\\_])(?:{_DIGITED}|[A-Z](?![A-Za-z]))|[-/.][A-Za-z]{{1,6}}(?![A-Za-z]))"
_NUMBER = re.compile(
    r"(?:(?P<series>[A-Z]{1,5}) |[A-Z]\d (?=\d+[/-]\d|\d{3})"
    rf"|[A-Z]{{1,5}} ?/ ?|(?:[A-Za-z]{{1,6}}[-/._]){{1,2}})?{_DIGITED}(?:{_PART})*"
    r"(?![\w]|,\d|[.]\d)"
)
_SIGN = re.compile(
    r"\W*(?:(?:n|nr|num|no|nro|n\.ro|n\.o|numero|nummer|number|no\.|m(?=[°º]))(?:\s*[.°º:*'’ª]+\s*|\s+))*[^\w]*",
    re.IGNORECASE,
)
_LAW = re.compile(r"^\W*(?:d\.?p\.?r|d\.?lgs|d\.?[ml]|l|legge|artt?|comma|commi)\.?$", re.IGNORECASE)
# Words that part a label from what is not its number.
# The exchange system's code of a paper's kind.
_CODE_OF_KIND = re.compile(r"TD[0-2]\d")
_LEADS_AWAY = word_set(
    "del dal al il in data entro pag pagina foglio di da per via tel cap rev pos art euro eur verde cliente telefono"
    " cellulare fax colli pagine pezzi rea iscrizione albo partita conto civico vat iva"
)
NUMBER: Weights = {
    "number": 1.0, "bare_number": 0.6, "page": -1.0, "code": -0.9, "ddt": -0.9, "order_reference": -0.8,
    "reference": -0.5, "vat_id": -1.0, "tax_code": -1.0, "iban": -1.0, "phone": -1.0, "ship_to": -0.8,
    "protocol": -0.6, "invoice_number": 0.3, "period": -0.6, "level": -0.6,
    "date": -0.2, "document_date": -0.4, "due_date": -0.5, "payment_terms": -0.6, "customer": -0.3, "bank_name": -0.8,
}  # fmt: skip

# What the paper itself is called: the number of a paper called otherwise is another one's.
_NOUNS = {
    "invoice": "fattura fatt ft parcella notula invoice rechnung rechnungsnr rechnungsnummer facture bolletta factura",
    "credit_note": "credito accredito credit gutschrift avoir nc variazione",
    "receipt": "ricevuta scontrino",
    "delivery_note": "ddt bolla trasporto lieferschein",
    "purchase_order": "ordine order po oda commande bestellung",
    "quote": "offerta preventivo quotazione quote",
    "contract": "contratto repertorio atto",
}
_NOUN_KINDS = {word: kind for kind, words in _NOUNS.items() for word in words.split()}
_FOREIGN = -0.7
_PAPERS = ("rechnung", "fattura", "invoice", "facture", "factura")


def number_in(text: Found) -> Found | None:
    """The document number that a text begins with; a sign for "number", one other word and a series may stand before
    it ("n° FPR 12/26")."""
    cell_text = CellText(text.cell)
    start, end = cell_text.start_of(text.first), cell_text.end_of(text.last)
    printed = cell_text.text[:end]
    position = _after_sign(printed, start)
    for _ in range(2):
        word = printed[position:].split(" ", 1)[0]
        before = printed[:position].split()
        if _LAW.match(word) or (before and _LAW.match(before[-1])):
            return None
        match = _NUMBER.match(printed, position)
        if match is not None and _may_be(match):
            first, last = cell_text.words_at(*match.span())
            return Found(FieldType.TEXT, re.sub(r" ?/ ?", "/", match.group()), 1.0, text.cell, first, last)
        bare = re.sub(r"[^a-z]", "", word.lower())
        if any(c.isdigit() for c in word) or bare in _LEADS_AWAY:
            return None
        position = _after_sign(printed, position + len(word))
    return None


def _after_sign(printed: str, position: int) -> int:
    match = _SIGN.match(printed, position)
    return match.end() if match is not None else position


def _may_be(match: re.Match[str]) -> bool:
    series = match["series"]
    return _CODE_OF_KIND.fullmatch(match.group()) is None and not (series and series.lower() in _LEADS_AWAY)


def _is_other_value(paper: Paper, value: Found) -> bool:
    """Whether the characters are a date, an amount or an identifier that has a form of its own."""
    for other in paper.found_in(value.cell):
        if other.type is FieldType.MONTH and re.search(r"[/-]", value.value):
            continue
        covers = other.first <= value.last and other.last >= value.last
        if covers and other.type is not FieldType.MONTH and other.quality > 0.5:
            return True
    return False


def _label_weight(label: Label, weights: Weights, kind: str) -> float:
    known = [weights[role] for role in label.roles if role in weights]
    named = {_NOUN_KINDS[word] for word in label.phrase.split() if word in _NOUN_KINDS}
    if named and kind in _NOUNS and kind not in named and "number" in label.roles and "number" in weights:
        return _FOREIGN
    return max(known, default=0.0)


def numbers(paper: Paper, weights: Weights = NUMBER, kind: str = "") -> Iterator[Scored]:
    """Numbers that labels announce, with how well; not sorted."""
    for labels in paper.labels.values():
        for index, label in enumerate(labels):
            weight = _label_weight(label, weights, kind)
            if weight <= 0 or _is_house(label):
                continue
            if "number" in label.roles and refers_elsewhere(paper.sheet(label.cell.page), label.cell, label.first):
                weight -= 0.9
            before = labels[index - 1] if index else None
            if before is not None and label.first - before.last <= 4 and label.roles & {"bare_number", "of"}:
                said = _label_weight(before, weights, kind)
                weight += min(0.0, said) - 0.3 * ("ddt" in before.roles) + (0.35 if said > 0.5 else 0.0)
            for rank, (text, relation) in enumerate(_texts(paper, label)):
                value = number_in(text)
                if value is not None and (_dated_number(paper, value) or not _is_other_value(paper, value)):
                    yield Scored(
                        value,
                        _plausible(paper, value, label, weight, relation, rank),
                        (f"label:{label.phrase} ({relation})",),
                    )


def _texts(paper: Paper, label: Label) -> Iterator[tuple[Found, str]]:
    """What a label of numbers announces; words without figures behind it belong to it ("Numero / Serie")."""
    glued = label.cell.words[label.last].text
    if label.last > label.first and re.search(r"\d", glued):
        yield Found(FieldType.TEXT, glued, 1.0, label.cell, label.last, len(label.cell.words) - 1), "right of"
    for text, relation in announced(paper, label):
        if relation == "line before" and looks_like_address(text.cell.text):
            continue
        yield text, relation
        own = text.cell is label.cell and len(label.cell.words) <= _HEAD
        if own and not any(c.isdigit() for word in text.words for c in word.text):
            yield from elsewhere(paper, label)


def _dated_number(paper: Paper, value: Found) -> bool:
    """Whether what looks like a date is a number with month and year: a date follows ("n. 24/05/2026 del 6/5")."""
    dates = [found for found in paper.found_in(value.cell) if found.type is FieldType.DATE]
    return any(d.first == value.first for d in dates) and any(0 < d.first - value.last <= 3 for d in dates)


def _is_house(label: Label) -> bool:
    """Whether a bare sign for "number" stands in a street's name: "Via Roma, n. 52"."""
    named = "number" in label.roles or "order_reference" in label.roles
    named = named or any(token.text.endswith(_PAPERS) for token in tokens(label.cell.words[: label.first]))
    return not named and looks_like_address(label.cell.text)


def _plausible(paper: Paper, value: Found, label: Label, weight: float, relation: str, rank: int) -> float:
    score = weight * (1.0 if relation == "right of" else 0.9) * 0.85**rank
    first_page = value.cell.page == paper.sheets[0].page
    score += 0.35 * max(0.0, 0.55 - value.place.top) if first_page else -0.3
    score += 0.1 if label.first == 0 else -0.1
    score += 0.15 if len(label.phrase.split()) > 1 else 0.0
    score -= 0.3 if re.fullmatch(r"\d{1,2}", value.value) and value.first != label.last + 1 else 0.0
    score -= 0.5 if re.fullmatch(r"(?:19|20)\d\d", value.value) else 0.0
    score -= 1.0 if _in_a_sentence(value) else 0.0
    score -= 0.4 if "number" not in label.roles and _has_amount(paper, value.cell) and value.place.top > _GOODS else 0.0
    return score


# Lower on the page, a row with an amount is one of goods.
_GOODS = 0.25
_HEAD = 6


def _in_a_sentence(value: Found) -> bool:
    """Whether a sentence begins behind a number: "documento n. 4374: la presente copia non ha valore"."""
    behind = [word.text for word in value.cell.words[value.last + 1 :]]
    return len(behind) >= 4 and behind[0][:1].islower() and value.words[-1].text.endswith(":")


def best_numbers(paper: Paper, weights: Weights = NUMBER, kind: str = "") -> list[Scored]:
    return sorted(numbers(paper, weights, kind), key=lambda s: -s.score)


_SHAPES = (
    (re.compile(r"(?:19|20)\d\d[-/.]\d{1,7}|\d{1,7}[-/.](?:(?:19|20)\d\d|[A-Za-z]{1,4})"), 0.3, "form:number and year"),
    (re.compile(r"[A-Za-z]{1,5}\d?[-/. ]?\d{1,9}(?:[-/.][\dA-Za-z]{1,6})*"), 0.25, "form:series and number"),
    (re.compile(r"\d{1,7}[-/.]\d{1,4}"), 0.15, "form:two parts"),
    (re.compile(r"\d{1,7}"), 0.0, "form:digits"),
)


def _beside_date(paper: Paper, value: Found, date: Found | None) -> bool:
    """Whether the paper's own date stands right beside or above the number."""
    if date is None or date.cell.page != value.cell.page:
        return False
    if date.cell is value.cell:
        return 0 <= date.first - value.last <= 4
    near = abs(date.cell.column - value.cell.column) == 1 and date.cell.row == value.cell.row
    under = abs(date.cell.row - value.cell.row) == 1 and abs(date.place.left - value.place.left) < 0.1
    return near or under


def unlabelled(paper: Paper, date: Found | None, kind: str) -> list[Scored]:
    """Whatever has the form of a number on the first page, by its form and by the paper's own date beside it."""
    found: list[Scored] = []
    for cell in paper.sheets[0].cells:
        if len(cell.words) > 10 or looks_like_address(cell.text) or not any(c.isdigit() for c in cell.text):
            continue
        for value in _numbers_in(paper, cell):
            shape = next(((bonus, why) for form, bonus, why in _SHAPES if form.fullmatch(value.value)), None)
            if shape is None or sum(c.isalnum() for c in value.value) < 3:
                continue
            one = score(paper, value, NUMBER)
            beside = 0.35 if _beside_date(paper, value, date) else 0.0
            goods = -0.25 if _has_amount(paper, cell) else 0.0
            total = 0.6 * one.score + shape[0] + beside + goods + (0.1 if value.place.top < 0.4 else -0.1)
            evidence = (*one.evidence, shape[1], *(("place:beside the date",) if beside else ()))
            found.append(Scored(value, min(total, 0.9), evidence))
    return sorted(found, key=lambda s: -s.score)


def _has_amount(paper: Paper, cell: Cell) -> bool:
    row = paper.sheet(cell.page).rows[cell.row].cells
    return any(f.type is FieldType.AMOUNT and f.quality > 0.8 for other in row for f in paper.found_in(other))


def _numbers_in(paper: Paper, cell: Cell) -> Iterator[Found]:
    for first in range(len(cell.words)):
        if any(c.isdigit() for c in cell.words[first].text):
            start = first - 1 if first and re.fullmatch(r"[A-Z]{2,5}", cell.words[first - 1].text) else first
            value = number_in(Found(FieldType.TEXT, "", 1.0, cell, start, len(cell.words) - 1))
            if value is not None and not _is_other_value(paper, value):
                yield value
