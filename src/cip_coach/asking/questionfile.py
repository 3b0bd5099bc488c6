"""One question as authors write it → `Question`: its keys by type, its follow-ups, what its answers feed."""

from __future__ import annotations

from cip_coach.asking import effects, followups, offers
from cip_coach.asking.followups import EMPTY, NONE_NOTED, SI, TAGS, BuildNodes
from cip_coach.asking.names import Names, Part
from cip_coach.asking.tree import NO, PARTLY, SEVERAL, UNSURE, YES, Bounds, Choice, Kind, Offer, Question, Source
from cip_coach.asking.wording import ELEMENT, PLACEHOLDER
from cip_coach.patterns import regex
from cip_coach.plainyaml import Mapping, Scalar
from cip_coach.shape import SAID_OTHERWISE, Shape, renamed

QUESTION_ID = regex(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)*")
RESERVED = frozenset(
    {"oui", "non", "autre", "aucun", "passe", "repondu", "vide", "element", "mot", "seance", "journal", "date"}
)
RESERVED_SPACES = ("seance.", "journal.")
OTHERS = {"non": 0, "oui": 1, "plusieurs": 9}
WIDEST_SCALE = 10

COMMON_KEYS = {
    "id", "question", "libelle", "type", "aide", "exemple", "sensible", "quand", "signale", "alimente",
    "prerempli_de", "compte", "aucune_si", "coche", "propose",
}  # fmt: skip
OFFER_KEYS = {"choix", "taxonomie", "familles", "choix_de", "autre", "aucun", "precision"}
KEYS = {
    Kind.TEXT: COMMON_KEYS | {"si_mots"},
    Kind.YES_NO: COMMON_KEYS | {"nuances", "precision"},
    Kind.CHOICE: COMMON_KEYS | OFFER_KEYS,
    Kind.CHOICES: COMMON_KEYS | OFFER_KEYS | {"max", "pour_chaque"},
    Kind.SCALE: COMMON_KEYS | {"de", "a", "libelles", "precision"},
    Kind.NUMBER: COMMON_KEYS | {"min", "max"},
    Kind.DATE: COMMON_KEYS,
    Kind.LIST: COMMON_KEYS | {"max", "aucun", TAGS, "pour_chaque"},
    Kind.ACTION: COMMON_KEYS,
    Kind.INFO: {"id", "question", "type", "quand", "montre", "libelle", "aide"},
    Kind.LEAD: COMMON_KEYS | {"de"},
}
ANY_KEY = frozenset().union(*KEYS.values())
YES_NO = (
    Choice(YES, "Oui"),
    Choice(PARTLY, "En partie"),
    Choice(NO, "Non"),
    Choice(UNSURE, "Je ne sais pas encore"),
)


def question_of(item: Mapping, part: Part, names: Names, shape: Shape, nodes: BuildNodes) -> Question:
    """The question in `item`, its follow-ups built by `nodes`. Without a usable id it has one of ours, undeclared."""
    item = _known_keys(item, shape)
    kind = _kind(item, shape)
    question_id = checked_id(item, "id", part, shape)
    full_id = part.id_of(question_id)
    when = offers.condition_of(item.get("quand"), part, names, shape)
    offer = _offer(item, kind, part, names, shape)
    other = _other(item, shape)
    bounds = _bounds(item, kind, shape)
    known = None if kind is Kind.INFO else offers.possible_answers(kind, offer, other, bounds)
    texts = {key: _worded(item, key, part, names, shape) for key in ("question", "aide")}
    if kind is not Kind.LEAD and not isinstance(item.get("question"), (dict, list)):
        shape.required(item, "question")
    lead_of = _lead_of(item, part, names, shape) if kind is Kind.LEAD else ""
    prefill = _prefill(item, part, names, shape)
    shows = offers.sources_of(item["montre"], part, names, shape) if "montre" in item else ()
    none_if = effects.none_if(item, part, names, shape)
    if question_id:
        names.declare(full_id, part, item["id"], shape)
    else:
        names.incomplete = True
        full_id = f"ligne_{item.line}"
    keys = offers.item_keys(offer, other)
    return Question(
        id=full_id,
        kind=kind,
        text=texts["question"],
        label=offers.unfilled(item.get("libelle"), "libelle", shape),
        help=texts["aide"],
        example=offers.unfilled(item.get("exemple"), "exemple", shape),
        when=when,
        offer=offer,
        other=other,
        none=offers.unfilled(item.get("aucun"), "aucun", shape) or (NONE_NOTED if kind in SEVERAL else ""),
        bounds=bounds,
        precision=offers.unfilled(item.get("precision"), "precision", shape),
        follow_ups=(
            *followups.words_follow_up(item, full_id, part, names, shape),
            *followups.follow_ups(item, kind, known, part, shape, nodes),
        ),
        loop=followups.loop(item, full_id, part, names, shape, nodes, keys),
        prefill=prefill,
        shows=shows,
        lead_of=lead_of,
        tags=TAGS in item,
        signals=effects.signals(item, known, part, names, shape),
        feeds=effects.feeds(item, known, shape),
        counts=shape.flag(item, "compte", default=True),
        none_if=none_if,
        ticks=effects.ticks(item, known, shape),
        proposal=effects.proposal(item, known, part, names, shape),
        sensitive=shape.flag(item, "sensible"),
        fixed=effects.fixed(item, known, part, shape),
        file=part.file,
        line=item.line,
    )


def checked_id(item: Mapping, key: str, part: Part, shape: Shape) -> str:
    """The id under `key`, as written; "" when there is none. What is wrong with it is noted."""
    written = item.get(key)
    if written is None or isinstance(written, Scalar):
        if not shape.required(item, key) or written is None:
            return ""
        full_id = part.id_of(written)
        if not QUESTION_ID.fullmatch(written) or len(full_id) > offers.LONGEST_ID:
            shape.fault(written, "id-invalide", mot=full_id[: 2 * offers.LONGEST_ID], essai=offers.slug(full_id))
        elif written in RESERVED or written.startswith(RESERVED_SPACES):
            shape.fault(written, "id-reserve", mot=str(written))
        return str(written)
    return shape.text_of(written, key)


def _known_keys(item: Mapping, shape: Shape) -> Mapping:
    """`item`, its unknown keys noted and those that look like a known one renamed; a `si_…` passes."""
    meant = {}
    for key, _ in item.pairs():
        if key in ANY_KEY or key.startswith(SI):
            continue
        answers = [*choices] if isinstance(choices := item.get("choix"), Mapping) else [YES, PARTLY, NO, UNSURE]
        openings = [SI + answer for answer in (*answers, "autre", EMPTY, *followups.WITHOUT_VALUE[1:])]
        meant[str(key)] = near = shape.near(key, [*ANY_KEY, *openings])
        shape.unknown(key, "cle-inconnue", ANY_KEY, near=near)
    return renamed(item, meant)


def _kind(item: Mapping, shape: Shape) -> Kind:
    """The type of `item`; what it may be when it is misspelt. The keys of other types are noted."""
    known = [kind.value for kind in Kind]
    written = shape.one_of(item, "type", known, "")
    if not written and "type" in item:
        return _guessed(item)
    kind = Kind(written or Kind.TEXT)
    for key, _ in item.pairs():
        opening = key.startswith(SI) and key != "si_mots"
        misplaced = kind is Kind.INFO if opening else key in ANY_KEY and key not in KEYS[kind]
        if misplaced:
            types = [other.value for other in Kind if key in KEYS[other]]
            shape.fault(key, "cle-deplacee", cle=str(key), type=kind.value, types=", ".join(types))
    return kind


def _guessed(item: Mapping) -> Kind:
    """A type that takes what is under an unknown one, so that this one fault is told alone."""
    if any(key in item for key in ("choix", "taxonomie", "choix_de")):
        return Kind.CHOICES
    return Kind.YES_NO if SI + YES in item or SI + NO in item else Kind.NUMBER


def _worded(item: Mapping, key: str, part: Part, names: Names, shape: Shape) -> str:
    """A wording, its placeholders noted as references and renamed when a prefix applies."""
    value = item.get(key)
    wording = shape.sentence(item, key)
    if not isinstance(value, Scalar):
        return wording
    for braces in offers.BRACES.findall(wording):
        if not PLACEHOLDER.fullmatch(braces):
            names.refer(braces[1:-1], part, value, role="texte")
    return PLACEHOLDER.sub(lambda found: f"{{{names.refer(found[1], part, value, role='texte')}}}", wording)


def _offer(item: Mapping, kind: Kind, part: Part, names: Names, shape: Shape) -> Offer:
    match kind:
        case Kind.YES_NO:
            nuanced = shape.flag(item, "nuances", default=True)
            return Offer(choices=YES_NO if nuanced else (YES_NO[0], YES_NO[2]))
        case Kind.CHOICE | Kind.CHOICES:
            return offers.offer_of(item, part, names, shape)
        case _:
            return Offer()


def _other(item: Mapping, shape: Shape) -> int:
    written = item.get("autre")
    if written is None:
        return 0
    if isinstance(written, Scalar) and written in OTHERS:
        return OTHERS[written]
    near = SAID_OTHERWISE.get(written.casefold(), "") if isinstance(written, Scalar) else ""
    shape.unknown(written, "valeur-inconnue", [*OTHERS], near=near, cle="autre")
    return 1


def _bounds(item: Mapping, kind: Kind, shape: Shape) -> Bounds:
    least = None if kind is Kind.NUMBER else 1
    if kind is not Kind.SCALE:
        low, high = shape.whole(item.get("min"), "min"), shape.whole(item.get("max"), "max", least=least)
        if low is not None and high is not None and low > high:
            shape.fault(item["max"], "bornes", bas=low, haut=high)
        return Bounds(low, high)
    if not (shape.required(item, "de") & shape.required(item, "a")):
        return Bounds()
    low, high = shape.whole(item["de"], "de"), shape.whole(item["a"], "a")
    if low is None or high is None:
        return Bounds()
    if not (low < high <= WIDEST_SCALE and high - low <= WIDEST_SCALE):
        shape.fault(item["a"], "echelle-bornes", bas=low, haut=high)
        return Bounds()
    return Bounds(low, high, _point_labels(item, low, high, shape))


def _point_labels(item: Mapping, low: int, high: int, shape: Shape) -> dict[int, str]:
    points = {str(point): point for point in range(low, high + 1)}
    labels = {}
    for point, label in (shape.mapping(item.get("libelles"), "libelles") or Mapping()).pairs():
        if point not in points:
            shape.fault(point, "echelle-libelle", mot=str(point), bas=low, haut=high)
        labels[points.get(point, low)] = offers.unfilled(label, str(point), shape)
    return labels


def _lead_of(item: Mapping, part: Part, names: Names, shape: Shape) -> str:
    if not shape.required(item, "de"):
        return ""
    written = shape.word(item, "de")
    if written == ELEMENT:
        if not part.loops:
            shape.fault(item["de"], "element-hors-boucle")
        return written
    return names.refer(written, part, item["de"], role="liste") if written else ""


def _prefill(item: Mapping, part: Part, names: Names, shape: Shape) -> Source | None:
    if "prerempli_de" not in item:
        return None
    found = offers.sources_of(item["prerempli_de"], part, names, shape, role="question")
    return found[0] if found else None
