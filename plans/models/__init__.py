"""All tables, one module per aggregate part."""

from plans.models.eget_ord import EgetOrd
from plans.models.foretradare import Foretradare, Foretradarskap
from plans.models.handelse import Handelse
from plans.models.insats import LAGRUM, Begaran, Erbjudande, Insats
from plans.models.jobb import Paminnelse, PlanPdf, PlanPdfInnehall, Puls, Utskick
from plans.models.namnd import Enhet, Namnd
from plans.models.person import Kanal, Person, Tilldelning
from plans.models.plan import Delning, IndividuellPlan, PlanSvar, PlanVersion, Uppfoljning
from plans.models.plandelar import Atgard, Delaktig, FrystOrd, Malsattning, PlanRad
from plans.models.user import Roll, Uppdrag, User, galler

__all__ = [
    "LAGRUM",
    "Atgard",
    "Begaran",
    "Delaktig",
    "Delning",
    "EgetOrd",
    "Enhet",
    "Erbjudande",
    "Foretradare",
    "Foretradarskap",
    "FrystOrd",
    "Handelse",
    "IndividuellPlan",
    "Insats",
    "Kanal",
    "Malsattning",
    "Namnd",
    "Paminnelse",
    "Person",
    "PlanPdf",
    "PlanPdfInnehall",
    "PlanRad",
    "PlanSvar",
    "PlanVersion",
    "Puls",
    "Roll",
    "Tilldelning",
    "Uppdrag",
    "Uppfoljning",
    "User",
    "Utskick",
    "galler",
]
