"""Django's admin, for nämnder, enheter, identity providers, logins and uppdrag. It has no plan texts and no persons."""

import json

from allauth.account.admin import (
    EmailAddress,
)  # these four imports run the packages' own admin modules, which register the models that are unregistered below
from allauth.mfa.admin import Authenticator
from allauth.socialaccount.admin import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.admin import UserSession
from django import forms
from django.contrib import admin
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest, HttpResponse

from plans.models import Enhet, Inloggningstjanst, Namnd, Uppdrag, User

admin.site.site_header = "Administration: individuell plan"
admin.site.site_title = "Administration"
admin.site.index_title = "Nämnder, enheter, inloggningar och uppdrag"
# Rights come from uppdrag, an email address is a field of the login, and other users' keys and sessions are private.
admin.site.unregister([Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, UserSession])


def stangd_dorr(request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
    """Close the admin's own login page, where attempts are not counted. Users log in on the portal's own page."""
    raise Http404


admin.site.login = stangd_dorr


PERSONALENS = {"person__isnull": True, "foretradare__isnull": True}  # logins of families reveal who has LSS


class UtanRadering(admin.ModelAdmin):
    """An admin page without deletion: rows get an end date instead, so that the log still has rows to refer to.

    Django's own admin journal records only which row was changed and which fields, with no person's name and no value.
    """

    def log_addition(self, request, obj, message) -> LogEntry:
        """Record a new row by kind and number."""
        return self._anteckna(request, obj, ADDITION, message)

    def log_change(self, request, obj, message) -> LogEntry:
        """Record a changed row by the names of its fields."""
        return self._anteckna(request, obj, CHANGE, message)

    def _anteckna(self, request, obj, flag: int, message) -> LogEntry:
        return LogEntry.objects.create(
            user_id=request.user.pk,
            content_type=ContentType.objects.get_for_model(obj),
            object_id=obj.pk,
            object_repr=f"{obj._meta.verbose_name} {obj.pk}",
            action_flag=flag,
            change_message=json.dumps(message) if isinstance(message, list) else message,
        )

    def construct_change_message(self, request, form, formsets, add=False) -> list:
        """Django's message, without the display names of inline rows."""
        message = super().construct_change_message(request, form, formsets, add)
        for part in message:
            for what in part.values():
                what.update({"object": ""} if "object" in what else {})
        return message

    def lookup_allowed(self, lookup, value, request) -> bool:
        """Allow only the filters on the page. Otherwise a URL could guess values bit by bit, or search other tables."""
        return lookup in {end for f in self.list_filter for end in (f"{f}__exact", f"{f}__id__exact")}

    def has_delete_permission(self, request, obj=None) -> bool:
        """False: nobody may delete."""
        return False


class EnhetInline(admin.TabularInline):
    """The units of a nämnd."""

    model = Enhet
    extra = 0
    can_delete = False


class NamndForm(forms.ModelForm):
    """A nämnd, with a help text for the setting on the second check of rights."""

    class Meta:
        help_texts = {
            "kontrollera_inom_arbetsdagar": "Räknas från dagen då rätten registrerades. Den som registrerade får inte "
            "kontrollera själv.",
        }


@admin.register(Namnd)
class NamndAdmin(UtanRadering):
    """A nämnd with its settings."""

    form = NamndForm
    list_display = ("kommun", "namn", "kommunkod", "infort")
    search_fields = ("kommun", "namn")
    inlines = (EnhetInline,)
    fieldsets = (
        (None, {"fields": ("kommunkod", "kommun", "namn", "region", "telefon")}),
        (
            "Frister",
            {
                "fields": ("erbjud_inom_dagar", "forsta_mote_inom_dagar", "infort", "inforande_manader"),
                "description": "Lagen säger inte hur fort. Det här är nämndens egna mål.",
            },
        ),
        (
            "Företrädare",
            {
                "fields": ("galler_fore_kontroll", "kontrollera_inom_arbetsdagar"),
                "description": "En handläggare registrerar rätten att företräda, och en kollega kontrollerar den.",
            },
        ),
    )


@admin.register(Enhet)
class EnhetAdmin(UtanRadering):
    """A unit."""

    list_display = ("namn", "namnd")
    list_select_related = ("namnd",)
    search_fields = ("namn",)


class TjanstForm(forms.ModelForm):
    """An identity provider. Its secret can be written but is never shown."""

    adress = Inloggningstjanst._meta.get_field("adress").formfield(assume_scheme="https")
    inloggningsadress = Inloggningstjanst._meta.get_field("inloggningsadress").formfield(assume_scheme="https")
    ny_hemlighet = forms.CharField(
        label="klientens hemlighet",
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text="Visas aldrig. Lämna tomt för att behålla den som finns.",
    )


@admin.register(Inloggningstjanst)
class InloggningstjanstAdmin(UtanRadering):
    """A nämnd's identity provider. Clear *kan användas* to close it."""

    form = TjanstForm
    list_display = ("namn", "namnd", "for_vem", "protokoll", "aktiv")
    list_select_related = ("namnd",)
    list_filter = ("for_vem", "aktiv")
    prepopulated_fields = {"kod": ("namn",)}
    fieldsets = (
        (None, {"fields": ("namnd", "namn", "kod", "for_vem", "protokoll", "aktiv")}),
        (
            "OpenID Connect",
            {
                "fields": ("adress", "klient_id", "ny_hemlighet", "scope"),
                "description": "Adressen skrivs precis som utfärdaren själv skriver sin issuer. "
                "Anmäl återadressen /logga-in/med/KOD/svar/ hos utfärdaren.",
            },
        ),
        (
            "SAML 2.0",
            {
                "fields": ("entitet", "inloggningsadress", "certifikat"),
                "description": "Allt står i utfärdarens metadata. När raden är sparad: ge utfärdaren adressen till "
                "portalens egen metadata, /logga-in/med/KOD/metadata/. Svaret ska vara signerat, inte krypterat.",
            },
        ),
        (
            "Vem det är, och hur säkert",
            {
                "fields": ("claim", "niva_claim", "nivaer"),
                "description": "För e-legitimation: personnumret med tolv siffror. "
                "För personal: ett id som aldrig ändras och aldrig går till någon annan, inte e-post.",
            },
        ),
    )

    def save_model(self, request, obj, form, change) -> None:
        """Keep the stored secret unless a new one is given."""
        if form.cleaned_data["ny_hemlighet"]:
            obj.klient_hemlighet = form.cleaned_data["ny_hemlighet"]
        super().save_model(request, obj, form, change)


class UppdragInline(admin.TabularInline):
    """The appointments of a login. Administrators cannot appoint themselves."""

    model = Uppdrag
    extra = 0
    can_delete = False

    def has_add_permission(self, request, obj=None) -> bool:
        """Allow only for other users."""
        return obj is None or obj.pk != request.user.pk

    has_change_permission = has_add_permission


@admin.register(User)
class LoginAdmin(UtanRadering, UserAdmin):
    """A login: who it belongs to, whether it is open, and its uppdrag."""

    list_display = ("username", "namn", "is_active", "is_staff")
    search_fields = ("username", "namn")
    ordering = ("username",)
    inlines = (UppdragInline,)
    filter_horizontal = ()
    list_filter = ("is_active", "is_staff")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Vem", {"fields": ("namn", "email")}),
        (
            "Rätt att logga in",
            {
                "fields": ("is_active", "is_staff", "is_superuser"),
                "description": "Stäng en inloggning genom att ta bort bocken vid Aktiv. Den upphör genast.",
            },
        ),
        (
            "Personal",
            {
                "fields": ("tjanst", "anstallnings_id", "hemadress", "visas_som_roll"),
                "description": "Med inloggningstjänst och anställnings-id loggar hen in med kommunens egen inloggning.",
            },
        ),
        ("Tid", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "namn", "email", "usable_password", "password1", "password2")}),)
    readonly_fields = ("last_login", "date_joined")

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Replace Django's own words for `is_staff` and `is_superuser`: they invite administrators to tick wrongly."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("is_staff", "is_superuser"):
            field.label = "Kommer in i administrationen" if db_field.name == "is_staff" else "Får ändra allt där"
            field.help_text = "Bara den som sköter nämnder, enheter och inloggningar. Inte handläggare och chefer."
        return field

    def get_queryset(self, request):
        """Staff and administrators only: the logins of persons and their representatives reveal who has LSS."""
        return super().get_queryset(request).filter(**PERSONALENS)


@admin.register(Uppdrag)
class UppdragAdmin(UtanRadering):
    """An uppdrag: who has which role in which unit."""

    list_display = ("user", "enhet", "roll", "fran", "till")
    list_select_related = ("user", "enhet")
    list_filter = ("roll", "enhet")
    autocomplete_fields = ("user", "enhet")

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Offer only logins of staff, except the administrator's own. No other login can be chosen, even by its id."""
        if db_field.name == "user":
            kwargs["queryset"] = User.objects.filter(**PERSONALENS).exclude(pk=request.user.pk)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_queryset(self, request):
        """Only the appointments of staff."""
        return super().get_queryset(request).filter(user__person__isnull=True, user__foretradare__isnull=True)

    def has_change_permission(self, request, obj=None) -> bool:
        """Users cannot change their own appointments."""
        return super().has_change_permission(request, obj) and (obj is None or obj.user_id != request.user.pk)
