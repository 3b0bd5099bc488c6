"""A programme file → a `Programme`, and everything that is wrong with it. The French keys live here."""

from __future__ import annotations

from collections.abc import Collection

from cip_coach.asking.programme import Immersion, Programme, Stage
from cip_coach.plainyaml import Mapping, Scalar, Sequence, Value, YamlFault, read
from cip_coach.problem import Problem
from cip_coach.shape import Shape, place
from cip_coach.text import closest
from cip_coach.vocabulary import TERM_ID

KEYS = (
    *("id", "nom", "note", "duree_jours", "duree_mois", "rdv", "immersion", "pistes", "etapes", "libres"),
    *("version", "source"),
)
APPOINTMENT_KEYS = ("obligatoires", "forme", "duree_min", "par_semaine", "collectifs_facultatifs")
IMMERSION_KEYS = ("max_jours", "place", "but", "arbre")
AVENUE_KEYS = ("cible_projet_confirme", "si_non_confirme")
STAGE_KEYS = ("rdv", "arbre", "phase", "ou", "type")
LAST = "bilan"
MOST_DAYS, MOST_MONTHS, MOST_APPOINTMENTS = 3660, 120, 500


def read_programme(
    text: str, file: str, trees: Collection[str], *, named: str = ""
) -> tuple[Programme | None, tuple[Problem, ...]]:
    """The programme in `text`, None when it cannot be used, and all its problems.

    `trees` are those it may name; `named` is the id that its file's name promises.
    """
    shape = Shape(file)
    try:
        data = read(text)
    except YamlFault as fault:
        return None, (fault.problem(file),)
    if not isinstance(data, Mapping):
        shape.fault(data, "forme-bloc", cle="programme")
        return None, tuple(shape.problems)
    programme = _Reading(shape, trees).programme(shape.keys(data, KEYS), named)
    broken = any(not problem.warning for problem in shape.problems)
    return None if broken else programme, tuple(shape.problems)


class _Reading:
    """One reading of one file."""

    def __init__(self, shape: Shape, trees: Collection[str]) -> None:
        self.shape, self.trees = shape, trees

    def programme(self, data: Mapping, named: str) -> Programme:
        """The whole programme, defaults standing for what is wrong."""
        shape = self.shape
        self._name(data, named)
        shape.required(data, "nom")
        meeting = self._block(data, "rdv", APPOINTMENT_KEYS)
        avenues = self._block(data, "pistes", AVENUE_KEYS)
        if "duree_jours" in data and "duree_mois" in data:
            shape.fault(place(data, "duree_mois"), "programme-deux-durees")
        appointments = self._number(meeting, "obligatoires", most=MOST_APPOINTMENTS)
        programme = Programme(
            id=shape.word(data, "id"),
            name=shape.sentence(data, "nom"),
            note=shape.sentence(data, "note"),
            days=self._number(data, "duree_jours", most=MOST_DAYS),
            months=self._number(data, "duree_mois", most=MOST_MONTHS),
            appointments=appointments,
            form=shape.sentence(meeting, "forme"),
            minutes=self._number(meeting, "duree_min", most=1440),
            per_week=self._pair(meeting, "par_semaine"),
            group=self._number(meeting, "collectifs_facultatifs", least=0, most=MOST_APPOINTMENTS),
            immersion=self._immersion(data),
            avenues_confirmed=self._pair(avenues, "cible_projet_confirme"),
            avenues_otherwise=self._number(avenues, "si_non_confirme", least=0, most=100),
            stages=self._stages(data, appointments),
            free=tuple(self._tree(tree) for tree in shape.scalars(data.get("libres"), "libres")),
            file=shape.file,
        )
        if programme.immersion and programme.days and programme.immersion.most_days >= programme.days:
            shape.fault(place(data, "immersion"), "programme-immersion-longue", jours=programme.days)
        return programme

    def _name(self, data: Mapping, named: str) -> None:
        if not self.shape.required(data, "id"):
            return
        written = data["id"]
        word = self.shape.word(data, "id")
        if not TERM_ID.fullmatch(word.replace("-", "_")):
            self.shape.fault(written, "id-invalide", mot=word, essai=named or "mon-programme")
        elif named and word != named:
            self.shape.fault(written, "programme-nom", mot=word, fichier=self.shape.file)

    def _block(self, data: Mapping, key: str, known: tuple[str, ...]) -> Mapping:
        found = self.shape.mapping(data.get(key), key)
        return Mapping() if found is None else self.shape.keys(found, known)

    def _number(self, data: Mapping, key: str, *, least: int = 1, most: int) -> int:
        found = self.shape.whole(data.get(key), key, least=least)
        if found is not None and found > most:
            self.shape.fault(data[key], "nombre-maximum", cle=key, maximum=most)
            return 0
        return found or 0

    def _pair(self, data: Mapping, key: str) -> tuple[int, int]:
        """One number, or the two ends of a range."""
        value = data.get(key)
        if value is None:
            return 0, 0
        written: list[Value] = list(value) if isinstance(value, Sequence) else [value]
        numbers = [self.shape.whole(one, key, least=1) for one in written]
        ends = [number for number in numbers if number is not None]
        if len(ends) < len(numbers):
            return 0, 0
        if not 1 <= len(ends) <= 2 or ends[0] > ends[-1]:
            self.shape.fault(value, "programme-intervalle", cle=key)
            return 0, 0
        return ends[0], ends[-1]

    def _immersion(self, data: Mapping) -> Immersion | None:
        found = self.shape.mapping(data.get("immersion"), "immersion")
        if found is None:
            return None
        block = self.shape.keys(found, IMMERSION_KEYS)
        if not self.shape.required(block, "max_jours"):
            return None
        tree = block.get("arbre")
        return Immersion(
            self._number(block, "max_jours", most=MOST_DAYS),
            self.shape.sentence(block, "place"),
            self.shape.sentence(block, "but"),
            self._tree(tree) if isinstance(tree, Scalar) else "",
        )

    def _stages(self, data: Mapping, appointments: int) -> tuple[Stage, ...]:
        stages: list[Stage] = []
        for item in self.shape.items(data.get("etapes"), "etapes"):
            block = self.shape.mapping(item, "etapes")
            if block is not None:
                stages.append(self._stage(self.shape.keys(block, STAGE_KEYS), stages, appointments))
        return tuple(stages)

    def _stage(self, block: Mapping, before: list[Stage], appointments: int) -> Stage:
        shape = self.shape
        tree = block.get("arbre")
        if shape.required(block, "arbre") and isinstance(tree, Scalar):
            self._tree(tree)
        number = shape.whole(block.get("rdv"), "rdv", least=1)
        if number is not None and appointments and number > appointments:
            shape.fault(block["rdv"], "programme-rdv-trop", rdv=number, nombre=appointments)
        elif number is not None and number <= max((stage.appointment or 0 for stage in before), default=0):
            shape.fault(block["rdv"], "programme-rdv-ordre", rdv=number)
        if block.get("type") is not None:
            shape.one_of(block, "type", (LAST,), "")
        return Stage(
            tree=shape.word(block, "arbre"),
            instead=tuple(self._tree(one) for one in shape.scalars(block.get("ou"), "ou")),
            phase=shape.sentence(block, "phase"),
            appointment=number,
            last=block.get("type") == LAST,
        )

    def _tree(self, name: Scalar) -> str:
        if name not in self.trees:
            near = closest(name, self.trees) or ""
            self.shape.fault(name, "programme-arbre-inconnu", mot=str(name)[:80], proche=near)
        return str(name)
