"""All settings in one file. Whatever differs between installations comes from the environment; no secret has a default.

`env` reads the variables and fails with the name of a missing one. docs/drift.md lists them all.
"""

import importlib.util
from pathlib import Path

import environ

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

# --- Where this runs -------------------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("LSS_DEMO", default=False)  # invented people only: shows sent mail, allows plain http
SECRET_KEY = env.str("SECRET_KEY")
LSS_KEYS = env.str("LSS_KEYS")  # encrypts personnummer; kept outside the database (docs/drift.md)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
PUBLIC_BASE_URL = env.str("PUBLIC_BASE_URL").rstrip("/")  # starts every link in mail; never taken from the Host header
CSRF_TRUSTED_ORIGINS = [PUBLIC_BASE_URL]
ADMIN_PATH = env.str("ADMIN_PATH", default="admin").strip("/")
DAGAR_FRAM = env.int("LSS_DAGAR_FRAM", default=0)  # days the demo's clock is ahead; refused elsewhere (plans/checks.py)
DATA_DIR = Path(env.str("LSS_DATA", default=str(BASE_DIR / "var")))

# --- Database: PostgreSQL >= 15, as the role lss_app -----------------------------------------------------------------
# Prepared statements (plans/models/planned.py) are planned once; jit costs more than it gains here.
PG_OPTIONS = "-c jit=off -c plan_cache_mode=force_generic_plan -c statement_timeout=30000 -c lock_timeout=5000"
DATABASES = {
    "default": {
        **env.db_url("DATABASE_URL"),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": PG_OPTIONS, "connect_timeout": 5},
    }
}
ATOMIC_REQUESTS = False  # a page commits its log row before it is rendered; each action is one transaction
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # the cache counts login attempts: if full, it would drop counts in use
    },
    "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},  # parts of pages that name nobody
}

# --- Jobs: each is a row in PostgreSQL, and Redis only wakes the workers ---------------------------------------------
CELERY_BROKER_URL = env.str("REDIS_URL")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 5, "socket_connect_timeout": 2, "max_retries": 1}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_DEFAULT_QUEUE = env.str("LSS_QUEUE", default="lss")
CELERY_TASK_TIME_LIMIT = 120
CELERY_WORKER_CONCURRENCY = env.int("LSS_WORKERS", default=2)
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"  # due work is computed from rows in PostgreSQL, not by beat

# --- The app ---------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "plans.apps.PortaladminConfig",  # django.contrib.admin with our own rules
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
    "pgtrigger",
    "pghistory",
    "crispy_forms",
    "plans",  # last, so that its admin can unregister what the libraries register
    *(["plans.demo"] if DEMO else []),  # invented people: not installed at all in production
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "plans.middleware.SecurityHeaders",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "plans.middleware.TooLarge",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "plans.middleware.SessionEnd",
    "plans.middleware.ClosedByDefault",
    "plans.middleware.LogRefusal",
    "plans.middleware.DiscardDraft",
    "allauth.account.middleware.AccountMiddleware",
]
ROOT_URLCONF = "lss_portal.urls"
WSGI_APPLICATION = "lss_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "plans.context_processors.sidan",
            ],
            "builtins": [
                "django.templatetags.i18n",
                *(f"plans.templatetags.{part}" for part in ("dates", "form_parts", "pictures", "words")),
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "lss"
CRISPY_TEMPLATE_PACK = "lss"

# --- Login -----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "plans.User"
AUTHENTICATION_BACKENDS = ["plans.konto.account_adapter.LocalPasswords"]
LOKALA_LOSENORD = env.bool("LSS_LOKALA_LOSENORD", default=True)  # off: only e-ID, the employer's login and passkeys
MFA_KRAVS = env.bool("MFA_KRAVS", default=not DEMO)  # staff with a password need a passkey or TOTP too
PROXYER = env.int("PROXYER", default=0 if DEBUG or DEMO else 1)  # number of our own proxies in front; see docs/drift.md
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "hem"
ACCOUNT_ADAPTER = "plans.konto.account_adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PRESERVE_USERNAME_CASING = False
# Failed logins are limited mainly per account, whatever the address: a whole municipality may share one address.
ACCOUNT_RATE_LIMITS = {"login_failed": "300/h/ip,10/h/key", "login": "100/m/ip", "change_password": "10/h/user"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
MFA_ADAPTER = "plans.konto.keys_adapter.KeysAdapter"
MFA_FORMS = {
    "login_webauthn": "plans.konto.forms.passkey.Login",
    "authenticate_webauthn": "plans.konto.forms.passkey.SecondFactor",
    "reauthenticate_webauthn": "plans.konto.forms.passkey.Reauthenticate",
    "add_webauthn": "plans.konto.forms.passkey.AddPasskey",
}
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = {"webauthn_login": "100/m/ip"}  # a passkey cannot be guessed, and an office may share one address
SOCIALACCOUNT_ADAPTER = "plans.konto.providers_adapter.ProvidersAdapter"
SOCIALACCOUNT_LOGIN_ON_GET = True  # the CSP's form-action would stop a form that leads to the provider

# --- Session and transport -------------------------------------------------------------------------------------------
SECURE = not (DEBUG or DEMO)
SESSION_ENGINE = "plans.konto.sessions"  # in PostgreSQL: plans can be read even when Redis is down
SESSION_COOKIE_AGE = 8 * 3600  # seconds from login, regardless of activity
INAKTIV_MINUTER = env.int("INAKTIV_MINUTER", default=15)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_NAME = "__Host-session" if SECURE else "lss_session"
CSRF_COOKIE_NAME = "__Host-csrf" if SECURE else "lss_csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "plans.views.fel.csrf"
SECURE_SSL_REDIRECT = SECURE
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # http://localhost
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = SECURE
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
# Uploads stay in memory, never on disk: a list of förordnanden is full of personnummer. A file larger than
# FILE_UPLOAD_MAX_MEMORY_SIZE is dropped.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5_000_000
FORFRAGAN_HOGST = 6_000_000  # most bytes in a request: leaves room to explain that a file is slightly too large

# --- Mail ------------------------------------------------------------------------------------------------------------
vars().update(env.email("EMAIL_URL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("MAIL_FROM", default="Din kommun <svara-inte@localhost>")

# --- Language, time, static ------------------------------------------------------------------------------------------
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "svenska")]
TIME_ZONE = "Europe/Stockholm"
USE_I18N = USE_TZ = True


def _wheel(package: str) -> Path:
    """The folder of an installed package. Its static files are served from there, not copied into the project."""
    return Path(importlib.util.find_spec(package).submodule_search_locations[0])


STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", _wheel("bootstrap") / "css"),
    ("typsnitt", _wheel("fontpkg_atkinson_hyperlegible") / "files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Log output: no names, and personnummer are masked (see docs/drift.md) -------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "rad": {"()": "lss_portal.logg.UtanNummer", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"fel": {"class": "logging.StreamHandler", "formatter": "rad"}},
    "loggers": {
        **{name: {"level": "WARNING"} for name in ("weasyprint", "fido2")},
        "django": {"handlers": []},  # Django's own would mail error reports, with what users typed, to ADMINS
    },
    "root": {"handlers": ["fel"], "level": env.str("LOG_LEVEL", default="INFO")},
}
