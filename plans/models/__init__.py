"""All models, in one module for each subject."""

from plans.models.actor import Actor
from plans.models.bedomning import Bedomning, Nodatkomst
from plans.models.eget_ord import EgetOrd
from plans.models.foretradare import Foretradare, Foretradarskap, ForetradarskapQuerySet
from plans.models.granskning import GranskadRad, Loggranskning, Sigill, Undanhallen
from plans.models.handelse import Handelse
from plans.models.inbjudan import Inbjudan
from plans.models.insats import LAGRUM, Begaran, Erbjudande, Insats, Installning
from plans.models.jobb import Jobb, Paminnelse, PlanPdf, PlanPdfInnehall, Puls, Utskick
from plans.models.kladd import Kladd
from plans.models.mottagare import Mottagare
from plans.models.namnd import Enhet, Namnd
from plans.models.om_vem import INGEN
from plans.models.person import Kanal, Person, PersonQuerySet, Tilldelning
from plans.models.plan import Delning, IndividuellPlan, PlanSvar, PlanVersion, Uppfoljning
from plans.models.plandelar import Atgard, Delaktig, FrystOrd, Malsattning, PlanRad
from plans.models.tjanst import Inloggningstjanst
from plans.models.user import Roll, Uppdrag, User, galler

__all__ = [
    "INGEN",
    "LAGRUM",
    "Actor",
    "Atgard",
    "Bedomning",
    "Begaran",
    "Delaktig",
    "Delning",
    "EgetOrd",
    "Enhet",
    "Erbjudande",
    "Foretradare",
    "Foretradarskap",
    "ForetradarskapQuerySet",
    "FrystOrd",
    "GranskadRad",
    "Handelse",
    "Inbjudan",
    "IndividuellPlan",
    "Inloggningstjanst",
    "Insats",
    "Installning",
    "Jobb",
    "Kanal",
    "Kladd",
    "Loggranskning",
    "Malsattning",
    "Mottagare",
    "Namnd",
    "Nodatkomst",
    "Paminnelse",
    "Person",
    "PersonQuerySet",
    "PlanPdf",
    "PlanPdfInnehall",
    "PlanRad",
    "PlanSvar",
    "PlanVersion",
    "Puls",
    "Roll",
    "Sigill",
    "Tilldelning",
    "Undanhallen",
    "Uppdrag",
    "Uppfoljning",
    "User",
    "Utskick",
    "galler",
]
