"""The one place that decides who may do what. Reads go by queryset, writes by `require` at the action's door.

`rows`: which rows a login sees. `keys`: what it may do, in one table. `rooms`: where it works. A stranger gets 404.
"""

from plans.access.keys import NYCKLAR, Nekad, get_or_404, may, oppen_inbjudan, require
from plans.access.rooms import oppen, rum
from plans.access.rows import (
    egna,
    egna_arenden,
    familjens,
    foretradda,
    granskade_rader,
    handlagda,
    hos_handlagda,
    kanda_foretradare,
    konton_hos,
    kontots_personer,
    kontrollerbara,
    loggranskningar,
    mina_foretradarskap,
    mina_kladdar,
    nodatkomster,
    nodoppnade,
    nodsokta,
    pdfer_visible_to,
    personer_visible_to,
    planer_visible_to,
    utskick_for_hand,
    versioner_visible_to,
)

__all__ = [
    "NYCKLAR",
    "Nekad",
    "egna",
    "egna_arenden",
    "familjens",
    "foretradda",
    "get_or_404",
    "granskade_rader",
    "handlagda",
    "hos_handlagda",
    "kanda_foretradare",
    "konton_hos",
    "kontots_personer",
    "kontrollerbara",
    "loggranskningar",
    "may",
    "mina_foretradarskap",
    "mina_kladdar",
    "nodatkomster",
    "nodoppnade",
    "nodsokta",
    "oppen",
    "oppen_inbjudan",
    "pdfer_visible_to",
    "personer_visible_to",
    "planer_visible_to",
    "require",
    "rum",
    "utskick_for_hand",
    "versioner_visible_to",
]
