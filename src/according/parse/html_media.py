"""One element that shows a picture, film or sound in, a Media with its address and caption out. Nothing is fetched."""

from __future__ import annotations

import re

from according.domain.document import Media
from according.parse.html_tree import Element, classes, host_of, resolve, tag_of, text_of, tidy

# Lazy loaders keep the real address here and a placeholder in src.
_LAZY = ("data-orig-file", "data-lazy-src", "data-src", "data-original", "data-large-file", "data-full-url")
_PLACEHOLDER = re.compile(
    r"(?:blank|spacer|placeholder|pixel|transparent|1x1|lazy)[\w-]*\.(?:gif|png|svg)", re.IGNORECASE
)
_SOUND_HOSTS = ("soundcloud.com", "mixcloud.com", "spotify.com", "podbean.com", "anchor.fm")
_UNSHOWN_HOSTS = (
    "googletagmanager.com",
    "doubleclick.net",
    "facebook.com/plugins",
    "googlesyndication.com",
    "disqus.com",
)


def media_of(node: Element, base: str | None) -> Media | None:
    """The Media of an img, iframe, embed, object, video or audio element; None for tracking pixels, avatars and the like."""
    tag = tag_of(node)
    if tag in ("img", "amp-img"):
        return _image(node, base)
    if tag == "amp-youtube":
        video = node.get("data-videoid")
        return Media("video", f"https://www.youtube.com/watch?v={video}") if video else None
    address = _source(node, base)
    if address is None or any(host in address for host in _UNSHOWN_HOSTS):
        return None
    kind = "audio" if tag == "audio" or _is_sound(address) else "video"
    return Media(kind, address, caption=_caption(node), alt=tidy(node.get("title")) or None)


def _is_sound(address: str) -> bool:
    host = host_of(address) or ""
    return host.endswith(_SOUND_HOSTS) or address.split("?")[0].lower().endswith((".mp3", ".ogg", ".wav", ".m4a"))


def _source(node: Element, base: str | None) -> str | None:
    for name in (*_LAZY, "src", "data"):
        address = resolve(node.get(name), base)
        if address:
            return address
    for child in node.iter("source", "embed", "param", "a"):
        if tag_of(child) == "param" and (child.get("name") or "").lower() not in ("movie", "src"):
            continue
        address = resolve(child.get("src") or child.get("value") or child.get("href"), base)
        if address:
            return address
    return None


def _image(node: Element, base: str | None) -> Media | None:
    if {"avatar", "wp-smiley", "emoji", "photo-avatar"} & classes(node) or node.get("width") in ("1", "0"):
        return None
    address = None
    for name in (*_LAZY, "src"):
        candidate = resolve(node.get(name), base)
        if candidate and not _PLACEHOLDER.search(candidate):
            address = candidate
            break
    if address is None and node.get("srcset"):
        address = resolve((node.get("srcset") or "").split(",")[-1].strip().split(" ")[0], base)
    if address is None:
        return None
    return Media("image", address, caption=_caption(node), alt=tidy(node.get("alt")) or None)


def _caption(node: Element) -> str | None:
    """The words under the picture: of the figure, the WordPress caption box or the gallery item it stands in."""
    box = node.getparent()
    for _ in range(4):
        if box is None or tag_of(box) in ("body", "article"):
            return None
        names = classes(box)
        if tag_of(box) in ("figure", "dl") or names & {"wp-caption", "gallery-item", "wp-block-image", "imgcaption"}:
            for part in box.iter("figcaption", "p", "dd", "div"):
                if tag_of(part) == "figcaption" or classes(part) & {
                    "wp-caption-text",
                    "gallery-caption",
                    "wp-caption-dd",
                }:
                    return text_of(part) or None
            return None
        box = box.getparent()
    return None
