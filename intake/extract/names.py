"""Names of firms and people: what looks like one, and where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from intake.extract.legal_forms import form_at
from intake.extract.paper import Paper
from intake.layout.sheet import Cell
from intake.words import folded, plain, word_set
from storage.reading import Box, Word

LEGAL_FORMS = word_set(
    "srl srls spa sas snc sapa scarl scrl scpa coop cooperativa onlus gmbh ag kg ohg ug ltd limited llc inc plc "
    "sarl sa sasu eurl bv nv"
    " sl slu lda oy ab as aps kft sro doo associazione fondazione consorzio ets aps asd"
)
FIRM_WORDS = word_set(
    "ditta impresa studio banca comune ministero officina officine farmacia ristorante autotrasporti azienda "
    "societa agenzia istituto universita cooperativa consorzio ospedale clinica hotel albergo pizzeria"
    " trattoria autofficina carrozzeria tipografia panificio caseificio cantina vivaio edilizia ferramenta"
    " falegnameria carpenteria idraulica termoidraulica lavanderia cartoleria gruppo poliambulatorio "
    " liceo parrocchia condominio agriturismo immobiliare tribunale questura prefettura camera provincia associazione"
    " fondazione"
)
# What is said of a firm, not its name: "Società soggetta a direzione e coordinamento di", "Azienda certificata".
_NOT_A_FIRM = word_set(
    "denominazione ragione cognome nome datore soggetta soggetto direzione"
    " trasmesso tramite aut certificata sottoposta autorizzazione"
)
_FAMILY = word_set("figli figlio fratelli flli eredi sons soehne sohne fils hijos")
_ADDRESS = word_set(
    "via viale piazza piazzale corso largo vicolo loc localita strada contrada v p c.so cap str vle v.le p.zza "
    "salita regione frazione"
    " fraz zona rue avenue street road strasse platz calle lungarno galleria borgo"
)
_AMBIGUOUS = word_set("v p cap zona contrada borgo regione calle str avenue")
_TITLES = word_set("dott dr ing avv arch geom rag prof sig sigra ra spett le egr gent mo ma cav p i per")
_NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_STOPS = word_set(
    "piva partita iva p codice cod cf tel telefono fax cell pec email mail www http sede rea capitale cap c nato "
    "nata residente iscr reg sdi"
    " corrente rappresentata avente assume chiede dichiara affida visto"
    " matr matricola n nr in con per che data del il lo seguito domiciliata nella nel"
)
_SEPARATOR = re.compile(r"^[-–—·•|,;(/:*]+$")
_PARTICLES = word_set("di de del della dei d da lo la le li in san santa dal dalla degli e &")
_NOT_A_PERSON = word_set(
    "data luogo firma codice fiscale nome cognome oggetto spett gentile sig il la le lo un una per del della dei "
    "con non ore dal al via viale"
    " piazza corso largo responsabile dipendente lavoratore azienda ditta numero totale importo indirizzo comune "
    "sesso residenza periodo"
    " signor signora signori direzione ufficio personale risorse umane telefono email dati rea sdi pec tel qta um"
    " quantita unita misura prezzo sconto natura qualita tribunale foro agenzia entrate aut bollo firma vettore"
    " conducente iban vs ns partita iva imponibile imposta aliquota scadenza pagamento cliente fornitore"
    " condizioni descrizione causale porto colli peso aspetto trasporto cura resa fattura documento ordine offerta"
    " pensionato altro percettore erogatore sostituto datore lavoro"
    " preventivo nota credito pagina gli dei agente spedizione consegna fiscali commerciale domicilio residente"
    " cittadinanza nazionalita cellulare nato nata zwischen"
)


def is_legal_form(words: Sequence[str]) -> bool:
    return any(word in LEGAL_FORMS for word in words)


# "12 rue de Lyon", "Keizersgracht 76", "Am Gewerbepark 95", "Chaussée de Wavre".
_STREET_ABROAD = re.compile(
    r"^(?:\d{1,4}\w?,? )?(?:rue|chaussee|quai|place|boulevard|bd|avenue|avenida|plaza|calle|am|im|an der) \w"
    r"|^\w+(?:strasse|straat|gasse|laan|platz|allee|gracht|ring|weg|str\.) \d"
)


def looks_like_address(text: str) -> bool:
    words = plain(text).split()
    if not words:
        return False
    begins = {words[0].strip(".,"), words[0].partition(".")[0]}
    street = _STREET_ABROAD.search(plain(text)) is not None and any(c.isdigit() for c in text)
    return street or bool(begins & _ADDRESS) or re.search(r"\b\d{5}\b\s+[A-Za-zÀ-ÿ']{2,}", text) is not None


def begins_address(words: Sequence[Word]) -> bool:
    """Whether a street begins here, or a postal code before its town."""
    bare = plain(words[0].text).strip(".,(")
    following = words[1].text if len(words) > 1 else ""
    if re.fullmatch(r"(?:[a-z]{1,2}-)?\d{5}", bare):
        return following[:1].isupper()
    return bare in _ADDRESS - _AMBIGUOUS and (following[:1].isupper() or following[:1].isdigit())


def looks_like_firm(text: str) -> bool:
    words = folded(text).split()
    if not 2 <= len(words) <= 14:
        return False
    form = form_at([Word(piece, _NOWHERE, 1.0, 0) for piece in text.split()])
    # Behind a street "snc" says that the house has no number.
    if looks_like_address(text) and (form is None or words[-1] == "snc" or any(c.isdigit() for c in text)):
        return False
    own = "".join(word for word in text.split() if folded(word) not in LEGAL_FORMS)
    if sum(c.isalnum() for c in own) < 2 or not any(c.isalpha() for c in own):
        return False
    bearing = [word for word in words if len(word) > 3]
    repeated = " di " in f" {' '.join(words)} " and len(set(bearing)) < len(bearing)
    if words[0] in _NOT_A_FIRM:
        return False
    kind_of_firm = (words[0] in FIRM_WORDS and words[1] not in _NOT_A_FIRM) or re.fullmatch(r"\w{3,}bank", words[0])
    return form is not None or repeated or not _FAMILY.isdisjoint(words) or bool(kind_of_firm)


# Articles and prepositions end a name only where they are printed small: Lo Presti is a surname.
_OF_A_THING = word_set("del il lo")
_SMALL = word_set("il lo del nella nel con per che in data seguito")


def _stops(words: Sequence[Word], index: int, bare: str) -> bool:
    text = words[index].text
    if re.fullmatch(r"[A-Z]\.", text):
        return False
    if bare in _OF_A_THING and index and index + 1 < len(words):
        of = words[index + 1].text.strip(".,;:")
        return not (of[:1].isupper() and of.isalpha() and words[index - 1].text[0].isupper())
    return bare in _STOPS and (bare not in _SMALL or text[0].islower())


# What goes on behind a legal form: "S.n.c. di Rossi Mario & C.", "S.p.A. & Co. KG".
_GOES_ON = word_set("di &")
_HARD = re.compile(r"^[|;/*•·(]|@|^(?:p\.?\s?iva|c\.f|p\.i\b)|\d{5}|^\d{3}$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_DASH = frozenset("-–—")
_WITHIN_A_NAME = 11
_NO_FIRST = word_set(
    "rea sdi tel telefono fax cell pec email mail www p.iva piva iban cod codice iscr nr n. num numero r.e.a"
)


def trimmed(words: Sequence[Word]) -> tuple[Word, ...]:
    """The leading words that make one name: with a legal form up to it and what belongs to it, else up to a separator,
    an address, a label or a number."""
    first = 0
    while first < len(words) and _no_beginning(words, first):
        first += 1
    words = words[first:]
    if not words or re.search(r"\d{3}", words[0].text) or plain(words[0].text).strip(".,:") in _NO_FIRST:
        return ()
    form = _fitting_form(words)
    if form is None:
        return tuple(_without_specks(_loosely(words)))
    end = form[1]
    following = plain(words[end].text) if end < len(words) else ""
    if following in _GOES_ON:
        rest = _loosely(words[end + 1 :])[:5]
        end += 1 + len(rest) if rest else 0
    kept = list(words[:end])
    return tuple(_without_specks(kept)) if following in _GOES_ON else tuple(kept)


def _no_beginning(words: Sequence[Word], index: int) -> bool:
    text = words[index].text
    bare = plain(text).strip(".,;:-()'\"«»")
    bracketed = re.fullmatch(r"\(.{1,4}\)", text)
    return bool(_SEPARATOR.match(text) or bracketed) or bare in ("", "n") or _is_speck(words, index)


def _fitting_form(words: Sequence[Word]) -> tuple[int, int] | None:
    """The words of the legal form that closes the name beginning here; None where prose, an address or a comma that
    is not right before it stand between."""
    reach = next((i for i in range(1, len(words)) if _breaks(words, i)), len(words))
    form = form_at(words[: min(reach, _WITHIN_A_NAME + 5)])
    if form is None or form[0] > _WITHIN_A_NAME:
        return None
    before = words[: form[0]]
    small = sum(w.text[0].islower() and plain(w.text) not in _PARTICLES for w in before)
    stops = any(w.text[-1] in ",;:" for w in before[:-1]) or before[-1].text[-1] in ";:"
    lettered = any(sum(c.isalnum() for c in w.text) >= 2 and any(c.isupper() for c in w.text) for w in before)
    return None if small > 1 or stops or not (lettered or before[0].text.islower()) else form


def _breaks(words: Sequence[Word], index: int) -> bool:
    text, bare = words[index].text, plain(words[index].text).strip(".,;:-()'\"«»")
    if _HARD.search(plain(text)) or begins_address(words[index:]):
        return True
    in_form = plain(words[index - 1].text).startswith(("soc", "s.", "srl", "spa"))
    return (
        _stops(words, index, bare)
        and not in_form
        and bare not in ("p", "c", "cap", "rea", "in", "con", "per", "d", "n")
    )


def _loosely(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for index, word in enumerate(words):
        text = word.text
        bare = plain(text).strip(".,;:-()'\"«»")
        if kept and text in _DASH and _part_of_name(words[index + 1 :]):
            kept.append(word)
            continue
        if kept and bare == "c" and plain(kept[-1].text) in ("&", "e"):
            kept.append(word)
            break
        if kept and bare == "dal" and index + 1 < len(words) and _YEAR.fullmatch(words[index + 1].text):
            kept.extend(words[index : index + 2])
            break
        if kept and _is_numeral_of_name(words, index):
            kept.append(word)
            continue
        if _SEPARATOR.match(text) or text.startswith(("(", "-", "–")) or _ends_before(kept, words, index, bare):
            break
        kept.append(word)
        if "(" in text[1:] or text.endswith((",", ";")) or (text.endswith((":", ")")) and len(kept) > 1):
            break
    return kept


# Years and round thousands ("Edil 2000") close a name; schools and health offices have numbers ("I.C. Salerno 12").
_ROUND = re.compile(r"(?:1[89]|20)\d\d|[1-9]000")
_NUMBERED = word_set("asl ausl usl ats ic iis itis liceo scuola circolo direzione distretto condominio")


def _is_numeral_of_name(words: Sequence[Word], index: int) -> bool:
    text = words[index].text
    last = index == len(words) - 1 or words[index + 1].text in _DASH
    if _ROUND.fullmatch(text):
        return last and words[0].text[:1].isupper()
    numbered = folded(words[0].text).replace(" ", "") in _NUMBERED
    return numbered and (re.fullmatch(r"\d{1,2}", text) is not None or plain(text).strip(".°") in ("n", "nr"))


def _part_of_name(rest: Sequence[Word]) -> bool:
    """Whether a dash parts two halves of one name, "Studio Bruno - Ferro", "Verdi - Ente di Formazione"."""
    words = [plain(word.text).strip(".,") for word in rest]
    if not 1 <= len(words) <= 4 or words[0] in _PARTICLES or begins_address(rest) or not _STOPS.isdisjoint(words):
        return False
    return all(
        re.fullmatch(r"[^\W\d_][\w'’-]*", w.text) and (w.text[0].isupper() or plain(w.text) in _PARTICLES) for w in rest
    )


def _ends_before(kept: Sequence[Word], words: Sequence[Word], index: int, bare: str) -> bool:
    text = words[index].text
    if re.search(r"\d{3}", text):
        return True
    return bool(kept) and (
        "@" in text
        or (begins_address(words[index:]) and folded(kept[0].text) != "condominio")
        or _stops(words, index, bare)
        or re.match(r"(?:p\.?\s?iva|c\.f|p\.i)", plain(text)) is not None
    )


def _is_speck(words: Sequence[Word], index: int) -> bool:
    """Whether a word before a name is no more than dirt that was read as a letter or two."""
    text = words[index].text
    follows = words[index + 1].text[:1].isupper() if index + 1 < len(words) else False
    return follows and len(text) <= 2 and not any(c.isupper() for c in text) and plain(text) not in _PARTICLES


def _without_specks(kept: list[Word]) -> list[Word]:
    while len(kept) > 1:
        last = kept[-1].text
        lettered = (
            _ROUND.fullmatch(last)
            or (last.isdigit() and folded(kept[0].text).replace(" ", "") in _NUMBERED)
            or re.search(r"[^\W\d_]{2}|[A-Za-zÀ-ÿ]\.", last)
            or (last.isupper() and last.isalpha())
        )
        if (lettered and not (last.islower() and plain(last) in _PARTICLES)) or plain(kept[-2].text) == "&":
            break
        kept = kept[:-1]
    return kept


# Legal forms whose points and letters were misread: "S.r.1.", "S:a.s.", "S,p.A.".
_MARK = "[.,:;·]"
_MISREAD_FORM = re.compile(
    rf"(?<!\w)s{_MARK}? ?(?:r{_MARK}? ?[1l|I!](?:{_MARK}? ?[s5])?|p{_MARK}? ?[a4]|n{_MARK}? ?c|[a4]{_MARK}? ?[s5])"
    rf"{_MARK}*$",
    re.IGNORECASE,
)
_FORMS = {"srl": "S.r.l.", "srls": "S.r.l.s.", "spa": "S.p.A.", "snc": "S.n.c.", "sas": "S.a.s."}


def name_text(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words).strip(' ,;:-–·«»"“”*_|')
    text = _MISREAD_FORM.sub(_mended, text)
    return text.rstrip(".") if re.search(r"[a-zà-ÿ]{4}\.$", text) else text


def _mended(found: re.Match[str]) -> str:
    """A legal form as it is written, where its characters are not the ones that write it."""
    printed = found.group()
    letters = re.sub(r"[^a-z]", "", printed.lower().translate(str.maketrans("1|!45i", "lllasl")))
    if re.fullmatch(r"[A-HJ-Za-hj-z. ]+", printed):
        return printed
    mended = _FORMS.get(letters, printed)
    return mended.upper() if printed[0].isupper() and printed.isupper() else mended


def looks_like_person(words: Sequence[str]) -> bool:
    """Two to five capitalised words without digits."""
    names = [word.strip(".,;:()") for word in words]
    if not 2 <= len(names) <= 5 or any(not re.fullmatch(r"[A-Za-zÀ-ÿ'’.\-]+", name) for name in names):
        return False
    lowered = [plain(name) for name in names]
    if any(name in _NOT_A_PERSON for name in lowered) or is_legal_form(lowered):
        return False
    return all(name[0].isupper() or plain(name) in _PARTICLES for name in names) and names[0][0].isupper()


# La Rocca, Lo Presti: printed with a capital they belong to a surname.
_ARTICLES = word_set("la lo li")


def person_at(words: Sequence[Word]) -> tuple[Word, ...]:
    """The leading words that make a person's name, titles left out: () where they do not."""
    kept: list[Word] = []
    for word in words:
        bare = word.text.strip(".,;:()–-«»")
        lowered = plain(bare)
        if not kept and (lowered in _TITLES or lowered.replace(".", "") in _TITLES or bare == ""):
            continue
        article = lowered in _ARTICLES and bare[:1].isupper()
        foreign = lowered in _NOT_A_PERSON and not article
        if foreign or not re.fullmatch(r"[^\W\d_]+(?:['’-][^\W\d_]*)*", bare):
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
