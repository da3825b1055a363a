"""The provider's addresses."""

from django.urls import include, path

urlpatterns = [path("konto/", include("allauth.account.urls")), path("", include("allauth.idp.urls"))]
