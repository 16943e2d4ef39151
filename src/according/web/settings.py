"""Django settings of the pages served on this machine: the archive's, and what answering a browser needs."""

from __future__ import annotations

import secrets

from according.archive.settings import *  # noqa: F403 (the web's settings are the archive's and these)

SECRET_KEY = secrets.token_urlsafe(48)
ROOT_URLCONF = "according.web.urls"
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "according.web.guard.Guard",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
APPEND_SLASH = False
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
