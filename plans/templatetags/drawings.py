"""The pictures of *Min plan*, drawn on 120 × 120. The style sheet colours them by class."""

BILDER = {
    "hjarta": (
        '<path class="f1" d="M60 106C32 86 12 68 12 45c0-15 11-27 25-27 10 0 18 5 23 14 5-9 13-14 23-14'
        ' 14 0 25 12 25 27 0 23-20 41-48 61Z"/>'
        '<path fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" d="M28 46c0-7 4-12 10-14"/>'
    ),
    "kalender": (
        '<rect class="f3 kant" x="14" y="22" width="92" height="84" rx="9"/>'
        '<path class="f1" d="M14 48V31a9 9 0 0 1 9-9h74a9 9 0 0 1 9 9v17Z"/>'
        '<path class="streck" d="M37 13v19M83 13v19"/>'
        '<path class="streck" d="M36 66h.1M60 66h.1M84 66h.1M36 86h.1M60 86h.1"/>'
    ),
    "person": (
        '<path class="har" d="M26 60c-4-44 72-44 68 0 0 9-4 15-10 18H36c-6-3-10-9-10-18Z"/>'
        '<path class="f1" d="M14 116c2-25 18-35 46-35s44 10 46 35Z"/>'
        '<path class="hud" d="M50 70h20v17a10 10 0 0 1-20 0Z"/>'
        '<ellipse class="hud" cx="60" cy="55" rx="23" ry="26"/>'
        '<path class="drag" d="M50 65c5 6 15 6 20 0M51 51v.1M69 51v.1"/>'
    ),
    "prata": (
        '<path class="f1" d="M18 16h62a9 9 0 0 1 9 9v34a9 9 0 0 1-9 9H46L26 86V68h-8a9 9 0 0 1-9-9V25a9'
        ' 9 0 0 1 9-9Z"/>'
        '<path class="f2" d="M98 46h4a9 9 0 0 1 9 9v32a9 9 0 0 1-9 9h-4v15l-17-15H58a9 9 0 0'
        ' 1-9-9v-7h31a18 18 0 0 0 18-18Z"/>'
        '<path fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" d="M26 35h46M26 50h30"/>'
    ),
    "tva": (
        '<path class="f1" d="M6 112c1-23 13-33 31-33s30 10 31 33Z"/>'
        '<circle class="hud2" cx="37" cy="53" r="20"/>'
        '<path class="har2" d="M17 53c-2-31 42-31 40 0-5-10-12-14-20-14s-15 4-20 14Z"/>'
        '<path class="f2" d="M60 112c1-20 11-29 27-29s26 9 27 29Z"/>'
        '<circle class="hud" cx="87" cy="60" r="18"/>'
        '<path class="har" d="M69 60c-2-28 38-28 36 0-4-9-10-12-18-12s-14 3-18 12Z"/>'
        '<path class="drag" d="M30 60c4 5 10 5 14 0M81 66c4 4 8 4 12 0"/>'
    ),
    "vag": (
        '<path class="streck prickar" d="M20 104c28-1 20-27 42-31s22-18 30-29"/>'
        '<path class="streck" d="M94 48V12"/>'
        '<path class="f1" d="M94 12c-12-6-20 6-34 0v24c14 6 22-6 34 0Z"/>'
        '<circle class="f2" cx="18" cy="104" r="10"/>'
    ),
}
