"""The archive as a Django application."""

from django.apps import AppConfig


class ArchiveConfig(AppConfig):
    """Tables are named archive_*."""

    name = "according.archive"
    label = "archive"
    default_auto_field = "django.db.models.BigAutoField"
