"""Pictures in the page: icons, the pictures of Min plan, and QR codes. Built in for all templates (settings)."""

from base64 import b64encode
from functools import cache

import qrcode
import qrcode.constants
from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from qrcode.image.svg import SvgPathImage

from plans.templatetags.drawings import BILDER
from plans.templatetags.icons import IKONER

register = template.Library()


@register.simple_tag
@cache
def ikon(namn: str, klass: str = "") -> SafeString:
    """An icon by name, hidden from screen readers: there is always a word beside it."""
    return format_html(
        '<svg class="{}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">{}</svg>',
        f"ikon {klass}".strip(),
        mark_safe(IKONER[namn]),  # noqa: S308 - our own drawings
    )


@register.simple_tag
@cache
def bild(namn: str) -> SafeString:
    """A picture by name, hidden from screen readers: there is always a word beside it."""
    drawing = mark_safe(BILDER[namn])  # noqa: S308 - our own drawings
    return format_html('<svg class="bild" viewBox="0 0 120 120" aria-hidden="true">{}</svg>', drawing)


@register.simple_tag
def qr(text: str, vad: str) -> SafeString:
    """A QR code of `text`, embedded in the page; `vad` tells a screen reader what it is."""
    image = qrcode.make(text, image_factory=SvgPathImage, error_correction=qrcode.constants.ERROR_CORRECT_M)
    data = b64encode(image.to_string()).decode()
    return format_html('<img class="qr" src="data:image/svg+xml;base64,{}" alt="{}">', data, vad)
