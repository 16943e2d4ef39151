"""Django settings of an archive. The database's address is given when an archive is opened, never here."""

from __future__ import annotations

SECRET_KEY = "set when a server opens; nothing is signed before"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "according.archive.apps.ArchiveConfig",
]
AUTH_USER_MODEL = "archive.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES: dict[str, dict[str, str]] = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = False
LOGGING_CONFIG = None
