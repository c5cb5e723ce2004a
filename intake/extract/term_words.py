"""The grammar of payment terms, over comparable words: "ri ba 60 90 gg dffm", "rimessa diretta", "30 tage netto".

`[way of paying] [N [N2 N3] gg] [base] [end of month] [+ D]`, Italian first, as papers and programs abbreviate it."""

from __future__ import annotations

import re

_ITALIAN_WAYS = (
    r"bonif(?:ico|ici)?(?: (?:bancario|banc|anticipato|sepa|immediato|istantaneo|urgente|unico|estero))*|bon(?: banc)?"
    r"|b ?b|ri ?b[ae]|r b|rb|ric(?:evuta)? banc(?:aria)?|rimessa dir(?:etta)?|rim(?: dir(?:etta)?)?|r ?d"
    r"|rim(?:essa)? a mezzo \w+|contanti|contante|contrassegno|c assegno|assegno(?: (?:bancario|circolare))?"
    r"|(?:addebito |addeb )?(?:sdd|rid|s d d)(?: core| b ?2 ?b)?(?: (?:ordinario|finanziario))?"
    r"|addebito diretto(?: (?:sdd|rid|sepa))?(?: (?:in|su|sul) (?:conto(?: corrente)?|c ?c|carta))?"
    r"|domiciliazione(?: bancaria)?"
    r"|mav|rav|bollettino(?: (?:postale|premarcato))?|pago ?pa|carta(?: di (?:credito|debito))?|bancomat|paypal"
    r"|satispay|effetti|tratta|cambiale|lettera di credito|a compensazione|compensazione"
)
_FOREIGN_WAYS = (
    r"(?:bank|wire|credit|sepa)(?: bank)? transfer|(?:sepa )?direct debit|che(?:que|ck)|cash|credit card"
    r"|(?:bank)?uberweisung|(?:sepa )?(?:basis )?lastschrift|bankeinzug|virement(?: bancaire)?|prelevement"
    r"(?: automatique)?|traite|lcr|transferencia(?: bancaria)?|recibo(?: (?:domiciliado|bancario))?|giro(?: bancario)?"
)
_WAY = rf"(?:{_ITALIAN_WAYS}|{_FOREIGN_WAYS})"
_PAID = (
    r"(?:pagat[oa]|pagamento effettuato|saldato|versato|paid|pago|paye|bezahlt)(?: (?:con|a mezzo|tramite|mediante"
    r"|in|by|per|via|par))?"
)
_UNIT = r"(?:gg|g|99|9g|g9|qq|gi[oe]rn[io]?|gior|days?|tagen?|jours?|dias?|mesi|months?|monaten?|mois)"
_N = r"[1-9]\d{0,2}"
_END_OF_MONTH = (
    r"(?:d ?f f ?m|d f ?p ?m|dffm|dfpm|ff ?m|f ?m|frn|fine m ?e ?s[ec](?: data fatt(?:ura)?| d ?f)?|eom"
    r"|end of(?: the)? month"
    r"|month end|fin de mois|fin du mois|monatsende|fin de mes)"
)
_BASE = (
    r"(?:(?:(?:dalla|da|dal|a) )?(?:data|ricevimento|ricezione|emissione)(?: (?:della|di|del))?"
    r" (?:fattura|fatt|ft|doc(?:umento)?|emissione|ricevimento(?: (?:fattura|merce))?|merce)|d ?r ?f|d ?[ft]|r ?f|v ?f"
    r"|(?:dal |dalla )?(?:ricevimento|ricezione|consegna)(?: (?:della )?(?:fattura|merce))?|vista fattura"
    r"|(?:from|after)(?: (?:the|date of))* (?:invoice|receipt|delivery)(?: date| of invoice)?"
    r"|(?:nach|ab)(?: der)? (?:rechnungs(?:datum|erhalt|stellung)|erhalt(?: der rechnung)?|lieferung)"
    r"|date (?:de |d )?(?:facture|emission)|(?:de la )?(?:date|reception)(?: de)?(?: la)? facture"
    r"|fecha(?: de)?(?: la)? factura)"
)
_NET = r"(?<!giorni )(?<!gg )(?:netto|nets?|rein)(?: kasse)?|ohne abzug"
_EXTRA = (
    rf"(?:{_N} (?:gg|ms)|[1-3]?\d(?! \d| a\b)|(?:al? )?(?:giorno )?{_N} (?:del |di )?(?:mese )?(?:succ(?:essivo)?"
    rf"|prossimo|ms))"
)
_DAYS = rf"{_N}(?: (?:e )?{_N}){{0,5}}"
_COUNTED = (
    rf"(?:(?:a|entro|al|in|within|payable within|payment within|payment|zahlbar|zahlbar (?:innerhalb|in"
    rf"|binnen)(?: von)?"
    rf"|innerhalb(?: von)?|binnen|sous) )?(?:(?:netto|net) )?"
    rf"(?:{_DAYS} {_UNIT}\b|{_DAYS}(?= (?:{_END_OF_MONTH}|{_NET}|d ?f)\b))"
    rf"(?: (?:{_NET})(?= |$))?(?: {_BASE}(?! \d))?(?: {_END_OF_MONTH}(?: (?:piu )?{_EXTRA})?)?(?: {_BASE}(?! \d))?"
    rf"(?: al {_N} (?:del |di )?(?:mese )?(?:succ(?:essivo)?|prossimo))?"
)
_AT_ONCE = (
    r"(?:a )?vista(?: fattura)?|v f|(?:a )?ricevimento(?: della)? fattura|fine mese|f m|immediat[oa]|anticipat[oa]"
    r"|(?:in )?contanti alla consegna|(?:alla|alla) consegna|a fine lavori|pronta cassa|come (?:da )?(?:convenut[oi]"
    r"|concordato|accordi|contratto|d uso)|(?:due |payable )?(?:up)?on receipt|(?:net )?(?:due )?immediately"
    r"|(?:in advance|prepayment|prepaid)|(?:zahlbar |zahlung )?sofort(?: fallig)?(?: ohne abzug| netto)?|vorkasse"
    r"|vorauskasse|(?:au )?comptant|a reception(?: de(?: la)? facture)?|(?:al )?contado|por adelantado|(?:net"
    r"|netto) \d\d"
)
_ANY = rf"(?:{_COUNTED}|{_AT_ONCE})"
_PAYMENT = r"(?:pagamento|payment|zahlung|paiement|pago) "

TERMS = re.compile(
    rf"(?<![\w])(?:"
    rf"(?P<both>(?:{_PAID} )?{_WAY}(?: (?:e|o|and|und|et|{_PAYMENT}|a|da|con|mit) ?)? {_ANY}|{_ANY} (?:con |tramite "
    rf"|by |per )?{_WAY})"
    rf"|(?P<paid>{_PAID} {_WAY}|addeb(?:ito)? (?:sdd|rid|diretto)(?: (?:sdd|core|b ?2 ?b))*)|(?P<way>{_WAY}(?= \d| ;"
    rf"|$| [a-z])(?: (?:{_N} )+{_N}(?=$| ;)| [1-9][05](?=$| ;))?)"
    rf"|(?P<payment>{_PAYMENT}(?:{_AT_ONCE}|{_COUNTED}))|(?P<days>{_ANY}))(?![\w])"
)
"""Over the words of a line, one blank between them; " ; " where something else parts them. The group says what was
found: `both` a way and days, `paid` that it is paid already, `way`, `payment` after that word, or `days` alone."""
