"""Legal forms of firms as they are printed, abbreviated, spelled out or spaced, and what may follow them in a name.

Sources: artt. 2251-2548 c.c. and usual abbreviations; the commonest forms of Germany, Austria, Switzerland, France,
Spain, the Netherlands, the United Kingdom, Poland and Slovenia.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.words import plain
from storage.reading import Word


def _initials(letters: str) -> str:
    """Letters with points and blanks between them, an l also as readers take it for a figure or a mark."""
    return r"[ .,:;·]{0,2}".join("[l1|!]" if letter == "l" else letter for letter in letters) + r"\.?"


_ITALIAN = (
    *(_initials(form) for form in ("srls", "srl", "spa", "sapa", "snc", "sas", "scrl", "scarl", "scpa", "stp")),
    r"soc(?:\.|ieta)? ?(?:a\.? ?r\.? ?l\.?|per azioni|semplice|consortile"
    r"|a (?:responsabilita|resp\.?) (?:limitata|lim\.?)(?: semplificata)?"
    r"|in nome collettivo|in accomandita (?:semplice|per azioni)|coop(?:erativa|\.)?|agr(?:icola|\.)?|benefit)",
    r"coop(?:erativa|\.)?",
)
_FOREIGN = (
    r"gmbh(?: & co\.? ?kg)?", "ag", "kg", "ohg", "ug", r"e\. ?k\.", "ltd", "limited", "llc", r"inc\.?", "plc", "llp",
    "sarl", "eurl", "sasu", "sa", r"s\.a\.", "bv", r"b\.v\.", "nv", r"n\.v\.", "sl", r"s\.l\.", "slu", r"s\.l\.u\.",
    "lda", "oy", "ab", "aps", "kft", r"sp\. ?z ?o\. ?o\.?", r"d\. ?o\. ?o\.?", "doo", "sro", r"s\. ?r\. ?o\.",
)  # fmt: skip
FORM = re.compile(rf"(?<![\w.])(?:{'|'.join((*_ITALIAN, *_FOREIGN))})(?![\w])")
_SUFFIX = re.compile(
    r" s\.? ?s\.?(?!\w)"
    r"|,? (?:- )?(?:unipersonale|uninominale|[ac](?:on)? (?:unico socio|socio unico)|a s\.?u\.?(?!\w)|s\.? ?b\.?(?!\w)"
    r"|soc(?:\.|ieta) benefit|in liquidazione|in concordato(?: preventivo)?|a r\.? ?l\.?(?!\w)|onlus|sociale|agricola"
    r"|consortile|per azioni|a resp\.? lim\.?|semplice|stp|& c\.|& co\.?(?: kg)?)"
)
# "Soc. Agr. S.p.A.": a form that tells the trade before the one that tells the liability.
_FURTHER = re.compile(rf",? (?:{'|'.join(_ITALIAN)})(?![\w])")


def form_at(words: Sequence[Word], first: int = 1) -> tuple[int, int] | None:
    """The first legal form among the words from number `first` on: the words (start, end) with what follows it in a
    name ("a socio unico"), end excluded."""
    texts = [plain(word.text) for word in words]
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    whole = " ".join(texts)
    match = (
        next((m for m in FORM.finditer(whole, starts[first]) if _is_form(words, starts, m)), None)
        if first < len(starts)
        else None
    )
    if match is None:
        return None
    end = match.end()
    while (more := _SUFFIX.match(whole, end) or _FURTHER.match(whole, end)) is not None:
        end = more.end()
    return (
        max(i for i, start in enumerate(starts) if start <= match.start()),
        max(i for i, start in enumerate(starts) if start < end) + 1,
    )


def _is_form(words: Sequence[Word], starts: Sequence[int], match: re.Match[str]) -> bool:
    """Two or three letters are a form only in capitals and not behind a figure: "25 kg" is none."""
    number = max(i for i, start in enumerate(starts) if start <= match.start())
    if len(match.group()) > 3 or match.group().startswith("s"):
        return len(match.group()) > 2 or words[number].text.isupper()
    text = words[number].text
    following = words[number + 1].text if number + 1 < len(words) else ""
    if match.group() in ("kg", "ag") and following[:1].isdigit():
        return False
    capital = text[0].isupper() if len(match.group()) > 2 else text.rstrip(".,").isupper()
    return capital and not words[number - 1].text[-1].isdigit()


_COMPANY = re.compile(r"(?<![\w.])s[ .]{0,2}(?:r[ .]{0,2}l|p[ .]{0,2}a)\b|soc(?:\.|ieta)? ?coop|gmbh|\bltd\b")


def is_company(text: str) -> bool:
    """Whether a name is that of a company with shares or members' liability, which has no person's tax code."""
    return _COMPANY.search(plain(text)) is not None
