from hypothesis import given
from hypothesis import strategies as st
from note_strategies import paths

from cip_coach.asking.paths import covers, renumbered
from cip_coach.paths import identity, segments


def test_an_identity_is_the_path_with_its_brackets_emptied():
    assert identity("relation.confiance") == "relation.confiance"
    assert identity("besoins[2].exprime") == "besoins[].exprime"
    assert identity("a[1].b[oui].c") == "a[].b[].c"
    assert identity("metier.outils[emploi]") == "metier.outils[]"


def test_a_key_may_be_a_path_with_dots_and_brackets_of_its_own():
    assert identity("z[x[2].y.1].w") == "z[].w"
    assert identity("z[a.b[c[d].e].f].w[g.1].h") == "z[].w[].h"
    assert segments("z[x[2].y.1].w") == ("z", "x[2].y.1", ".w")


@given(paths)
def test_an_identity_has_no_other_identity(path):
    assert identity(identity(path)) == identity(path)


def test_empty_brackets_mean_any_item_and_full_ones_only_theirs():
    assert covers("besoins[].exprime", "besoins[2].exprime")
    assert covers("besoins[2].exprime", "besoins[2].exprime")
    assert not covers("besoins[1].exprime", "besoins[2].exprime")
    assert not covers("besoins[].exprime", "besoins[2].indices")
    assert not covers("besoins[].exprime", "besoins")
    assert covers("a[1].b[].c", "a[1].b[x.2].c")
    assert not covers("a[1].b[].c", "a[2].b[x.2].c")
    assert covers("z[].w", "z[x[2].y.1].w")


def test_an_answer_about_an_item_follows_it():
    swapped = {"1": "2", "2": "1"}
    assert renumbered("besoins[1].exprime", "besoins", swapped) == "besoins[2].exprime"
    assert renumbered("besoins[2].indices", "besoins", swapped) == "besoins[1].indices"
    assert renumbered("besoins[3].indices", "besoins", swapped) == "besoins[3].indices"


def test_a_removed_item_takes_everything_about_it_away():
    gone = {"1": None, "2": "1"}
    assert renumbered("besoins[1].exprime", "besoins", gone) is None
    assert renumbered("besoins.1", "besoins", gone) is None
    assert renumbered("approche[besoins.1].quand", "besoins", gone) is None
    assert renumbered("approche[besoins.2].quand", "besoins", gone) == "approche[besoins.1].quand"


def test_what_only_looks_alike_stays():
    gone = {"1": None}
    for path in ("besoins", "besoins.10", "besoins[10].x", "mes.besoins[1].x", "besoins.autres[1].x", "x[1].besoins"):
        assert renumbered(path, "besoins", gone) == path


def test_a_name_is_renumbered_wherever_it_stands():
    swapped = {"1": "2", "2": "1"}
    assert renumbered("y[1].w[y.2].x", "y", swapped) == "y[2].w[y.1].x"
    assert renumbered("w[y.1].v[y.2].x", "y", swapped) == "w[y.2].v[y.1].x"
    assert renumbered("w[y[1].sub.3].x", "y", swapped) == "w[y[2].sub.3].x"
    assert renumbered("y[1].sub.2", "y", swapped) == "y[2].sub.2"
    assert renumbered("z[x[1].y.1].w", "x[1].y", swapped) == "z[x[1].y.2].w"
    assert renumbered("z[x[2].y.1].w", "x[1].y", swapped) == "z[x[2].y.1].w"


def test_the_users_own_picks_are_renumbered_like_items():
    moved = {"autre1": None, "autre2": "autre1"}
    assert renumbered("freins[autre2].depuis", "freins", moved) == "freins[autre1].depuis"
    assert renumbered("approche[freins.autre2].x", "freins", moved) == "approche[freins.autre1].x"
    assert renumbered("freins[autre1].depuis", "freins", moved) is None
    assert renumbered("freins[frein.mobilite].depuis", "freins", moved) == "freins[frein.mobilite].depuis"


@given(paths, st.permutations(["1", "2", "3"]))
def test_moving_there_and_back_changes_nothing(path, order):
    there = dict(zip(("1", "2", "3"), order, strict=True))
    back = {new: old for old, new in there.items()}
    around = f"x[1].w[{path}].v"
    for list_path in ("x", path.split("[")[0]):
        moved = renumbered(around, list_path, there)
        assert moved is not None
        assert renumbered(moved, list_path, back) == around
        assert identity(moved) == identity(around)
