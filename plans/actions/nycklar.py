"""Re-encrypting stored data with the first key of LSS_KEYS."""

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db import transaction
from django.db.models import Model

from plans import access
from plans.logg import audit
from plans.models import Actor, Person
from plans.models.kryptering import (
    NYCKLAR,
    BlintIndex,
    KrypteradText,
    active_key,
    decrypt_text,
    encrypt_to_text,
)

BUNT = 500


def encrypted_models() -> dict[type[Model], list[str]]:
    """The models with encrypted columns, each with the names of those columns and of their blind indexes."""
    found: dict[type[Model], list[str]] = {}
    for model in apps.get_app_config("plans").get_models():
        names = [f.name for f in model._meta.fields if isinstance(f, KrypteradText | BlintIndex)]
        if names and not model.__name__.endswith("Event"):
            found[model] = names
    return found


@transaction.atomic
def byt_koder(*, by: Actor) -> int:
    """Encrypt the secrets of TOTP apps and of recovery codes with the first key. Returns how many."""
    access.require(by, "nyckel.byt", None)
    rows = Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN)
    for row in rows:
        for name in {"secret", "seed"} & set(row.data):
            row.data[name] = encrypt_to_text(decrypt_text(row.data[name], NYCKLAR), NYCKLAR)
        row.save(update_fields=["data"])
    audit.record("nyckel.byt", by=by, why=f"{Authenticator._meta.model_name}, nyckel {active_key()}")
    return len(rows)


@transaction.atomic
def byt_bunt(*, model: type[Model], efter: int, by: Actor) -> tuple[int, int]:
    """Encrypt a batch of rows after id `efter` with the first key. Returns how many (0 when done) and the last id.

    Waits for rows that another transaction has locked, so none is skipped. Raises WrongKey if an old key is missing.
    """
    access.require(by, "nyckel.byt", None)
    rows = list(model._default_manager.select_for_update().filter(pk__gt=efter).order_by("pk")[:BUNT])
    if not rows:
        return 0, efter
    for row in rows:
        row.save(update_fields=encrypted_models()[model])
    about = [row for row in rows if isinstance(row, Person)]
    audit.record("nyckel.byt", by=by, about=about, why=f"{model._meta.model_name}, nyckel {active_key()}")
    return len(rows), rows[-1].pk
