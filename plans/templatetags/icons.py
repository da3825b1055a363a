"""The icons: our own line drawings on a grid of 24, used with `{% ikon "klocka" %}`. Always beside a word."""

_RING = '<circle cx="12" cy="12" r="9"/>'
IKONER = {
    # time, always beside a word
    "triangel": '<path d="M12 3.5 21.5 20h-19Z"/><path d="M12 10v4.5M12 17.2v.1"/>',
    "klocka": _RING + '<path d="M12 7v5.2l3.4 2"/>',
    "bock": _RING + '<path d="m7.8 12.3 3 2.9 5.4-5.9"/>',
    "kalender": '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 2.8v4M16 2.8v4"/>',
    # the state of an insats
    "fylld": '<circle class="fyll" cx="12" cy="12" r="8"/>',
    "halv": '<circle cx="12" cy="12" r="8"/><path class="fyll" d="M12 4a8 8 0 0 1 0 16Z"/>',
    "streckad": '<circle cx="12" cy="12" r="8" stroke-dasharray="2.6 3.68"/>',
    # things to do
    "penna": '<path d="m4 20 1-4.5L16.3 4.2a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19Z"/>'
    '<path d="m14.3 6.2 3.5 3.5"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "klar": '<path d="m5 12.6 4.5 4.4L19 7.2"/>',
    "pil-hoger": '<path d="m9 5 7 7-7 7"/>',
    "pil-vanster": '<path d="m15 5-7 7 7 7"/>',
    "skrivare": '<path d="M7 8.5V3.5h10v5M7 17H4.5A1.5 1.5 0 0 1 3 15.5V10.5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5'
    'a1.5 1.5 0 0 1-1.5 1.5H17"/><path d="M7 13.5h10v7H7Z"/>',
    "ladda-ner": '<path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15"/>',
    "hogtalare": '<path d="M3.5 9.5v5H7l5 4v-13l-5 4Z"/>'
    '<path d="M15.5 9.2a4 4 0 0 1 0 5.6M18.3 6.5a7.8 7.8 0 0 1 0 11"/>',
    # things and people
    "lista": '<path d="M9 6h11M9 12h11M9 18h11M4 6h.1M4 12h.1M4 18h.1"/>',
    "las": '<rect x="5" y="11" width="14" height="9.5" rx="2"/><path d="M8 11V7.5a4 4 0 0 1 8 0V11"/>',
    "oga": '<path d="M2.5 12C4.5 8 8 5.8 12 5.8S19.5 8 21.5 12c-2 4-5.5 6.2-9.5 6.2S4.5 16 2.5 12Z"/>'
    '<circle cx="12" cy="12" r="2.8"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 20.5c.6-4.3 3.6-6.5 8-6.5s7.4 2.2 8 6.5"/>',
    "dokument": '<path d="M6 3h8l5 5v13H6Z"/><path d="M14 3v5h5M9.5 13h6M9.5 17h6"/>',
    "brev": '<rect x="3" y="5.5" width="18" height="13" rx="2"/><path d="m3.5 7 8.5 6 8.5-6"/>',
    "telefon": '<rect x="7" y="2.5" width="10" height="19" rx="2"/><path d="M11 18.3h2"/>',
    "hus": '<path d="M4 11.5 12 4l8 7.5M6 10v10.5h12V10M10 20.5v-6h4v6"/>',
    "id-kort": '<rect x="3" y="5" width="18" height="14" rx="2"/><circle cx="8.5" cy="10.8" r="2"/>'
    '<path d="M5.5 16c.4-1.6 1.5-2.4 3-2.4s2.6.8 3 2.4M14.5 10h4M14.5 13.5h3"/>',
    "finger": '<path d="M12 11.5v2.5c0 3-.7 5-1.7 7M8.2 20c.8-1.7 1.1-3.5 1.1-6v-2.5a2.7 2.7 0 0 1 5.4 0V14'
    "c0 2.4-.2 4.4-.8 6.3M5.6 17.5c.4-1.5.6-3 .6-5V12a5.8 5.8 0 0 1 11.6 0v2c0 1.6-.1 3-.3 4.3"
    'M4 8.5a9 9 0 0 1 17 3.5v2"/>',
    "info": _RING + '<path d="M12 11v5.5M12 7.6v.1"/>',
    # the ends of *Från ax till limpa*: an ear of grain, and a loaf
    "ax": '<path d="M12 22V9"/><path class="fyll" d="M12 7.5c-1.8-1.4-1.8-4 0-6 1.8 2 1.8 4.6 0 6Z"/>'
    '<path class="fyll" d="M11.2 12.8c-2.6.1-4.3-1.3-4.8-4 2.6.1 4.4 1.5 4.8 4ZM12.8 12.8c2.6.1 4.3-1.3 '
    "4.8-4-2.6.1-4.4 1.5-4.8 4ZM11.2 18.2c-2.6.1-4.3-1.3-4.8-4 2.6.1 4.4 1.5 4.8 4ZM12.8 18.2c2.6.1 "
    '4.3-1.3 4.8-4-2.6.1-4.4 1.5-4.8 4Z"/>',
    "limpa": '<path d="M3.5 14.5c0-4.5 3.6-7.5 8.5-7.5s8.5 3 8.5 7.5c0 1.7-1 2.5-2.6 2.5H6.1c-1.6 0-2.6-.8-2.6-2.5Z"/>'
    '<path d="m8.8 9.8-1.2 3M12.6 9.3l-1.2 3M16.4 9.8l-1.2 3"/>',
    # answers
    "glad": '<circle class="ton" cx="12" cy="12" r="9"/><path d="M8 14c1.8 2.7 6.2 2.7 8 0M9 9.3v.1M15 9.3v.1"/>',
    "ledsen": '<circle class="ton" cx="12" cy="12" r="9"/><path d="M8 16.3c1.8-2.7 6.2-2.7 8 0M9 9.3v.1M15 9.3v.1"/>',
    "fundera": '<circle class="ton" cx="12" cy="12" r="9"/><path d="M8.5 15.5h5M9 9.3v.1M15 9.3v.1"/>',
}
