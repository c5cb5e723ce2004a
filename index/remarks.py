"""What there is to say about what somebody typed: not an error, since the rest of it is looked for all the same."""

from __future__ import annotations

from dataclasses import dataclass

from storage.errors import Message


@dataclass(frozen=True, slots=True)
class Remark:
    """`part` is the stretch of the typed text that it is about; `proposal`, where there is one, what to put in its
    place."""

    code: str
    part: str
    message: Message
    proposal: str | None = None


def unknown_name(part: str, name: str, nearest: str | None, rest: str) -> Remark:
    if nearest is None:
        it = f"«{name}» non è il nome di un campo: «{part}» è stato cercato come parole."
        en = f"“{name}” is not the name of a field: “{part}” was looked for as words."
        return Remark("unknown_name", part, Message(it, en))
    it = f"«{name}» non è il nome di un campo: intendevi «{nearest}»? Intanto si cerca «{rest}» ovunque."
    en = f"“{name}” is not the name of a field: did you mean “{nearest}”? For now “{rest}” is looked for anywhere."
    return Remark("unknown_name", part, Message(it, en), f"{nearest}:{rest}")


def no_value(part: str, name: str) -> Remark:
    it = f"Dopo «{name}:» manca che cosa cercare: questa parte è stata ignorata."
    en = f"After “{name}:” it is missing what to look for: this part was left out."
    return Remark("no_value", part, Message(it, en))


def no_date(part: str, value: str) -> Remark:
    it = f"«{value}» non è una data: scrivi per esempio 31/03/2026, 2026-03, marzo-2026, 2026 o >=2026-01-01."
    en = f"“{value}” is not a date: type for example 31/03/2026, 2026-03, march-2026, 2026 or >=2026-01-01."
    return Remark("no_date", part, Message(it, en))


def no_number(part: str, value: str) -> Remark:
    it = f"«{value}» non è un importo o un numero: scrivi per esempio 1.285,27, >1000, <=500 o 100..200."
    en = f"“{value}” is not an amount or a number: type for example 1285.27, >1000, <=500 or 100..200."
    return Remark("no_number", part, Message(it, en))


def upside_down(part: str, proposal: str) -> Remark:
    it = f"In «{part}» la fine viene prima dell'inizio: si cerca «{proposal}»."
    en = f"In “{part}” the end comes before the beginning: “{proposal}” is looked for."
    return Remark("upside_down", part, Message(it, en), proposal)


def nothing_between(part: str) -> Remark:
    it = f"Con «{part}» i limiti si escludono a vicenda: nessun documento può rispettarli tutti."
    en = f"With “{part}” the limits contradict each other: no document can be within all of them."
    return Remark("nothing_between", part, Message(it, en))


def no_such_value(part: str, name: str, value: str, nearest: str | None, known: str) -> Remark:
    it = f"«{value}» non è un valore di «{name}»: questa parte è stata ignorata. "
    en = f"“{value}” is not a value of “{name}”: this part was left out. "
    if nearest is not None:
        text = Message(f"{it}Intendevi «{nearest}»?", f"{en}Did you mean “{nearest}”?")
        return Remark("no_such_value", part, text, f"{name}:{nearest}")
    hint = Message(f"Si può scrivere: {known}.", f"Known: {known}.") if known else Message("", "")
    return Remark("no_such_value", part, Message((it + hint.it).strip(), (en + hint.en).strip()))


def unclosed_quote(part: str) -> Remark:
    it = f"Le virgolette non sono chiuse: {part} è stato cercato come una frase sola, fino alla fine."
    en = f"The quotes are not closed: {part} was looked for as one phrase, up to the end."
    return Remark("unclosed_quote", part, Message(it, en), f'{part.rstrip()}"')


def lone_star(part: str) -> Remark:
    it = "Un asterisco da solo non cerca niente: scrivi prima l'inizio di una parola, come fattur*."
    en = "A star alone looks for nothing: type the beginning of a word before it, such as invoic*."
    return Remark("lone_star", part, Message(it, en))


def star_within(part: str, beginning: str) -> Remark:
    it = f"L'asterisco vale solo alla fine di una parola: al posto di «{part}» si cerca «{beginning}»."
    en = f"A star counts only at the end of a word: “{beginning}” is looked for instead of “{part}”."
    return Remark("star_within", part, Message(it, en), beginning)


def too_much(part: str, most: int) -> Remark:
    it = f"È stato scritto troppo: si cercano le prime {most} parti, non più «{part}» e ciò che segue."
    en = f"This is too much: the first {most} parts are looked for, not “{part}” and what follows."
    return Remark("too_much", part, Message(it, en))
