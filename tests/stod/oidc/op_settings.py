"""Django's settings for allauth as an OpenID provider: a project and a database separate from the portal's."""

import json
import os

SECRET_KEY = "op-" + os.environ["OP_HEMLIGHET"]
ALLOWED_HOSTS = ["127.0.0.1"]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": os.environ["OP_DATABAS"]}}
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.idp.oidc",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "tests.stod.oidc.op_urls"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
LOGIN_URL = "account_login"
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "op_session", "op_csrf"  # other names than the portal's: cookies ignore ports
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
IDP_OIDC_ADAPTER = "tests.stod.oidc.op_adapter.Adapter"
IDP_OIDC_PRIVATE_KEY = os.environ["OP_NYCKEL"]
PERSONER = json.loads(os.environ["OP_PERSONER"])  # user name → claims
