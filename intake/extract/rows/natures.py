"""Why a sum bears no VAT: the nature codes of the e-invoice, from the code itself or from the law that is cited."""

from __future__ import annotations

import re

from intake.words import plain

_CODE = re.compile(r"(?<![\w.])N ?([1-7])[.,] ?([1-9])(?!\d)|(?<![\w.])N([1-7])(?![\w.,]\w)")
_LAWS = tuple(
    (re.compile(pattern), nature)
    for pattern, nature in (
        (r"190/2014|forfett|commi 54|comma 58|c\. 58|244/2007|regime dei minimi", "N2.2"),
        (r"17[^.]{0,16}c(?:omma|\.)? ?6[^.]{0,12}a-?ter|art\.? ?17[^|]{0,20}a[ -]?ter\b", "N6.7"),
        (r"17[^.]{0,16}c(?:omma|\.)? ?6[^.]{0,12}a-?bis", "N6.4"),
        (r"art\.? ?17[^.]{0,16}c(?:omma|\.)? ?6[^.]{0,12}\ba\b|subappalt", "N6.3"),
        (r"art\.? ?17[^.]{0,16}c(?:omma|\.)? ?6[^.]{0,12}\bb\b|telefoni cellulari", "N6.5"),
        (r"art\.? ?17[^.]{0,16}c(?:omma|\.)? ?6[^.]{0,12}\bc\b|console da gioco|tablet pc", "N6.6"),
        (r"art\.? ?17[^.]{0,12}c(?:omma|\.)? ?5\b|oro da investimento", "N6.2"),
        (r"art\.? ?74[^-]{0,16}(?:comm|c\.)|rottam|art\.? ?74\b(?!-)", "N6.1"),
        (r"art\.? ?74 ?-ter|regime del margine|art\.? ?36[^|]{0,12}41/(?:19)?95", "N5"),
        (r"art\.? ?10\b|esente iva|esenti art", "N4"),
        (r"art\.? ?15\b|esclus[oae] art|escl\.? art", "N1"),
        (r"artt?\.? ?7(?:-(?:bis|ter|quater|quinquies|sexies|septies)| ter)?\b(?! ?/)|territorial", "N2.1"),
        (r"dichiarazione d.intento|lettera d.intento|art\.? ?8[^-]{0,20}(?:lett(?:era|\.)? ?)c\b", "N3.5"),
        (r"art\.? ?8 ?-bis|art\.? ?9\b", "N3.4"),
        (r"art\.? ?8\b|esportazion", "N3.1"),
        (r"art\.? ?41\b|intracomunitari|intra-community|innergemeinschaftlich", "N3.2"),
        (r"art\.? ?71\b|san marino", "N3.3"),
        (r"\boss\b|one stop shop", "N7"),
    )
)


def nature_in(text: str) -> str | None:
    """The nature that a text names, by its code or by the article it cites; None where it names none."""
    if (code := _CODE.search(text)) is not None:
        return f"N{code[1]}.{code[2]}" if code[1] else f"N{code[3]}"
    folded = plain(text)
    return next((nature for law, nature in _LAWS if law.search(folded)), None)
