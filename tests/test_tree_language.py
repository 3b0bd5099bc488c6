"""The language of trees, as its reader would want it told: which questions come, in which order, worded how.

Each test is a small tree as a counsellor writes it, some answers, and the
questions that are then put. The whole language is docs/ecrire-un-arbre.md.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from textwrap import dedent

from cip_coach.answer import SKIPPED, Action, Day, Items, Number, Picked, Reply, Words
from cip_coach.asking.conditions import Entrant
from cip_coach.asking.library import Library
from cip_coach.asking.steps import Context, Step, live_steps
from cip_coach.asking.tree import Choice, Tree
from cip_coach.asking.treefile import TreeText, read_tree
from cip_coach.asking.wording import Shown

SUNDAY = date(2026, 11, 22)
VOCABULARY = Library.shipped().vocabulary
HEADER = 'arbre: essai\nversion: 1\ntitre: "Essai"\n'


def tree_from(written: str, **fragments: str) -> Tree:
    """The tree whose `questions:` are `written`, the questions of its included files being `fragments`."""
    text = f"{HEADER}questions:\n{dedent(written)}"
    files = {
        name: TreeText(f"{name}.yml", "fragment: oui\nquestions:\n" + dedent(part))
        for name, part in fragments.items()
    }
    tree, problems = read_tree(TreeText("essai.yml", text), files.get, VOCABULARY)
    assert tree is not None, problems
    return tree


def reply(value: object) -> Reply:
    """`"oui"` a pick, `"« … »"` a text, a list the items of a list, a tuple several picks, None a question passed."""
    match value:
        case None:
            return SKIPPED
        case str() if value.startswith("«"):
            return Words(value.strip("« »"))
        case str():
            return Picked((value,))
        case int() | float():
            return Number(value)
        case date():
            return Day(value)
        case list():
            return Items(tuple(value))
        case tuple():
            return Picked(value)
        case _:
            return value  # type: ignore[return-value]


def steps(tree: Tree, answers: Mapping[str, object] | None = None, **context: object) -> list[Step]:
    replies = {path: reply(value) for path, value in (answers or {}).items()}
    return list(live_steps(tree, replies, Context(**{"day": SUNDAY, **context})))  # type: ignore[arg-type]


def asked(tree: Tree, answers: Mapping[str, object] | None = None, **context: object) -> list[str]:
    """The paths of the questions put, in order, everything without an answer included."""
    return [step.path for step in steps(tree, answers, **context)]


def step(tree: Tree, path: str, answers: Mapping[str, object] | None = None, **context: object) -> Step:
    return next(found for found in steps(tree, answers, **context) if found.path == path)


def offered(tree: Tree, path: str, answers: Mapping[str, object] | None = None, **context: object) -> list[str]:
    return [choice.id for choice in step(tree, path, answers, **context).choices]


def notes(*items: tuple[str, str, int]) -> tuple[Entrant, ...]:
    return tuple(Entrant(Choice(key, label), count) for key, label, count in items)


class TestYesNo:
    TREE = tree_from("""
        - id: confiance
          question: "La confiance est-elle là ?"
          type: oui_non
          si_oui: [{id: indices_oui, question: "Qu'est-ce qui la montre ?"}]
          si_non: [{id: indices_non, question: "Qu'est-ce qui la fragilise ?"}]
        """)

    def test_has_four_answers(self):
        assert offered(self.TREE, "confiance") == ["oui", "en_partie", "non", "ne_sait_pas"]

    def test_partly_opens_both_sides(self):
        assert asked(self.TREE, {"confiance": "en_partie"}) == ["confiance", "indices_oui", "indices_non"]

    def test_not_knowing_opens_the_no(self):
        assert asked(self.TREE, {"confiance": "ne_sait_pas"}) == ["confiance", "indices_non"]

    def test_yes_and_no_open_their_own(self):
        assert asked(self.TREE, {"confiance": "oui"}) == ["confiance", "indices_oui"]
        assert asked(self.TREE, {"confiance": "non"}) == ["confiance", "indices_non"]

    def test_nothing_opens_without_an_answer(self):
        assert asked(self.TREE) == asked(self.TREE, {"confiance": None}) == ["confiance"]

    def test_an_explicit_partly_takes_its_answer_over(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: oui_non
              si_oui: [{id: b, question: "B"}]
              si_non: [{id: c, question: "C"}]
              si_en_partie: [{id: d, question: "D"}]
            """)
        assert asked(tree, {"a": "en_partie"}) == ["a", "d"]
        assert asked(tree, {"a": "ne_sait_pas"}) == ["a", "c"]

    def test_an_empty_list_closes_an_answer(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: oui_non
              si_non: [{id: c, question: "C"}]
              si_ne_sait_pas: []
            """)
        assert asked(tree, {"a": "ne_sait_pas"}) == ["a"]
        assert asked(tree, {"a": "en_partie"}) == ["a", "c"]

    def test_without_nuances_there_are_two(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: oui_non
              nuances: non
              si_non: [{id: c, question: "C"}]
            """)
        assert offered(tree, "a") == ["oui", "non"]
        assert asked(tree, {"a": "non"}) == ["a", "c"]

    def test_a_plain_choice_called_yes_opens_on_yes_alone(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: choix
              choix: {oui: "oui, avec ses mots", en_partie: "en partie", non: "non"}
              si_oui: [{id: b, question: "B"}]
            """)
        assert asked(tree, {"a": "en_partie"}) == ["a"]


class TestFollowUps:
    def test_come_right_below_in_the_order_of_the_file_then_the_loop(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: liste
              pour_chaque: [{id: x, question: "{element}"}]
              si_repondu: [{id: b, question: "B"}]
            - {id: c, question: "C"}
            """)
        assert asked(tree, {"a": ["un", "deux"]}) == ["a", "b", "a[1].x", "a[2].x", "c"]

    def test_count_items_and_picks_and_read_scales_and_numbers(self):
        tree = tree_from("""
            - {id: idees, question: "Idées ?", type: liste, si_au_moins_2: [{id: trier, question: "Trier ?"}]}
            - {id: aise, question: "Aise ?", type: echelle, de: 1, a: 5, si_au_plus_2: [{id: bas, question: "Bas ?"}]}
            - {id: venus, question: "Combien ?", type: nombre, si_au_moins_10: [{id: foule, question: "Foule ?"}]}
            - {id: point, question: "Point ?", type: echelle, de: 1, a: 5, si_3: [{id: milieu, question: "Milieu ?"}]}
            """)
        assert asked(tree, {"idees": ["a", "b"], "aise": 2, "venus": 10, "point": 3}) == [
            "idees", "trier", "aise", "bas", "venus", "foule", "point", "milieu",
        ]  # fmt: skip
        assert asked(tree, {"idees": ["a"], "aise": 3, "venus": 9, "point": 4}) == ["idees", "aise", "venus", "point"]

    def test_empty_passed_and_answered_are_three_things(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: liste
              si_vide: [{id: rien, question: "Rien"}]
              si_passe: [{id: passee, question: "Passée"}]
              si_repondu: [{id: dite, question: "Dite"}]
            """)
        assert asked(tree, {"a": []}) == ["a", "rien"]
        assert asked(tree, {"a": None}) == ["a", "passee"]
        assert asked(tree, {"a": ["x"]}) == ["a", "dite"]
        assert asked(tree) == ["a"]

    def test_other_is_an_answer_too(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: choix
              choix: {temps: "le temps"}
              autre: oui
              si_autre: [{id: lequel, question: "Lequel ?"}]
            """)
        assert asked(tree, {"a": Picked(("autre1",), ("le bruit",))}) == ["a", "lequel"]
        assert asked(tree, {"a": "temps"}) == ["a"]

    def test_a_question_under_a_closed_one_is_closed_whatever_was_answered(self):
        tree = tree_from("""
            - id: a
              question: "A ?"
              type: oui_non
              si_non:
                - id: b
                  question: "B ?"
                  type: oui_non
                  si_oui: [{id: c, question: "C"}]
            - {id: d, question: "D", quand: {b: oui}}
            """)
        assert asked(tree, {"a": "non", "b": "oui"}) == ["a", "b", "c", "d"]
        assert asked(tree, {"a": "oui", "b": "oui"}) == ["a"]


class TestWhen:
    @staticmethod
    def open_when(when: str, answers: Mapping[str, object], **context: object) -> bool:
        """Whether a question with this `quand` is put after a choice, several choices, a list, a text and a scale."""
        tree = tree_from(f"""
            - {{id: humeur, question: "H ?", type: choix, choix: {{calme: "c", tendu: "t", noir: "n"}}, autre: oui}}
            - {{id: freins, question: "F ?", type: choix_multiple, choix: {{temps: "t", bruit: "b", cout: "c"}}}}
            - {{id: idees, question: "I ?", type: liste}}
            - {{id: recit, question: "R ?"}}
            - {{id: aise, question: "E ?", type: echelle, de: 1, a: 5}}
            - {{id: z, question: "Z", quand: {when}}}
            """)
        return "z" in asked(tree, answers, **context)

    def test_a_word_is_an_answer_and_a_list_any_of_them(self):
        assert self.open_when("{humeur: tendu}", {"humeur": "tendu"})
        assert not self.open_when("{humeur: tendu}", {"humeur": "calme"})
        assert self.open_when("{humeur: [tendu, noir]}", {"humeur": "noir"})
        assert self.open_when("{humeur: autre}", {"humeur": Picked(("autre1",), ("grise",))})

    def test_a_word_is_contained_in_several_picks(self):
        assert self.open_when("{freins: temps}", {"freins": ("bruit", "temps")})
        assert not self.open_when("{freins: temps}", {"freins": ("bruit",)})

    def test_all_lines_of_a_map_and_any_map_of_a_list(self):
        both = "{humeur: tendu, freins: temps}"
        either = "[{humeur: tendu}, {freins: temps}]"
        assert self.open_when(both, {"humeur": "tendu", "freins": ("temps",)})
        assert not self.open_when(both, {"humeur": "tendu", "freins": ("bruit",)})
        assert self.open_when(either, {"humeur": "tendu", "freins": ("bruit",)})
        assert self.open_when(either, {"humeur": "calme", "freins": ("temps",)})
        assert not self.open_when(either, {"humeur": "calme", "freins": ("bruit",)})

    def test_except_needs_a_real_answer(self):
        assert self.open_when("{humeur: {sauf: calme}}", {"humeur": "noir"})
        assert not self.open_when("{humeur: {sauf: [calme, noir]}}", {"humeur": "noir"})
        assert not self.open_when("{humeur: {sauf: calme}}", {})
        assert not self.open_when("{humeur: {sauf: calme}}", {"humeur": None})

    def test_at_least_and_at_most_count_items_picks_and_points(self):
        assert self.open_when("{freins: {au_moins: 2}}", {"freins": ("temps", "cout")})
        assert not self.open_when("{freins: {au_moins: 2}}", {"freins": ("temps",)})
        assert self.open_when("{idees: {au_plus: 1}}", {"idees": []})
        assert not self.open_when("{idees: {au_plus: 1}}", {})
        assert self.open_when("{aise: {au_moins: 4}}", {"aise": 4})
        assert self.open_when("{aise: 3}", {"aise": 3})

    def test_both_ways_of_counting_may_be_asked_together(self):
        between = "{idees: {au_moins: 2, au_plus: 3}}"
        assert [self.open_when(between, {"idees": ["x"] * count}) for count in (1, 2, 3, 4)] == [
            False, True, True, False,
        ]  # fmt: skip

    def test_answered_is_neither_passed_nor_none(self):
        assert self.open_when("{recit: repondu}", {"recit": "« hier »"})
        assert not self.open_when("{recit: repondu}", {"recit": None})
        assert not self.open_when("{idees: repondu}", {"idees": []})

    def test_the_person_the_appointment_and_the_journal_can_be_read(self):
        assert self.open_when("{seance.personne: repondu}", {}, person="galet")
        assert not self.open_when("{seance.personne: repondu}", {})
        assert self.open_when("{seance.rdv: {au_moins: 2}}", {}, appointment=3)
        assert not self.open_when("{seance.rdv: {au_moins: 2}}", {})
        found = {"journal.notes": notes(("n1", "Note", 1), ("n2", "Note", 1))}
        assert self.open_when("{journal.notes: {au_moins: 2}}", {}, sources=found)
        assert not self.open_when("{journal.notes: {au_moins: 3}}", {}, sources=found)

    def test_may_stand_on_a_section_a_loop_and_an_inclusion(self):
        tree = tree_from(
            """
            - {id: a, question: "A ?", type: oui_non}
            - section: "S"
              quand: {a: oui}
              questions: [{id: b, question: "B"}]
            - boucle: c
              sur: {x: "X"}
              quand: {a: oui}
              questions: [{id: d, question: "D"}]
            - {inclure: f, quand: {a: oui}}
            """,
            f='- {id: e, question: "E"}',
        )
        assert asked(tree, {"a": "oui"}) == ["a", "b", "c[x].d", "e"]
        assert asked(tree, {"a": "non"}) == ["a"]


class TestLoops:
    def test_over_the_items_of_a_list_by_position(self):
        tree = tree_from("""
            - id: besoins
              question: "Besoins ?"
              type: liste
              pour_chaque: [{id: dit, question: "« {element} » : dit ?"}]
            """)
        answers = {"besoins": ["un toit", "du temps"]}
        assert asked(tree, answers) == ["besoins", "besoins[1].dit", "besoins[2].dit"]
        assert step(tree, "besoins[2].dit", answers).wording == "« du temps »\u00a0: dit\u00a0?".replace(
            "« ", "«\u00a0"
        ).replace(" »", "\u00a0»")

    def test_over_picks_by_their_id_and_over_ones_own(self):
        tree = tree_from("""
            - id: freins
              question: "Freins ?"
              type: choix_multiple
              choix: {temps: "le temps", bruit: "le bruit"}
              autre: plusieurs
              pour_chaque: [{id: poids, question: "{element}"}]
            """)
        answers = {"freins": Picked(("bruit", "autre1", "autre2"), ("le froid", "la nuit"))}
        assert asked(tree, answers) == [
            "freins", "freins[bruit].poids", "freins[autre1].poids", "freins[autre2].poids",
        ]  # fmt: skip
        assert step(tree, "freins[autre2].poids", answers).wording == "la nuit"

    def test_over_declared_values(self):
        tree = tree_from("""
            - boucle: outils
              sur: {projet: "le projet", emploi: "l'emploi"}
              questions: [{id: a, question: "Pour {element} ?"}]
            """)
        assert asked(tree) == ["outils[projet].a", "outils[emploi].a"]
        assert step(tree, "outils[emploi].a").wording == "Pour l’emploi\u00a0?"

    def test_over_a_taxonomy_or_some_families_of_it(self):
        whole = tree_from("""
            - boucle: publics
              sur_taxonomie: publics
              questions: [{id: a, question: "Pour {element} ?"}]
            """)
        assert asked(whole) == [f"publics[{term.id}].a" for term in VOCABULARY["publics"].offered()]
        some = tree_from("""
            - boucle: diffs
              sur_taxonomie: difficultes
              familles: diff.cadre
              questions: [{id: a, question: "Et {element} ?"}]
            """)
        assert all(path.startswith("diffs[diff.cadre.") for path in asked(some))

    def test_over_a_source_of_the_journal(self):
        tree = tree_from("""
            - boucle: pas
              sur: journal.pas_ouverts
              questions: [{id: etat, question: "« {element} » ?"}]
            """)
        assert asked(tree) == []
        found = {"journal.pas_ouverts": notes(("k7f3qd.2", "appeler la mission", 1))}
        assert asked(tree, sources=found) == ["pas[k7f3qd.2].etat"]

    def test_over_an_earlier_list_keep_the_names_of_its_items(self):
        tree = tree_from("""
            - {id: besoins, question: "Besoins ?", type: liste}
            - boucle: revue
              sur: besoins
              questions: [{id: a, question: "{element}"}]
            """)
        assert asked(tree, {"besoins": ["x", "y"]}) == ["besoins", "revue[besoins.1].a", "revue[besoins.2].a"]

    def test_nothing_to_note_turns_over_nothing(self):
        tree = tree_from("""
            - id: besoins
              question: "Besoins ?"
              type: liste
              pour_chaque: [{id: dit, question: "{element}"}]
            """)
        assert asked(tree, {"besoins": []}) == ["besoins"]

    def test_nest_to_three_and_name_the_outer_items(self):
        tree = tree_from("""
            - boucle: un
              sur: {a: "A"}
              questions:
                - id: deux
                  question: "Et {element} ?"
                  type: liste
                  pour_chaque:
                    - boucle: trois
                      sur: {z: "Z"}
                      questions:
                        - {id: q, question: "{un}, {deux}, {trois}, {element}"}
            """)
        answers = {"un[a].deux": ["B", "C"]}
        assert asked(tree, answers) == ["un[a].deux", "un[a].deux[1].trois[z].q", "un[a].deux[2].trois[z].q"]
        assert step(tree, "un[a].deux[2].trois[z].q", answers).wording == "A, C, Z, Z"

    def test_a_name_means_the_same_item_first_then_the_tree(self):
        tree = tree_from("""
            - {id: exprime, question: "Dehors ?", type: oui_non}
            - {id: dehors, question: "Dehors ?", type: oui_non}
            - id: besoins
              question: "Besoins ?"
              type: liste
              pour_chaque:
                - {id: exprime, question: "Dit ?", type: oui_non}
                - {id: indices, question: "Indices ?", quand: {exprime: non}}
                - {id: autre_part, question: "Ailleurs ?", quand: {dehors: oui}}
            """)
        answers = {
            "exprime": "oui", "dehors": "oui", "besoins": ["x", "y"],
            "besoins[1].exprime": "non", "besoins[2].exprime": "oui",
        }  # fmt: skip
        assert asked(tree, answers)[3:] == [
            "besoins[1].exprime", "besoins[1].indices", "besoins[1].autre_part",
            "besoins[2].exprime", "besoins[2].autre_part",
        ]  # fmt: skip

    def test_from_outside_a_question_is_named_with_its_key_or_with_empty_brackets(self):
        tree = tree_from("""
            - boucle: outils
              sur: {projet: "P", emploi: "E"}
              questions: [{id: sur, question: "{element} ?", type: oui_non}]
            - id: un
              question: "Un"
              quand:
                outils[emploi].sur: non
            - id: au_moins_un
              question: "Au moins un"
              quand:
                outils[].sur: non
            """)
        loop = ["outils[projet].sur", "outils[emploi].sur"]
        assert asked(tree, {"outils[projet].sur": "non"}) == [*loop, "au_moins_un"]
        assert asked(tree, {"outils[emploi].sur": "non"}) == [*loop, "un", "au_moins_un"]
        assert asked(tree, {"outils[emploi].sur": "oui"}) == loop

    def test_follow_ups_inside_stay_with_their_item(self):
        tree = tree_from("""
            - boucle: outils
              sur: {projet: "P", emploi: "E"}
              questions:
                - {id: sur, question: "?", type: oui_non, si_non: [{id: quoi, question: "{element}"}]}
            """)
        answers = {"outils[projet].sur": "non", "outils[emploi].sur": "oui"}
        assert asked(tree, answers) == ["outils[projet].sur", "outils[projet].quoi", "outils[emploi].sur"]


class TestIncludedFiles:
    PART = """
        - id: objet
          question: "Quel objet ?"
          type: choix
          choix: {oui: "oui", non: "non"}
          si_non: [{id: quoi, question: "De « {objet} », quoi ?"}]
        - {id: suite, question: "Et « {objet} » ?", quand: {objet: oui}}
        """

    def test_are_asked_where_they_are_written(self):
        tree = tree_from('- {id: a, question: "A"}\n- {inclure: part}\n- {id: z, question: "Z"}', part=self.PART)
        assert asked(tree, {"objet": "oui"}) == ["a", "objet", "suite", "z"]

    def test_with_a_prefix_keep_their_own_names_together(self):
        tree = tree_from(
            """
            - {id: objet, question: "Objet ?", type: choix, choix: {non: "autre chose"}}
            - {inclure: part, prefixe: bilan_}
            """,
            part=self.PART,
        )
        answers = {"objet": "non", "bilan_objet": "oui"}
        assert asked(tree, answers) == ["objet", "bilan_objet", "bilan_suite"]
        assert step(tree, "bilan_suite", answers).wording == "Et «\u00a0oui\u00a0»\u00a0?"
        assert asked(tree, {"bilan_objet": "non"}) == ["objet", "bilan_objet", "bilan_quoi"]

    def test_twice_with_two_prefixes_do_not_mix(self):
        tree = tree_from("- {inclure: part, prefixe: a_}\n- {inclure: part, prefixe: b_}", part=self.PART)
        assert asked(tree, {"a_objet": "oui", "b_objet": "non"}) == ["a_objet", "a_suite", "b_objet", "b_quoi"]

    def test_inside_a_loop_take_the_place_of_the_item(self):
        tree = tree_from(
            """
            - boucle: b
              sur: {x: "X"}
              questions: [{inclure: part, prefixe: p_}]
            """,
            part=self.PART,
        )
        assert asked(tree, {"b[x].p_objet": "oui"}) == ["b[x].p_objet", "b[x].p_suite"]

    def test_with_a_given_answer_know_it_without_asking(self):
        tree = tree_from("- {inclure: part, avec: {objet: oui}}", part=self.PART)
        found = {each.path: each.question.fixed for each in steps(tree)}
        assert found == {"objet": ("oui",), "suite": None}

    def test_with_a_given_answer_inside_a_loop_know_it_for_each_item(self):
        tree = tree_from(
            """
            - boucle: b
              sur: {x: "X", y: "Y"}
              questions: [{inclure: part, avec: {objet: non}}]
            """,
            part=self.PART,
        )
        assert asked(tree) == ["b[x].objet", "b[x].quoi", "b[y].objet", "b[y].quoi"]
        assert step(tree, "b[x].objet").question.fixed == ("non",)

    def test_only_the_outermost_closing_is_asked(self):
        inner = TreeText("dedans.yml", HEADER + 'fin: fin_dedans\nquestions: [{id: a, question: "A"}]\n')
        outer = TreeText("dehors.yml", HEADER + "fin: fin_dehors\nquestions: [{inclure: dedans}]\n")
        files = {
            "dedans": inner,
            "fin_dedans": TreeText("f", 'fragment: oui\nquestions: [{id: y, question: "Y"}]\n'),
            "fin_dehors": TreeText("f", 'fragment: oui\nquestions: [{id: z, question: "Z"}]\n'),
        }
        tree, problems = read_tree(outer, files.get, VOCABULARY)
        assert tree is not None, problems
        assert asked(tree) == ["a", "z"]


class TestSections:
    def test_name_their_questions(self):
        tree = tree_from("""
            - {id: a, question: "A"}
            - section: "Le début"
              questions:
                - {id: b, question: "B"}
                - section: "Le détail"
                  questions: [{id: c, question: "C"}]
            """)
        assert [each.section for each in steps(tree)] == ["", "Le début", "Le détail"]

    def test_without_a_person_say_so_of_all_below(self):
        tree = tree_from(
            """
            - {id: a, question: "A"}
            - section: "Moi"
              personne: aucune
              questions:
                - id: b
                  question: "B"
                  type: liste
                  pour_chaque: [{id: c, question: "C"}]
            - {inclure: part, personne: aucune}
            """,
            part='- {id: d, question: "D"}',
        )
        found = {each.path: each.without_person for each in steps(tree, {"b": ["x"]})}
        assert found == {"a": False, "b": True, "b[1].c": True, "d": True}


class TestChoices:
    def test_come_from_sources_in_the_order_given_and_sensitive_picks_only_once(self):
        tree = tree_from("""
            - {id: freins, question: "Freins ?", type: choix_multiple, taxonomie: freins, autre: plusieurs}
            - id: non_dits
              question: "Et non dits ?"
              type: choix_multiple
              choix_de: [{taxonomie: freins, termes: [frein.delicat]}, freins]
            """)
        sensitive = next(term.id for term in VOCABULARY["freins"].terms.values() if term.sensitive)
        answers = {"freins": Picked(("frein.mobilite", sensitive, "autre1"), ("les horaires",))}
        assert offered(tree, "non_dits", answers) == ["frein.delicat", "frein.mobilite", "freins.autre1"]

    def test_the_items_of_a_list_are_named_after_it(self):
        tree = tree_from("""
            - {id: besoins, question: "Besoins ?", type: liste}
            - {id: premier, question: "Lequel ?", type: choix, choix_de: besoins}
            """)
        answers = {"besoins": ["un toit", "du temps"]}
        assert offered(tree, "premier", answers) == ["besoins.1", "besoins.2"]
        assert [choice.label for choice in step(tree, "premier", answers).choices] == ["un toit", "du temps"]

    def test_the_items_of_a_loop_that_meet_a_condition(self):
        tree = tree_from("""
            - id: pistes
              question: "Pistes ?"
              type: liste
              pour_chaque:
                - {id: sort, question: "?", type: choix, choix: {gardee: "gardée", ecartee: "écartée"}}
            - id: choisir
              question: "Laquelle ?"
              type: choix
              choix_de: {boucle: pistes, quand: {sort: gardee}}
            """)
        answers = {"pistes": ["A", "B", "C"], "pistes[1].sort": "gardee", "pistes[3].sort": "gardee"}
        assert offered(tree, "choisir", answers) == ["pistes.1", "pistes.3"]

    def test_what_feeds_the_things_to_check_can_be_offered_at_once(self):
        tree = tree_from("""
            - id: besoins
              question: "Besoins ?"
              type: liste
              pour_chaque:
                - {id: dit, question: "Dit ?", type: oui_non, alimente: {a_verifier: [non, en_partie]}}
            - {id: verifier, question: "Que vérifier ?", type: choix_multiple, choix_de: seance.a_verifier}
            """)
        answers = {"besoins": ["A", "B"], "besoins[1].dit": "oui", "besoins[2].dit": "non"}
        assert offered(tree, "verifier", answers) == ["besoins.2"]

    def test_an_empty_source_closes_its_question_unless_one_may_write_another(self):
        tree = tree_from("""
            - {id: besoins, question: "Besoins ?", type: liste}
            - {id: sans, question: "Lequel ?", type: choix, choix_de: besoins}
            - {id: avec, question: "Lequel ?", type: choix, choix_de: besoins, autre: oui}
            """)
        assert asked(tree, {"besoins": []}) == ["besoins", "avec"]

    def test_an_empty_source_counts_as_none_for_if_empty_and_when_only(self):
        tree = tree_from("""
            - id: revue
              question: "Lesquels ?"
              type: choix_multiple
              choix_de: journal.plaisirs
              si_vide: [{id: rien, question: "Rien ce mois-ci"}]
              si_passe: [{id: passee, question: "Passée"}]
            - {id: peu, question: "Peu ?", quand: {revue: {au_plus: 1}}}
            - {id: cite, question: "De « {revue} » ?"}
            """)
        assert asked(tree) == ["rien", "peu", "cite"]
        assert step(tree, "cite").wording == "De «\u00a0…\u00a0»\u00a0?"

    def test_every_list_and_multiple_choice_may_have_nothing_to_note(self):
        tree = tree_from("""
            - {id: a, question: "A", type: liste}
            - {id: b, question: "B", type: choix_multiple, choix: {x: "X"}, aucun: "Aucun pour l'instant"}
            - {id: c, question: "C", type: choix, choix: {x: "X"}}
            - {id: d, question: "D", type: choix, choix: {x: "X"}, aucun: "Aucun"}
            """)
        assert [each.question.none for each in steps(tree)] == ["Rien à noter", "Aucun pour l’instant", "", "Aucun"]

    def test_other_once_or_several_times_and_a_precision_beside(self):
        tree = tree_from("""
            - {id: a, question: "A", type: choix, choix: {x: "X"}, autre: oui, precision: "Avec mes mots"}
            - {id: b, question: "B", type: choix_multiple, choix: {x: "X"}, autre: plusieurs, max: 3}
            - {id: c, question: "C", type: choix, choix: {x: "X"}, autre: non}
            """)
        questions = tree.identities()
        assert [questions[name].other for name in "abc"] == [1, 9, 0]
        assert questions["a"].precision == "Avec mes mots"
        assert questions["b"].bounds.high == 3

    def test_a_taxonomy_shows_its_essential_terms_first(self):
        tree = tree_from("- {id: a, question: A, type: choix_multiple, taxonomie: sensations}")
        hidden = [choice.id for choice in tree.identities()["a"].offer.choices if choice.hidden]
        assert hidden == [term.id for term in VOCABULARY["sensations"].offered() if not term.essential]
        assert hidden

    def test_a_taxonomy_without_essential_terms_hides_none(self):
        tree = tree_from("- {id: a, question: A, type: choix_multiple, taxonomie: difficultes}")
        offer = tree.identities()["a"].offer
        assert not any(choice.hidden for choice in offer.choices)
        assert offer.families == VOCABULARY["difficultes"].families


class TestPrefill:
    def test_from_a_text_a_list_and_the_appointment(self):
        tree = tree_from("""
            - {id: recit, question: "Récit ?"}
            - {id: idees, question: "Idées ?", type: liste}
            - {id: repris, question: "Repris ?", prerempli_de: recit}
            - {id: suite, question: "Suite ?", type: liste, prerempli_de: idees}
            - {id: rang, question: "Rang ?", type: nombre, prerempli_de: seance.rdv}
            """)
        answers = {"recit": "« hier »", "idees": ["a", "b"]}
        found = {each.path: each.prefill for each in steps(tree, answers, appointment=4)}
        assert found["repris"] == Words("hier")
        assert found["suite"] == Items(("a", "b"))
        assert found["rang"] == Number(4)


class TestDifficulties:
    def test_the_items_of_a_list_may_be_tagged_before_anything_else_is_asked_about_them(self):
        tree = tree_from("""
            - id: diffs
              question: "Difficultés ?"
              type: liste
              etiquettes: difficultes
              pour_chaque: [{id: suite, question: "Et {element} ?"}]
            """)
        answers = {"diffs": ["elle ne vient plus"]}
        assert asked(tree, answers) == ["diffs", "diffs[1].etiquettes", "diffs[1].suite"]
        tagging = step(tree, "diffs[1].etiquettes", answers)
        assert "elle ne vient plus" in tagging.wording
        assert tagging.question.bounds.high == 3
        assert tree.identities()["diffs"].tags

    def test_are_signalled_by_answers_and_by_item(self):
        tree = tree_from("""
            - boucle: outils
              sur: {projet: "P", emploi: "E"}
              questions:
                - id: sur
                  question: "?"
                  type: oui_non
                  signale:
                    non: {projet: diff.methode.projet, emploi: [diff.methode.emploi, diff.methode.outil]}
            """)
        signals = tree.identities()["outils[].sur"].signals
        assert [(signal.answer, signal.key, signal.difficulties) for signal in signals] == [
            ("non", "projet", ("diff.methode.projet",)),
            ("non", "emploi", ("diff.methode.emploi", "diff.methode.outil")),
        ]

    def test_words_of_a_text_open_one_gentle_question(self):
        tree = tree_from('- {id: recit, question: "Que s\'est-il passé ?", si_mots: evaluations}')
        word = next(iter(VOCABULARY["evaluations"].offered())).label
        answers = {"recit": Words(f"Je me suis sentie {word}, vraiment")}
        assert asked(tree, answers) == ["recit", "recit.mots"]
        assert f"«\u00a0{word}\u00a0»" in step(tree, "recit.mots", answers).wording
        assert asked(tree, {"recit": "« tout allait bien »"}) == ["recit"]

    def test_a_lead_turns_with_the_days_and_stays_put_within_one(self):
        tree = tree_from("""
            - {id: diff, question: "Laquelle ?", type: choix_multiple, taxonomie: difficultes}
            - {id: piste, type: piste, de: diff}
            """)
        term = VOCABULARY["difficultes"].terms["diff.relation.confiance"]
        answers = {"diff": ("diff.relation.confiance",)}
        seen = [step(tree, "piste", answers, day=SUNDAY + timedelta(rank)).wording for rank in range(len(term.leads))]
        assert sorted(seen) == sorted(term.leads)
        assert step(tree, "piste", answers).wording == step(tree, "piste", answers).wording

    def test_a_lead_without_any_is_not_asked(self):
        tree = tree_from("""
            - {id: diff, question: "Laquelle ?", type: choix_multiple, taxonomie: difficultes, autre: oui}
            - {id: piste, type: piste, de: diff}
            """)
        assert asked(tree, {"diff": ()}) == asked(tree, {"diff": None}) == ["diff"]
        assert asked(tree, {"diff": Picked(("autre1",), ("le bruit",))}) == ["diff"]

    def test_a_lead_may_come_from_the_item_of_a_loop_or_its_tags(self):
        tree = tree_from("""
            - boucle: revue
              sur_taxonomie: difficultes
              familles: diff.cadre
              questions: [{id: piste, type: piste, de: element}]
            - id: diffs
              question: "Difficultés ?"
              type: liste
              etiquettes: difficultes
              pour_chaque: [{id: piste, type: piste, de: element}]
            """)
        answers = {"diffs": ["x", "y"], "diffs[1].etiquettes": ("diff.relation.confiance",)}
        paths = asked(tree, answers)
        assert "revue[diff.cadre.ethique].piste" in paths
        assert "diffs[1].piste" in paths
        assert "diffs[2].piste" not in paths

    def test_come_back_from_the_journal_with_their_leads(self):
        tree = tree_from("""
            - boucle: mois
              sur: journal.difficultes
              questions: [{id: piste, type: piste, de: element}]
            """)
        found = {"journal.difficultes": notes(("diff.relation.confiance", "ancien nom", 3))}
        assert asked(tree, sources=found) == ["mois[diff.relation.confiance].piste"]
        assert tree.reads == ("journal.difficultes",)


class TestWordings:
    def test_quote_earlier_answers_as_they_read(self):
        tree = tree_from("""
            - {id: texte, question: "?"}
            - {id: choix, question: "?", type: choix, choix: {x: "le temps"}}
            - {id: liste, question: "?", type: liste}
            - {id: jour, question: "?", type: date}
            - {id: pas, question: "?", type: action}
            - {id: z, question: "{texte} | {choix} | {liste} | {jour} | {pas}", aide: "Pas « {texte} » ?"}
            """)
        answers = {
            "texte": "« hier »", "choix": "x", "liste": ["a", "b"],
            "jour": date(2026, 12, 1), "pas": Action("appeler"),
        }  # fmt: skip
        found = step(tree, "z", answers)
        assert found.wording.split(" | ")[:3] == ["hier", "le temps", "a, b"]
        assert found.wording.endswith("appeler")
        assert found.help == "Pas «\u00a0hier\u00a0»\u00a0?"

    def test_show_dots_for_what_was_passed_or_is_closed(self):
        tree = tree_from("""
            - {id: a, question: "A ?", type: oui_non, si_oui: [{id: b, question: "B"}]}
            - {id: z, question: "De « {b} » ?"}
            """)
        assert step(tree, "z", {"a": "non", "b": "« resté là »"}).wording == "De «\u00a0…\u00a0»\u00a0?"

    def test_shorten_a_long_answer(self):
        tree = tree_from('- {id: a, question: "A"}\n- {id: z, question: "De « {a} » ?"}')
        assert len(step(tree, "z", {"a": Words("très " * 100 + "long")}).wording) < 80

    def test_do_not_read_the_braces_of_an_answer(self):
        tree = tree_from('- {id: a, question: "A"}\n- {id: z, question: "De « {a} » ?"}')
        assert "{z}" in step(tree, "z", {"a": Words("{z}")}).wording

    def test_a_block_shows_counts_for_notes_and_a_number_for_each_label(self):
        tree = tree_from("""
            - {id: i, question: "Ce mois-ci.", type: info, montre: [journal.notes, journal.difficultes]}
            """)
        found = {
            "journal.notes": notes(("n1", "Note", 1), ("n2", "Note", 1)),
            "journal.difficultes": notes(("diff.relation.confiance", "La confiance", 3)),
        }
        term = VOCABULARY["difficultes"].terms["diff.relation.confiance"]
        assert step(tree, "i", sources=found).shown == (
            Shown("journal.notes", (("", 2),)),
            Shown("journal.difficultes", ((term.label, 3),)),
        )


class TestNumbers:
    TREE = tree_from("""
        - {id: accueil, question: "Bienvenue.", type: info}
        - id: a
          question: "A ?"
          type: oui_non
          si_oui:
            - {id: b, question: "B ?", type: oui_non, si_oui: [{id: c, question: "C"}]}
            - {id: d, question: "D"}
        - section: "S"
          questions: [{id: e, question: "E", quand: {a: oui}}]
        - boucle: f
          sur: {x: "X", y: "Y"}
          questions: [{id: g, question: "G"}]
        - {id: h, question: "H"}
        """)

    def test_progress_counts_root_questions_only_and_never_changes_its_total(self):
        for answers in ({}, {"a": "oui"}, {"a": "oui", "b": "oui"}):
            found = {each.path: (each.root, each.roots) for each in steps(self.TREE, answers)}
            assert found["a"] == (1, 4)
            assert found["f[x].g"] == found["f[y].g"] == (3, 4)
            assert found["h"] == (4, 4)

    def test_what_opens_below_is_numbered_in_one_go(self):
        found = {each.path: each.number for each in steps(self.TREE, {"a": "oui", "b": "oui"})}
        assert found == {
            "accueil": "0", "a": "1", "b": "1.1", "c": "1.2", "d": "1.3", "e": "2",
            "f[x].g": "3.1", "f[y].g": "3.2", "h": "4",
        }  # fmt: skip

    def test_depth_counts_the_questions_and_loops_above(self):
        found = {each.path: each.depth for each in steps(self.TREE, {"a": "oui", "b": "oui"})}
        assert (found["a"], found["b"], found["c"], found["f[x].g"], found["e"]) == (0, 1, 2, 1, 0)


class TestWhatAnswersFeed:
    def test_always_on_some_answers_and_several_kinds(self):
        tree = tree_from("""
            - {id: a, question: "A", alimente: pas}
            - {id: b, question: "B", alimente: [pas, plaisirs]}
            - {id: c, question: "C", type: oui_non, alimente: {a_verifier: [non, en_partie], forces: toujours}}
            """)
        found = {name: [(feed.kind, feed.answers) for feed in each.feeds] for name, each in tree.identities().items()}
        assert found == {
            "a": [("pas", ())],
            "b": [("pas", ()), ("plaisirs", ())],
            "c": [("a_verifier", ("non", "en_partie")), ("forces", ())],
        }

    def test_a_proposal_a_tick_and_a_gate_are_kept_as_written(self):
        tree = tree_from("""
            - {id: scene, question: "Scène ?"}
            - {id: accroche, question: "Accroche ?", type: oui_non}
            - id: diff
              question: "Laquelle ?"
              type: choix_multiple
              taxonomie: difficultes
              compte: non
              aucune_si: {accroche: non}
            - id: tard
              question: "Y revenir ?"
              type: choix
              choix: {non: "non", soir: "ce soir"}
              propose: {sur: soir, arbre: situation-difficile, reprend: {sd.moment: scene}}
            - boucle: pas
              sur: journal.pas_ouverts
              questions:
                - id: etat
                  question: "?"
                  type: choix
                  choix: {fait: "fait", laisse: "laissé"}
                  coche: {fait: fait, laisse: laisse, mot: effet}
                  si_fait: [{id: effet, question: "Quel effet ?"}]
            """)
        questions = tree.identities()
        assert questions["diff"].none_if == {"accroche": "non"}
        assert not questions["diff"].counts
        proposal = questions["tard"].proposal
        assert proposal is not None
        assert (proposal.answers, proposal.tree, proposal.takes) == (
            ("soir",), "situation-difficile", {"sd.moment": "scene"},
        )  # fmt: skip
        assert questions["pas[].etat"].ticks == {"fait": "fait", "laisse": "laisse", "mot": "effet"}
