"""The administration's own rules: nobody outside is told that it is here, and each page of it is a row in the log."""

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
    """Whose a page is, so that the nämnd's own reviewers see it: the row's, or what a form about a new one names."""
    asked = [(PATHS[type(obj)], obj.pk)] if type(obj) in PATHS and obj.pk else []
    typed = [(n, v) for n, v in request.POST.items() if len(v) < 19 and v.isascii() and v.isdigit()]
    asked += [("pk", v) for n, v in typed if n == "namnd"] + [("enheter", v) for n, v in typed if n.endswith("enhet")]
    found = (Namnd.objects.filter(**{way: value}).first() for way, value in asked)
    return next((namnd for namnd in found if namnd), None)


class PortalAdmin(admin.AdminSite):
    """404 for all but administrators, like any address that does not exist; no log-in and no password of its own.

    Who is not logged in is turned away by the middleware `ClosedByDefault`.
    """

    def get_urls(self) -> list:
        """`/admin` without its slash is not sent on: that would tell where the administration is."""
        urls = super().get_urls()
        next(p for p in urls if p.name == "index").callback.should_append_slash = False
        return urls

    def admin_view(self, view: Callable, cacheable: bool = False) -> Callable:
        """Let administrators in, and write the log's row before anything is read."""

        def inne(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not self.has_permission(request):
                raise access.Nekad("admin.oppna", None)
            if "%00" in request.get_full_path():
                raise BadRequest("NUL")  # Django's admin would pass it on to the database
            if request.resolver_match.url_name != "jsi18n":  # a file of words: reads nothing
                self._logga(request)
            return view(request, *args, **kwargs)

        site = admin.AdminSite()
        site.has_permission = lambda request: True  # asked above; Django's own answer is a log-in page
        return site.admin_view(inne, cacheable)

    def _logga(self, request: HttpRequest) -> None:
        """One row: which page of which row was opened, searched or sent. What was searched for is not written down."""
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
        """No door here: tries are counted at the portal's own."""
        return self.admin_view(lambda request: redirect("admin:index"))(request)

    def logout(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """The portal's own way out."""
        return konto.logout(request)

    def password_change(self, request: HttpRequest, extra_context: dict | None = None) -> HttpResponse:
        """The portal's own page, which asks for the log-in anew."""
        return redirect("account_change_password")
