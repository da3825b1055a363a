"""Mail: neutral to the letter. No name, no number, no word about what it is; a link that demands login."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from plans.models import Kanal, Utskick
from plans.utskick.meddelanden import SLAG


def compose(utskick: Utskick) -> EmailMessage:
    """The one mail of a message, in its kind's words. The Message-ID is the same at every attempt."""
    words = SLAG[utskick.slag].words[Kanal.MEJL]
    lank = settings.PUBLIC_BASE_URL + reverse("account_login")  # no page's address, and no code
    host = urlsplit(settings.PUBLIC_BASE_URL).hostname
    return EmailMessage(
        subject=words.subject,
        body=render_to_string(words.template, {"lank": lank, "namnd": utskick.namnd}),
        to=[utskick.mottagare.address],
        headers={"Message-ID": f"<utskick-{utskick.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    )
