"""Case files and documents in, a static site out: pure plans of pages, then writing. Never prints what was not let out."""

from according.publish.edition import Audience, Download, Edition, ReleaseScope
from according.publish.site import PagePlan, build_site
from according.publish.writing import SiteReport, write_site

__all__ = ["Audience", "Download", "Edition", "PagePlan", "ReleaseScope", "SiteReport", "build_site", "write_site"]
