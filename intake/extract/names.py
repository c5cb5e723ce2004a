"""Names of firms and people: what looks like one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.extract.paper import Paper
from intake.layout.sheet import Cell
from intake.words import folded, plain, word_set
from storage.reading import Word

LEGAL_FORMS = word_set(
    "srl srls spa sas snc sapa scarl scrl scpa coop cooperativa onlus gmbh ag kg ohg ug ltd limited llc inc plc "
    "sarl sa sasu eurl bv nv"
    " sl slu lda oy ab as aps kft sro doo associazione fondazione consorzio ets aps asd"
)
FIRM_WORDS = word_set(
    "ditta impresa studio banca comune ministero officina officine farmacia ristorante autotrasporti azienda "
    "societa agenzia"
    " istituto universita cooperativa consorzio"
)
_ADDRESS = word_set(
    "via viale piazza piazzale corso largo vicolo loc localita strada contrada v p c.so cap str vle v.le p.zza "
    "salita regione frazione"
    " fraz zona rue avenue street road strasse platz calle lungarno galleria borgo"
)
_TITLES = word_set("dott dr ing avv arch geom rag prof sig sigra ra spett le egr gent mo ma cav p i per")
_STOPS = word_set(
    "piva partita iva p codice cod cf tel telefono fax cell pec email mail www http sede rea capitale cap c nato "
    "nata residente iscr reg sdi"
    " matr matricola n nr in con per che data del il lo seguito domiciliata nella nel"
)
_SEPARATOR = re.compile(r"^[-–—·•|,;(/:*]+$")
_PARTICLES = word_set("di de del della dei d da lo la le li in san santa dal dalla degli e &")
_NOT_A_PERSON = word_set(
    "data luogo firma codice fiscale nome cognome oggetto spett gentile sig il la le lo un una per del della dei "
    "con non ore dal al via viale"
    " piazza corso largo responsabile dipendente lavoratore azienda ditta numero totale importo indirizzo comune "
    "sesso residenza periodo"
    " signor signora signori direzione ufficio personale risorse umane telefono email dati"
)


def is_legal_form(words: Sequence[str]) -> bool:
    return any(word in LEGAL_FORMS for word in words)


def looks_like_address(text: str) -> bool:
    words = plain(text).replace(".", ". ").split()
    if not words:
        return False
    return words[0].strip(".,") in _ADDRESS or re.search(r"\b\d{5}\b\s+[A-Za-zÀ-ÿ']{2,}", text) is not None


def looks_like_firm(text: str) -> bool:
    words = folded(text).split()
    if not 2 <= len(words) <= 14 or looks_like_address(text):
        return False
    repeated = " di " in f" {' '.join(words)} " and len(set(words)) < len(words)
    return is_legal_form(words) or repeated or "figli" in words or words[0] in FIRM_WORDS


# Articles and prepositions end a name only where they are printed small: Lo Presti is a surname.
_SMALL = word_set("il lo del nella nel con per che in data seguito")


def _stops(text: str, bare: str) -> bool:
    return bare in _STOPS and (bare not in _SMALL or text[0].islower())


def trimmed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The leading words that make one name: up to a separator, an address, a label or a number."""
    kept: list[Word] = []
    for word in words:
        text = word.text
        bare = plain(text).strip(".,;:-()'\"«»")
        if not kept and (_SEPARATOR.match(text) or bare in ("", "n")):
            continue
        if _SEPARATOR.match(text) or text.startswith(("(", "-", "–")):
            break
        if kept and (
            bare in _ADDRESS - {"p", "c", "v"}
            or _stops(text, bare)
            or re.match(r"(?:p\.?\s?iva|c\.f|p\.i)", plain(text))
        ):
            break
        if re.search(r"\d{3}", text) or (kept and "@" in text):
            break
        kept.append(word)
        if "(" in text[1:] or text.endswith((",", ";")) or (text.endswith((":", ")")) and len(kept) > 1):
            break
        form = re.sub(r"[^a-z]", "", plain(text))
        if len(kept) > 1 and form in ("srl", "srls", "spa", "sas", "snc", "gmbh", "sarl", "ltd"):
            break
    return tuple(kept)


_MISREAD_FORM = re.compile(r"\bS\.? ?[rR]\.? ?[1|](?:\.? ?s)?\.?(?!\w)")


def name_text(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words).strip(' ,;:-–·«»"“”*_|')
    text = _MISREAD_FORM.sub(lambda found: found.group().replace("1", "l").replace("|", "l"), text)
    return text.rstrip(".") if re.search(r"[a-zà-ÿ]{4}\.$", text) else text


def looks_like_person(words: Sequence[str]) -> bool:
    """Two to five capitalised words without digits."""
    names = [word.strip(".,;:()") for word in words]
    if not 2 <= len(names) <= 5 or any(not re.fullmatch(r"[A-Za-zÀ-ÿ'’.\-]+", name) for name in names):
        return False
    lowered = [plain(name) for name in names]
    if any(name in _NOT_A_PERSON for name in lowered) or is_legal_form(lowered):
        return False
    return all(name[0].isupper() or plain(name) in _PARTICLES for name in names) and names[0][0].isupper()


def person_at(words: Sequence[Word]) -> tuple[Word, ...]:
    """The leading words that make a person's name, titles left out: () where they do not."""
    kept: list[Word] = []
    for word in words:
        bare = word.text.strip(".,;:()–-«»")
        lowered = plain(bare)
        if not kept and (lowered in _TITLES or lowered.replace(".", "") in _TITLES or bare == ""):
            continue
        if not re.fullmatch(r"[A-Za-zÀ-ÿ'’\-]+", bare) or lowered in _NOT_A_PERSON:
            break
        if not bare[0].isupper() and (lowered not in _PARTICLES or not kept or lowered == "e"):
            break
        kept.append(word)
        if len(kept) == 5 or word.text[-1] in ",;:.)":
            break
    while kept and plain(kept[-1].text.strip(".,;:")) in _PARTICLES:
        kept.pop()
    return tuple(kept) if len(kept) >= 2 else ()


_CODE_MONTHS = "ABCDEHLMPRST"


def _consonants_and_vowels(name: str) -> tuple[str, str]:
    letters = re.sub(r"[^A-Z]", "", plain(name).upper())
    return re.sub(r"[AEIOU]", "", letters), re.sub(r"[^AEIOU]", "", letters)


def surname_code(name: str) -> str:
    """The three letters of an Italian tax code that stand for a surname."""
    consonants, vowels = _consonants_and_vowels(name)
    return (consonants + vowels + "XXX")[:3]


def given_name_code(name: str) -> str:
    """The three letters of an Italian tax code that stand for a given name."""
    consonants, vowels = _consonants_and_vowels(name)
    if len(consonants) > 3:
        consonants = consonants[0] + consonants[2] + consonants[3]
    return (consonants + vowels + "XXX")[:3]


def words_that_spell(code: str, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
    """Runs of two to five words whose surname and given name, in either order, spell a tax code's first six letters."""
    for start in range(len(words)):
        for end in range(start + 2, min(start + 6, len(words) + 1)):
            run = [word.text.strip(".,;:()–-") for word in words[start:end]]
            if not all(re.fullmatch(r"[A-Za-zÀ-ÿ'’\-]+", name) for name in run):
                break
            for cut in range(1, len(run)):
                head, tail = "".join(run[:cut]), "".join(run[cut:])
                for surname, given in ((head, tail), (tail, head)):
                    if surname_code(surname) == code[:3] and given_name_code(given) == code[3:6]:
                        yield tuple(words[start:end])
                        break


def cells_below(paper: Paper, cell: Cell, rows: int = 4) -> list[Cell]:
    """The cells after `cell` in its block."""
    cells = paper.block_of(cell).cells
    return list(cells[cells.index(cell) + 1 :][:rows])
