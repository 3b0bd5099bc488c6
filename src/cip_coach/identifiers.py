"""Numbers, addresses and dates that lead to one person, found in a French text. Knows forms; knows no name.

Each form is narrow on purpose: a false alarm teaches to click without reading.
The forms were written with the lists of the regulator and of the registers at
hand: telephone numbers (ARCEP, « plan de numérotation »), the NIR and its key
(INSEE, decree 82-103 of 22 January 1982), postcodes (La Poste).
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from cip_coach.patterns import regex

BLANK = "[ \u00a0\u202f]"
UPPER = "A-ZÀ-ÖØ-ÞŒ"
APOSTROPHE = "['’]"


class Kind(StrEnum):
    """What could make somebody recognisable."""

    EMAIL = "courriel"
    PHONE = "telephone"
    NIR = "nir"
    BIRTH = "naissance"
    ADDRESS = "adresse"
    NUMBER = "identifiant"
    TITLED = "civilite"
    NAME = "nom"


Span = tuple[int, int, Kind]

_EMAIL = regex(
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@| ?[(\[] ?(?:at|arobase) ?[)\]] ?| arobase )[a-z0-9-]+(?:\.[a-z0-9-]+)+|"
    r"(?:https?://)?(?:www\.)?(?:linkedin\.com/in|facebook\.com|instagram\.com)/[\w./-]+",
    re.IGNORECASE,
)

_GAP = rf"(?:{BLANK}?[.\-/]{BLANK}?|{BLANK})"
_PAIRS = rf"(?:{_GAP}\d\d){{4}}"
_PHONE = regex(
    rf"(?<![\d.,/-])(?:"
    rf"\(?(?:\+|00)\d{{2,3}}\)?(?:{_GAP}?\(0\){_GAP}?|{_GAP}?)[1-9](?:\d{{8}}|{_PAIRS})"  # from abroad, overseas
    rf"|\+\d{{1,3}}(?:{_GAP}\d{{2,4}}){{3,5}}|\+\d{{10,14}}"  # of another country
    rf"|0[1-9](?:\d{{8}}|{_PAIRS})|O[1-9]{_PAIRS}"  # the letter for the figure
    rf"|0[1-9]\d\d{_GAP}\d{{3}}{_GAP}\d{{3}}|0[1-9]{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d"
    rf")(?![\d/])"
)

_SEP = "[ \u00a0\u202f.-]"
_NIR = regex(
    rf"(?<!\d)(?P<sex>[12378])(?P<g1>{_SEP}?)(?P<year>\d\d){_SEP}?(?P<month>\d\d){_SEP}?"
    rf"(?P<place>\d\d|2[ABab]){_SEP}?(?P<town>\d{{3}}){_SEP}?(?P<rank>\d{{3}})(?:{_SEP}?(?P<key>\d\d))?(?!\d)"
)
_CORSICA = {"2A": "19", "2B": "18"}

_MONTHS = "janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er)?"
_DATE = (
    rf"(?:{_DAY}{BLANK}(?:{_MONTHS})(?:{BLANK}(?:\d{{4}}|\d\d))?"
    rf"|{_DAY}[/.\-](?:0?[1-9]|1[0-2])[/.\-](?:\d{{4}}|\d\d)|\d{{4}}-\d\d-\d\d)(?!\d)"
)
_BORN = regex(
    rf"(?:\bn[ée]{{1,2}}(?:\(e\)|·e|\.e|s|es)?{BLANK}(?:un{BLANK})?le|\bnaissance{BLANK}?(?:le|:|est{BLANK}le)?|\bDDN{BLANK}?:?)"
    rf"{BLANK}*(?P<date>{_DATE})",
    re.IGNORECASE,
)
_BORN_IN = regex(
    rf"\b(?:est|n[ée]{{1,2}}(?:\(e\)|·e|\.e|s|es)?){BLANK}(?:de|en){BLANK}"
    rf"(?P<date>(?:(?:0?[1-9]|1[0-2])/|(?:{_MONTHS}){BLANK})\d{{4}})(?!\d)",
    re.IGNORECASE,
)
"""A month and a year, where what comes before says that somebody is from then."""
_LONG_AGO = regex(
    rf"(?<![\d/.\-])(?P<date>{_DAY}(?:[/.\-](?:0?[1-9]|1[0-2])[/.\-]|{BLANK}(?:{_MONTHS}){BLANK})(?P<year>\d{{4}}))(?![\d/])"
    rf"|(?<![\d/.\-])(?P<iso>(?P<first>\d{{4}})-\d\d-\d\d)(?!\d)",
    re.IGNORECASE,
)
FIRST_YEAR_OF_WORK = 2015
"""A whole date before it is a birth date: nobody plans an interview then."""

_TOWN = rf"[{UPPER}][\w’'-]+(?:{BLANK}(?:[{UPPER}][\w’'-]+|\d{{1,2}}(?={BLANK}|\Z|[.,])))*"
_POSTCODE = rf"(?<!\d)(?:F-)?(?:0[1-9]|[1-8]\d|9[0-8])\d{{3}}{BLANK}{_TOWN}"
_TAIL = rf"(?:{BLANK}(?:de{BLANK}la|de{BLANK}l{APOSTROPHE}|d{APOSTROPHE}|du|des|de|la|le|les|aux|au|et))?"
_FEAST = rf"\d{{1,2}}(?:er)?[ -](?i:{_MONTHS})(?:[ -]\d{{4}})?"
_NAMED = rf"(?:{_TAIL}{BLANK}?(?<=[ \u00a0\u202f'’])(?:[{UPPER}][\w’'-]*|{_FEAST}))+"
_PLAIN = rf"{BLANK}(?:de{BLANK}la|de{BLANK}l{APOSTROPHE}|d{APOSTROPHE}|du|des|de){BLANK}?[\w’'-]+"
_SURE_STREETS = "rue|avenue|av\\.|boulevard|bd\\.?|impasse|all[ée]es?|chemin|faubourg|rond-point|sentier|lotissement"
_OTHER_STREETS = "place|route|quai|square|cours|passage|cité|villa|résidence|hameau|esplanade|promenade|montée"
_NUMBERED = rf"(?<![\d,.])\d{{1,4}}{BLANK}?(?:bis|ter|quater|[A-Da-d])?,?{BLANK}"
_ADDRESS = regex(
    rf"{_NUMBERED}(?i:{_SURE_STREETS})\b\.?(?:{_NAMED}|{_PLAIN})(?:,?{BLANK}{_POSTCODE})?"
    rf"|{_NUMBERED}(?i:{_OTHER_STREETS})\b{_NAMED}(?:,?{BLANK}{_POSTCODE})?"
    rf"|\b(?i:{_SURE_STREETS}|{_OTHER_STREETS})\b\.?{_NAMED}(?:,?{BLANK}{_POSTCODE})?"
    rf"|{_POSTCODE}"
)

_LABEL = (
    r"identifiants?|matricule|allocataire|dossier|demande|recours|r[ée]c[ée]piss[ée]|titre de s[ée]jour|passeport"
    r"|carte d['’]identit[ée]|permis|agdref|num[ée]ro [ée]tranger"
)
_NUMBER = regex(
    rf"(?<![\w/])(?P<ft>\d{{7}}{BLANK}?[A-Z])(?!\w)"
    rf"|\b(?i:{_LABEL})(?:{BLANK}(?:CAF|MSA|CPAM|MDPH|DALO|FSL|FAJ|OFII|FT|France{BLANK}Travail|P[ôo]le{BLANK}emploi|national)\b)?{BLANK}?"
    rf"(?:n°|nº|num[ée]ro)?{BLANK}?:?{BLANK}?"
    rf"(?P<labelled>\d{{7}}{BLANK}[A-Z](?!\w)|(?=[A-Z0-9-]*\d{{4}})[A-Z0-9]{{2,}}(?:-[A-Z0-9]{{3,}})*)(?!\w)"
    rf"|\b(?P<iban>FR\d\d(?:{BLANK}?[A-Z0-9]{{4}}){{5}}{BLANK}?[A-Z0-9]{{3}})\b"
    rf"|\b(?P<plate>[A-HJ-NP-TV-Z]{{2}}-\d{{3}}-[A-HJ-NP-TV-Z]{{2}})\b"
)


def spans(text: str) -> Iterator[Span]:
    """Every place of `text` that is one of these forms; places may overlap, the surest kinds come first."""
    yield from ((*found.span(), Kind.EMAIL) for found in _EMAIL.finditer(text))
    yield from ((*found.span(), Kind.NIR) for found in _NIR.finditer(text) if is_nir(found[0]))
    yield from ((*found.span(), Kind.PHONE) for found in _PHONE.finditer(text))
    for pattern in (_BORN, _BORN_IN):
        yield from ((*found.span("date"), Kind.BIRTH) for found in pattern.finditer(text))
    for found in _LONG_AGO.finditer(text):
        if 1900 <= int(found["year"] or found["first"]) < FIRST_YEAR_OF_WORK:
            yield *found.span("date" if found["date"] else "iso"), Kind.BIRTH
    yield from ((*found.span(), Kind.ADDRESS) for found in _ADDRESS.finditer(text))
    yield from ((*found.span(found.lastgroup or 0), Kind.NUMBER) for found in _NUMBER.finditer(text))


def is_nir(text: str) -> bool:
    """Whether these digits are a French social security number, with its key (15) or without it (13).

    Sex (1 or 2; 7 or 8 while provisional), year, month (20 and more where it is
    unknown), department (2A and 2B in Corsica, 99 for abroad), town, rank; the
    key is 97 less the rest of the 13 digits divided by 97, Corsica counting as
    19 and 18. A wrong key is accepted only in digits set apart as a NIR is.
    """
    found = _NIR.fullmatch(text)
    if found is None:
        return False
    month, place = int(found["month"]), found["place"].upper()
    if place == "00" or (found["town"] == "000" and place != "99"):
        return False
    if not (1 <= month <= 12 or (found["key"] and (20 <= month <= 42 or month >= 50))):
        return False
    if found["key"] is None:
        return found["sex"] in "12" and found["rank"] != "000"
    digits = "".join(found[part] for part in ("sex", "year", "month"))
    body = digits + _CORSICA.get(place, place) + found["town"] + found["rank"]
    return int(found["key"]) == 97 - int(body) % 97 or bool(found["g1"])
