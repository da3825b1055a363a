"""The admin site's own rules: outsiders cannot tell that it exists, and every page view is logged."""

from collections.abc import Callable

from allauth.account import views as konto
from django.contrib import admin
from django.core.exceptions import BadRequest
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from plans import access
from plans.logg import audit
from plans.models import Enhet, Inloggningstjanst, Namnd, Uppdrag, User

PATHS = {
    Namnd: "pk",
    Enhet: "enheter",
    Inloggningstjanst: "tjanster",
    Uppdrag: "enheter__uppdrag",
    User: "enheter__uppdrag__user",
}


def _namnd_of(request: HttpRequest, obj: Model | None) -> Namnd | None:
    """The nämnd whose reviewers should see the log row: that of `obj`, or the form's choice if `obj` is new."""
    asked = [(PATHS[type(obj)], obj.pk)] if type(obj) in PATHS and obj.pk else []
    typed = [(n, v) for n, v in request.POST.items() if len(v) < 19 and v.isascii() and v.isdigit()]
    asked += [("pk", v) for n, v in typed if n == "namnd"] + [("enheter", v) for n, v in typed if n.endswith("enhet")]
    found = (Namnd.objects.filter(**{way: value}).first() for way, value in asked)
    return next((namnd for namnd in found if namnd), None)


class PortalAdmin(admin.AdminSite):
    """An admin site where everyone but administrators gets the 404 of an address that does not exist.

    It has no login page and no password page. Visitors who are not logged in are turned away by the middleware
    `ClosedByDefault`.
    """

    def get_urls(self) -> list:
        """Return Django's addresses, but do not redirect `/admin` to `/admin/`: that would reveal where the site is."""
        urls = super().get_urls()
        next(p for p in urls if p.name == "index").callback.should_append_slash = False
        return urls

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        """Let administrators in, and write the log row before anything is read."""

        def inne(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not self.has_permission(request):
                raise access.Nekad("admin.oppna", None)
            if "%00" in request.get_full_path():
                raise BadRequest("NUL")  # Django's admin would pass it on to the database
            if request.resolver_match.url_name != "jsi18n":  # a translation file: reads no data
                self._logga(request)
            return view(request, *args, **kwargs)

        site = admin.AdminSite()
        site.has_permission = lambda request: True  # checked above; Django's own refusal is a login page
        return site.admin_view(inne, cacheable)

    def _logga(self, request: HttpRequest) -> None:
        """Write one log row: the page and the object, and if it was opened, searched or submitted. No search terms."""
        match = request.resolver_match
        models = {f"{m._meta.app_label}_{m._meta.model_name}": m for m in self._registry}
        model = models.get((match.url_name or "").rpartition("_")[0])
        pk = str(match.kwargs.get("object_id", match.kwargs.get("id", "")))
        known = len(pk) < 19 and pk.isascii() and pk.isdigit()
        event = "admin.sok" if request.GET.get("q") or request.GET.get("term") else "admin.oppnad"
        if request.method == "POST":
            event = "admin.andra"
        obj = model(pk=int(pk) if known else None) if model else None
        audit.record(event, by=request.actor, obj=obj, namnd=_namnd_of(request, obj))

    def login(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Redirect to the index instead of offering a login page: attempts are counted on the portal's own."""
        return self.admin_view(lambda request: redirect("admin:index"))(request)

    def logout(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Use the portal's own logout."""
        return konto.logout(request)

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """Redirect to the portal's own page, which requires logging in again."""
        return redirect("account_change_password")
