"""Addresses of the pages served on this machine."""

from django.urls import re_path

from according.web.pages import show

urlpatterns = [re_path(r"^(?P<path>.*)$", show)]
