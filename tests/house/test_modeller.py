"""Every model is listed as a case table, its history, shared or technical. A new model must be put in a list."""

import pytest
from django.apps import apps

from plans.models import INGEN, Namnd, Person
from plans.models.guards import NamndVia

CASE = {
    "Person",
    "Tilldelning",
    "Foretradare",
    "Foretradarskap",
    "Bedomning",
    "Nodatkomst",
    "Insats",
    "Begaran",
    "Erbjudande",
    "EgetOrd",
    "IndividuellPlan",
    "PlanVersion",
    "Delning",
    "PlanSvar",
    "Uppfoljning",
    "Malsattning",
    "PlanRad",
    "Atgard",
    "Delaktig",
    "FrystOrd",
    "Mottagare",
    "PlanPdf",
    "PlanPdfInnehall",
    "Paminnelse",
    "Utskick",
    "Undanhallen",
    "Loggranskning",
    "GranskadRad",
}
HISTORY = {"PersonEvent", "TilldelningEvent", "ForetradarskapEvent", "InsatsEvent"}  # of case tables, by triggers
SHARED = {
    "Namnd": "the tenant itself",
    "Enhet": "says which nämnd, and holds no case",
    "Inloggningstjanst": "a provider of a nämnd, asked before anybody is known",
    "User": "a login may have cases in several nämnder",
    "Uppdrag": "reaches its nämnd through the enhet",
    "Inbjudan": "belongs to a login, which may have cases in several nämnder",
    "Handelse": "a login or an attempt may concern no nämnd",
}
TECHNICAL = {
    "Kladd": "raw text of one login, shown to nobody else and gone when it is saved",
    "Puls": "a sign of life of a process",
    "Sigill": "covers log rows by transaction, over all nämnder",
}
MODELS = list(apps.get_app_config("plans").get_models())


def test_every_model_is_placed():
    placed = [*CASE, *HISTORY, *SHARED, *TECHNICAL]
    assert sorted(placed) == sorted(m.__name__ for m in MODELS)


@pytest.mark.parametrize("model", [m for m in MODELS if m.__name__ in CASE | HISTORY], ids=lambda m: m.__name__)
def test_a_case_table_carries_its_namnd(model):
    field = model._meta.get_field("namnd")
    assert field.related_model is Namnd and not field.null


@pytest.mark.parametrize("model", [m for m in MODELS if m.__name__ not in HISTORY], ids=lambda m: m.__name__)
def test_every_model_says_whom_it_is_about(model):
    about = model.__dict__.get("om_vem") or next(b.__dict__["om_vem"] for b in model.__mro__ if "om_vem" in b.__dict__)
    assert isinstance(about, INGEN) or callable(about)
    if isinstance(about, INGEN):
        assert len(about.skal.split()) > 2
        assert Person not in [f.related_model for f in model._meta.fields], "a row with a person is about the person"


def test_a_parents_namnd_is_never_chosen_by_hand():
    """A model with a parent takes the parent's nämnd. Only the models without a parent are given a nämnd."""
    roots = {m.__name__ for m in MODELS if m.__name__ in CASE and not isinstance(m._meta.get_field("namnd"), NamndVia)}
    assert roots == {"Person", "Foretradare", "Loggranskning", "Mottagare"}
