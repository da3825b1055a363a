"""Mail: neutral to the letter. No name, no number, no word about what it is; a link that demands log-in."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from plans.models import Utskick


def neutralt(utskick: Utskick) -> EmailMessage:
    """The one message of a mailing, to its recipient's address. The Message-ID is the same at every try."""
    if utskick.user_id:
        address = utskick.user.email
    else:
        address = (utskick.foretradare or utskick.person).epost
    lank = settings.PUBLIC_BASE_URL + reverse("account_login")  # no page's address, and no code
    body = render_to_string("mail/paminnelse.txt", {"lank": lank, "namnd": utskick.namnd})
    host = urlsplit(settings.PUBLIC_BASE_URL).hostname
    return EmailMessage(
        subject="Det finns något att läsa",
        body=body,
        to=[address],
        headers={"Message-ID": f"<utskick-{utskick.pk}@{host}>", "Auto-Submitted": "auto-generated"},
    )
