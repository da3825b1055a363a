"""The text and buttons on the plan's page."""

from dataclasses import dataclass

from django.urls import reverse

from plans.lasning.plan.vy import PlanView
from plans.models import PlanVersion


@dataclass(frozen=True)
class Button:
    """A button at the top of the page: a link, or a form when it changes something."""

    text: str
    url: str
    klass: str = "btn-outline-primary"
    post: bool = False
    ikon: str = ""


def version_in_words(version: PlanVersion) -> str:
    """Name the version: *Utkast.*, *Utkast till version 2.* or *Version 2.*"""
    if not version.ar_utkast:
        return f"Version {version.nummer}."
    return f"Utkast till version {version.nummer}." if version.nummer > 1 else "Utkast."


def version_and_whether_it_holds(version: PlanVersion) -> str:
    """The version in words; for a final one, also whether it is in force."""
    if version.ar_utkast:
        return version_in_words(version)
    holds = version.plan.gallande_id == version.pk
    return f"Version {version.nummer}, {'gäller nu' if holds else 'gäller inte längre'}."


def buttons(view: PlanView, newest: PlanVersion) -> list[Button]:
    """The buttons: first the next step, in a filled colour, then the others."""
    version, first = view.version, _next_step(view)
    filled = [first] if first else []
    if version.plan.avslutad:
        return filled
    if version.ar_utkast:
        return filled + _of_draft(view)
    if view.steg != "genomgang" and version.plan.gallande_id == version.pk == newest.pk:
        return [*filled, Button("Starta genomgång", reverse("plan-omprova", args=[version.plan_id]), post=True)]
    return filled


def _next_step(view: PlanView) -> Button | None:
    version = view.version
    steps = {
        "dela": ("Dela utkastet", reverse("plan-dela", args=[version.pk])),
        "dela_igen": ("Dela utkastet igen", reverse("plan-dela", args=[version.pk])),
        "svar": ("Läs svaren", "#svar"),
        "vanta": ("Skriv in ett svar", reverse("plan-svara-for", args=[version.pk])),
        "klar": ("Gör klar planen", reverse("plan-faststall", args=[version.pk])),
        "genomgang": ("Starta årlig genomgång", reverse("plan-omprova", args=[version.plan_id])),
    }
    if view.steg in steps:
        return Button(*steps[view.steg], klass="btn-primary", post=view.steg == "genomgang")
    pdf = getattr(version, "pdf", None)
    if pdf is None or pdf.status != "klar":
        return None
    return Button("Ladda ner planen", reverse("pdf-hamta", args=[pdf.pk]), klass="btn-primary", ikon="ladda-ner")


def _of_draft(view: PlanView) -> list[Button]:
    version, found = view.version, []
    if version.status == "delad" and view.steg != "vanta":
        found.append(Button("Skriv in ett svar", reverse("plan-svara-for", args=[version.pk])))
    if version.status == "delad" and view.steg != "klar":
        found.append(Button("Gör klar planen", reverse("plan-faststall", args=[version.pk])))
    if version.plan.gallande_id:
        found.append(Button("Jämför med förra planen", reverse("plan-jamfor", args=[version.plan_id])))
    return found
