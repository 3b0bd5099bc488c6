"""One made-up note: which questions are answered, passed or fed, and what is said. Knows no folder."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from hashlib import sha256
from random import Random

from benchmarks import phrases
from cip_coach.answer import Action, Answer, Items, Picked, Words
from cip_coach.keeping.note import Entry, Head, Look, Note, Status, Task, TaskState, tasks_of
from cip_coach.text import typeset
from cip_coach.vocabulary import Taxonomy

LAST_DAY = date(2026, 11, 20)
YES_NO = {"oui": "Oui", "en_partie": "En partie", "non": "Non", "ne_sait_pas": "Je ne sais pas encore"}
EXPRESSED = {"oui": "oui, avec ses mots", "en_partie": "en partie", "non": "non, c’est ma lecture"}
WEATHER = {
    "grand_soleil": "grand soleil",
    "eclaircies": "éclaircies",
    "nuages": "nuages",
    "brouillard": "brouillard",
    "orage": "orage",
}


@dataclass
class Writer:
    """One note being made up: what is answered goes to `entries` and to the tables of the head."""

    chance: Random
    taxonomies: Mapping[str, Taxonomy]
    day: date
    minute: int
    id: str
    entries: list[Entry] = field(default_factory=list)
    answers: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    exposed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    difficulties: dict[str, tuple[str, ...]] = field(default_factory=dict)
    feeds: dict[str, dict[str, bool]] = field(default_factory=dict)

    def note(self) -> Note:
        """The note of that moment, of one tree or another."""
        draw = self.chance.random()
        if draw < 0.5:
            tree, title, ask = "a-chaud", "À chaud, en trois minutes", self._quick
        elif draw < 0.75:
            tree, title, ask = "guide-relation", "Ma relation avec la personne", self._relation
        elif draw < 0.93:
            tree, title, ask = (
                "guide-accompagnement",
                "Ce que je comprends de la personne, et notre chemin",
                self._path,
            )
        else:
            tree, title, ask = "guide-metier", "Moi, mes compétences, ce que je veux acquérir", self._trade
        ask()
        zone = timezone(timedelta(hours=2 if 3 < self.day.month < 11 else 1))
        begun = datetime(self.day.year, self.day.month, self.day.day, tzinfo=zone) + timedelta(minutes=self.minute)
        seconds = self.chance.randint(90, 1200)
        alone = tree == "guide-metier" or (tree == "a-chaud" and self.chance.random() < 0.2)
        head = Head(
            id=self.id,
            status=Status.CLOSED,
            tree=tree,
            version=1,
            fingerprint=sha256(tree.encode()).hexdigest()[:8],
            day=self.day,
            begun=begun,
            ended=begun + timedelta(seconds=seconds + self.chance.randint(0, 300)),
            seconds=seconds,
            person="" if alone else self._person(),
            appointment=self.chance.randint(1, 12) if not alone and self.chance.random() < 0.3 else None,
            answers=self.answers,
            open=tuple(self.open),
            skipped=tuple(self.skipped),
            exposed=self.exposed,
            difficulties=self.difficulties,
            feeds=self.feeds,
        )
        looks: tuple[Look, ...] = ()
        if self.chance.random() < 0.06:
            looks = (Look(min(self.day + timedelta(days=self.chance.randint(7, 90)), LAST_DAY), self._text(2)),)
        return Note(head, title, tuple(self.entries), looks)

    def _quick(self) -> None:
        weather = self._choice("chaud.meteo", "Quelle était la météo de cet échange ?", WEATHER)
        self._words("chaud.scene", "Quel moment me revient en premier ?", 5)
        self._several("chaud.ressenti", "Qu’est-ce que cela laisse en moi ?", self.taxonomies["ressentis"], 2)
        snag = self._choice("chaud.accroche", "Y a-t-il quelque chose qui accroche ?", YES_NO, "oui_non")
        path = "chaud.accroche.difficulte"
        if snag in ("oui", "en_partie"):
            self._difficulty(path)
            self._words(
                "chaud.accroche.piste", "À quel moment la personne s’est-elle ouverte, même un peu ?", 3, "piste"
            )
        elif snag == "non":
            self.exposed[path] = ("difficultes@1",)
        self._words("chaud.bien", "Qu’est-ce qui a bien marché ?", 4, feeds="reussites")
        self._step("chaud.pas", "Et maintenant : un seul petit pas, lequel ?")
        if weather in ("brouillard", "orage"):
            self._words("chaud.apres", "Qu’est-ce que je voudrais garder de cet échange ?", 4)

    def _relation(self) -> None:
        self._trust()
        ease = self._choice(
            "relation.aisance", "Lors de nos échanges, est-ce que je me sens à mon aise ?", YES_NO, "oui_non"
        )
        if ease in ("non", "en_partie"):
            feelings = self.taxonomies["ressentis"]
            self._several(
                "relation.aisance.emotions", "Quelles émotions me traversent quand je suis avec elle ?", feelings, 2
            )
        joy = self._choice(
            "relation.plaisir", "Ce bout de chemin avec elle me procure-t-il du plaisir ?", YES_NO, "oui_non"
        )
        if joy in ("oui", "en_partie"):
            self._words("relation.plaisir.source", "D’où vient ce plaisir ?", 4, feeds="plaisirs")
        else:
            self._words("relation.plaisir.ce_qui_se_passe", "Concrètement, que se passe-t-il ?", 4)
        levers = "De quoi aurais-je besoin pour que cet accompagnement me soit plus agréable ?"
        self._words("relation.plaisir.leviers", levers, 1, feeds="pas")
        self._end()

    def _path(self) -> None:
        needs = self._items("accompagnement.besoins", "De quoi la personne a-t-elle besoin ?", 3)
        for rank, need in enumerate(needs, start=1):
            path = f"accompagnement.besoins[{rank}]"
            said = self._choice(f"{path}.exprime", f"« {need} » : est-ce elle qui me l’a dit ?", EXPRESSED)
            if said:
                self.feeds.setdefault("a_verifier", {})[f"{path}.exprime"] = said != "oui"
            if said in ("en_partie", "non"):
                self._words(f"{path}.indices", f"« {need} » : sur quoi est-ce que je m’appuie ?", 2)
        self._several(
            "accompagnement.freins",
            "Qu’est-ce qui la freine ou lui complique la route ?",
            self.taxonomies["freins"],
            3,
        )
        steps = self._choice(
            "accompagnement.etapes", "Ai-je donné des étapes claires à notre chemin ?", YES_NO, "oui_non"
        )
        self._signal("accompagnement.etapes", steps, "non", "diff.methode.etapes")
        self._snags("accompagnement.difficultes")
        self._step("accompagnement.pas", "Qu’est-ce que je veux essayer la prochaine fois ?")
        self._end()

    def _trade(self) -> None:
        self._items("metier.competence", "Qu’est-ce qui nourrit mon sentiment de compétence ?", 3, feeds="forces")
        for key, world in (
            ("projet", "construire un projet professionnel"),
            ("emploi", "soutenir une recherche d’emploi"),
        ):
            path = f"metier.outils[{key}]"
            tools = self._choice(f"{path}.assurance", f"Pour {world}, ai-je en main des outils ?", YES_NO, "oui_non")
            if tools in ("non", "en_partie"):
                self._words(f"{path}.par_qui", "Auprès de qui trouver ce qui me manque ?", 3)
        self._items("metier.plaisir", "D’où vient mon plaisir dans ce métier ?", 2, feeds="plaisirs")
        self._words("metier.deplaisir.changer", "Qu’est-ce que je pourrais faire évoluer, à mon échelle ?", 6)
        self._words("metier.deplaisir.a_qui", "À qui pourrais-je confier ce qui me pèse ?", 1, feeds="pas")
        self._end()

    def _trust(self) -> None:
        question = "Aujourd’hui, est-ce que la confiance est là, entre la personne et moi ?"
        trust = self._choice("relation.confiance", question, YES_NO, "oui_non")
        self._signal("relation.confiance", trust, "non", "diff.relation.confiance")
        if trust in ("oui", "en_partie"):
            self._items("relation.confiance.indices_oui", "Qu’est-ce qui me fait penser cela ?", 2)
        if trust in ("non", "en_partie", "ne_sait_pas"):
            self._items(
                "relation.confiance.indices_non", "Dans nos échanges, qu’est-ce qui fragilise la confiance ?", 2
            )
            self._step("relation.confiance.petit_pas", "Quel petit geste pourrait nourrir la confiance ?")

    def _end(self) -> None:
        self._words("commun.cloture", "Avant de refermer : qu’est-ce qui s’est bien passé ?", 3, feeds="reussites")

    def _signal(self, path: str, said: str, when: str, difficulty: str) -> None:
        if said:
            self.exposed[path] = (difficulty,)
            if said == when:
                self.difficulties[path] = (difficulty,)

    def _difficulty(self, path: str) -> None:
        picked = self._several(path, "À quoi cela ressemble-t-il ?", self.taxonomies["difficultes"], 2)
        if path in self.answers:
            self.exposed[path] = ("difficultes@1",)
            if picked:
                self.difficulties[path] = picked

    def _snags(self, path: str) -> None:
        """A list of one's own words, most of them named with a term, each with its lead."""
        terms = self.taxonomies["difficultes"].offered()
        items = self._items(path, "Et moi, sur quoi est-ce que je bute dans cet accompagnement ?", 2)
        tags = tuple(self.chance.choice(terms).id for _ in items if self.chance.random() < 0.8)
        if tags:
            self.exposed[path], self.difficulties[path] = ("difficultes@1",), tuple(dict.fromkeys(tags))
        for rank in range(1, len(items) + 1):
            lead = "Si cette difficulté m’indiquait une direction, laquelle serait-ce ?"
            self._words(f"{path}[{rank}].piste", lead, 2, "piste")

    def _choice(self, path: str, question: str, choices: Mapping[str, str], kind: str = "choix") -> str:
        if self._passes(path):
            return ""
        pick = self.chance.choice(tuple(choices))
        self.answers[path] = pick
        self._keep(path, kind, question, Picked((pick,)), (choices[pick],))
        return pick

    def _several(self, path: str, question: str, taxonomy: Taxonomy, most: int) -> tuple[str, ...]:
        if self._passes(path):
            return ()
        terms = tuple(taxonomy.offered())
        picked = tuple(self.chance.sample([term.id for term in terms], self.chance.randint(0, most)))
        self.answers[path] = picked
        self._keep(
            path, "choix_multiple", question, Picked(picked), tuple(taxonomy.terms[pick].label for pick in picked)
        )
        return picked

    def _items(self, path: str, question: str, most: int, feeds: str = "") -> tuple[str, ...]:
        if self._passes(path):
            return ()
        items = tuple(self.chance.sample(phrases.ITEMS, self.chance.randint(1, most)))
        self.open.append(path)
        self._keep(path, "liste", question, Items(items), (), feeds)
        return items

    def _words(self, path: str, question: str, most: int, kind: str = "texte", feeds: str = "") -> None:
        if self._passes(path):
            return
        text = (
            self.chance.choice(phrases.STEPS) if feeds == "pas" else self._text(self.chance.randint(most, 3 * most))
        )
        self.open.append(path)
        self._keep(path, kind, question, Words(text), (), feeds)

    def _step(self, path: str, question: str) -> None:
        if self._passes(path):
            return
        due = self.day + timedelta(days=self.chance.randint(1, 20)) if self.chance.random() < 0.4 else None
        self.open.append(path)
        self._keep(path, "action", question, Action(self.chance.choice(phrases.STEPS), due), (), feeds="pas")

    def _passes(self, path: str) -> bool:
        if self.chance.random() < 0.1:
            self.skipped.append(path)
            return True
        return False

    def _keep(
        self, path: str, kind: str, question: str, answer: Answer, labels: Sequence[str], feeds: str = ""
    ) -> None:
        if feeds:
            self.feeds.setdefault(feeds, {})[path] = True
        tasks: tuple[Task, ...] = ()
        if kind == "action" or feeds == "pas":
            tasks = tuple(self._aged(task) for task in tasks_of(answer, tuple(labels)))
        level = 2 + path.count("[")
        self.entries.append(Entry(path, kind, typeset(question), level, answer, tuple(labels), tasks))

    def _aged(self, task: Task) -> Task:
        """What became of a step: most old ones were done or left."""
        if (LAST_DAY - self.day).days < 14 or self.chance.random() < 0.15:
            return task
        state = TaskState.DONE if self.chance.random() < 0.7 else TaskState.LEFT
        word = self.chance.choice(phrases.EFFECTS) if self.chance.random() < 0.5 else ""
        return Task(task.text, task.due, state, self.day + timedelta(days=self.chance.randint(1, 14)), word)

    def _text(self, sentences: int) -> str:
        written = [self._sentence() for _ in range(sentences)]
        if sentences > 3:
            written.insert(2, "\n")
        return " ".join(written).replace(" \n ", "\n")

    def _sentence(self) -> str:
        pick = self.chance.choice
        turn = f"{pick(phrases.TURNS)} " if self.chance.random() < 0.5 else ""
        said = f"{turn}{pick(phrases.SUBJECTS)} {pick(phrases.VERBS)} {pick(phrases.THINGS)} {pick(phrases.PLACES)}"
        if self.chance.random() < 0.4:
            said += f", et {pick(phrases.SUBJECTS)} {pick(phrases.VERBS)} {pick(phrases.THINGS)}"
        for wrong, right in (
            (r"\bde les\b", "des"),
            (r"\bde le\b", "du"),
            (r"\bde (?=un)", "d’"),
            (r"\bà le\b", "au"),
            (r"\b([Qq]u)e (?=[aeéo])", r"\1’"),
        ):
            said = re.sub(wrong, right, said)
        return f"{said[0].upper()}{said[1:]}."

    def _person(self) -> str:
        """A code; the persons met change with the years."""
        start = self.day.toordinal() // 90 * 7 % len(phrases.PERSONS)
        return phrases.PERSONS[(start + self.chance.randrange(14)) % len(phrases.PERSONS)]
