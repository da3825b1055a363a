"""Strictly neutral mail: no person's name, no number, no word about the matter, and a link that requires login."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from plans.models import Kanal, Utskick
from plans.utskick.meddelanden import SLAG


def compose(utskick: Utskick) -> EmailMessage:
    """Compose the mail for a message, in the words of its kind. The Message-ID is the same at every attempt."""
    words = SLAG[utskick.slag].words[Kanal.MEJL]
    lank = settings.PUBLIC_BASE_URL + reverse("account_login")  # the login page, never a particular page or a code
    host = urlsplit(settings.PUBLIC_BASE_URL).hostname
    return EmailMessage(
        subject=words.subject,
        body=render_to_string(words.template, {"lank": lank, "namnd": utskick.namnd}),
        to=[utskick.mottagare.address],
        headers={"Message-ID": f"<utskick-{utskick.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    )
