"""Django's admin: nämnder, enheter, log-ins, uppdrag. No plan texts and no persons are registered here at all."""

from allauth.account.admin import (
    EmailAddress,
)  # from their admin modules, so that they are registered before we unregister
from allauth.mfa.admin import Authenticator
from allauth.socialaccount.admin import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.admin import UserSession
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group

from plans.models import Enhet, Namnd, Uppdrag, User

admin.site.site_header = "Administration: individuell plan"
admin.site.site_title = "Administration"
admin.site.index_title = "Nämnder, enheter, inloggningar och uppdrag"
# Rights come from uppdrag, an address is a field of the log-in, and nobody looks at another's keys or sessions.
admin.site.unregister([Group, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken, UserSession])


class UtanRadering(admin.ModelAdmin):
    """Nothing is deleted here: rows are ended by date, so that the log keeps its meaning."""

    def has_delete_permission(self, request, obj=None) -> bool:
        """Never."""
        return False


class EnhetInline(admin.TabularInline):
    """The units of a nämnd."""

    model = Enhet
    extra = 0
    can_delete = False


@admin.register(Namnd)
class NamndAdmin(UtanRadering):
    """A nämnd with its settings."""

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
    )


@admin.register(Enhet)
class EnhetAdmin(UtanRadering):
    """A unit."""

    list_display = ("namn", "namnd")
    list_select_related = ("namnd",)
    search_fields = ("namn",)


class UppdragInline(admin.TabularInline):
    """A log-in's appointments."""

    model = Uppdrag
    extra = 0
    can_delete = False


@admin.register(User)
class LoginAdmin(UtanRadering, UserAdmin):
    """A log-in: who it belongs to, whether it is open, and its uppdrag."""

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
        ("Tid", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "namn", "email", "usable_password", "password1", "password2")}),)
    readonly_fields = ("last_login", "date_joined")

    def get_queryset(self, request):
        """Staff and administrators only: the log-ins of persons and their representatives say who has LSS."""
        return super().get_queryset(request).filter(person__isnull=True, foretradare__isnull=True)


@admin.register(Uppdrag)
class UppdragAdmin(UtanRadering):
    """Who does what in which unit."""

    list_display = ("user", "enhet", "roll", "fran", "till")
    list_select_related = ("user", "enhet")
    list_filter = ("roll", "enhet")
    autocomplete_fields = ("user", "enhet")
