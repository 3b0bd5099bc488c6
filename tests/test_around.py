"""What stands above a question of a loop: which item it is about, said once."""

import pytest
from sittings import begun, said, step_at

from cip_coach.terminal import around

NEEDS = """
    - id: besoins
      question: "Lesquels ?"
      type: liste
      pour_chaque:
        - {id: dit, question: "« {element} » : est-ce elle qui me l'a dit ?", type: oui_non}
        - {id: appui, question: "Sur quoi est-ce que je m'appuie ?"}
    - boucle: champs
      sur: {moi: "Moi", elle: "La personne"}
      questions:
        - boucle: temps
          sur: {avant: "avant", apres: "après"}
          questions:
            - {id: vu, question: "Qu'est-ce que j'aperçois ?"}
            - {id: su, question: "Qu'est-ce que je sais, {element} ?"}
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("besoins", ""),
        ("besoins[2].dit", "2 sur 2"),
        ("besoins[2].appui", "2 sur 2 — un rythme"),
        ("champs[elle].temps[avant].vu", "La personne › 1 sur 2 — avant"),
        ("champs[elle].temps[avant].su", "La personne › 1 sur 2"),
    ],
)
def test_an_item_that_the_question_names_is_not_named_twice(path: str, place: str) -> None:
    interview = said(begun(NEEDS), {"besoins": ["une pause", "un rythme"]})
    assert around.place(step_at(interview, path)) == place
