"""The content of an exported WordPress post in, plain markup out: captions, galleries and embeds become figures and frames.

Block comments vanish with all comments. Shortcodes we do not know stay as printed: "[sic]" is no shortcode. Nothing is run.
"""

from __future__ import annotations

import html
import re

_ATTRIBUTE = re.compile(r"([\w-]{1,40})\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\]\"']{1,500}))")
_CAPTION_OPEN = re.compile(r"\[(?:wp_)?caption\b([^\]]{0,2000})\]")
_CAPTION_CLOSE = re.compile(r"\[/(?:wp_)?caption\]")
_EMBED = re.compile(r"\[embed\b[^\]]{0,500}\]\s*([^\s\[]{1,1000})\s*\[/embed\]")
_PLAYER = re.compile(r"\[(youtube|vimeo|video|audio|playlist|soundcloud|dailymotion|wpvideo)\b([^\]]{0,2000})\]")
_GALLERY = re.compile(r"\[gallery\b([^\]]{0,2000})\]")
# Machinery whose tags are not words; what stands between them is kept.
_DROPPED = re.compile(
    r"\[/?(?:gallery|video|audio|youtube|playlist|contact-form(?:-7)?|contact-field|polldaddy|poll|sharethis|sociable|tags?list|toc|nggallery"
    r"|slideshow|sourcecode|code|vc_\w+|et_pb_\w+|fusion_\w+|wpml-\w+|googlemaps|recent-posts|more|nextpage|su_\w+|column|row|one_half|one_third"
    r"|two_third|divider|spacer|button|archives|subscribe2|print_link|jetpack-\w+|latex|footnotes|embed)\b[^\]]{0,2000}\]"
)
_LONE_ADDRESS = re.compile(
    r"(?m)^[ \t]*(https?://(?:www\.|m\.)?(?:youtube\.com/watch|youtu\.be/|vimeo\.com/\d|dailymotion\.com/video|soundcloud\.com/)[^\s<]{1,500})[ \t]*$"
)
_FIRST_PICTURE = re.compile(r"\s*((?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,4000}>(?:\s*</a>)?)")


def attributes(words: str) -> dict[str, str]:
    """The attributes of a shortcode."""
    return {
        found.group(1).lower(): html.unescape(found.group(2) or found.group(3) or found.group(4) or "")
        for found in _ATTRIBUTE.finditer(words)
    }


def expand_shortcodes(content: str) -> tuple[str, tuple[str, ...]]:
    """The content with known shortcodes turned into markup, and the ids of attachments its galleries name."""
    ids: list[str] = []
    for found in _GALLERY.finditer(content):
        ids.extend(
            part.strip() for part in attributes(found.group(1)).get("ids", "").split(",") if part.strip().isdigit()
        )
    content = _expand_captions(content)
    content = _EMBED.sub(lambda found: _frame(found.group(1)), content)
    content = _PLAYER.sub(_player, content)
    content = _LONE_ADDRESS.sub(lambda found: _frame(found.group(1)), content)
    return _DROPPED.sub("", content), tuple(ids)


def _expand_captions(content: str) -> str:
    """[caption ...]<img> words[/caption], or the older form with the words in caption="..."; an unclosed one is left alone."""
    parts: list[str] = []
    at = 0
    while opened := _CAPTION_OPEN.search(content, at):
        closed = _CAPTION_CLOSE.search(content, opened.end())
        if closed is None:
            break
        inside = content[opened.end() : closed.start()]
        picture = _FIRST_PICTURE.match(inside)
        words = inside[picture.end() :].strip() if picture else ""
        caption = words or attributes(opened.group(1)).get("caption", "")
        shown = picture.group(1) if picture else inside
        figure = f"\n\n<figure>{shown}<figcaption>{caption}</figcaption></figure>\n\n"
        parts.extend((content[at : opened.start()], figure))
        at = closed.end()
    parts.append(content[at:])
    return "".join(parts)


def _player(found: re.Match[str]) -> str:
    name, rest = found.group(1), found.group(2)
    said = attributes(rest)
    address = next((said[key] for key in ("src", "mp4", "mp3", "ogg", "m4v", "webm", "url", "id") if said.get(key)), "")
    if not address:
        loose = re.search(r"https?://[^\s\]\"']{1,500}", rest)
        address = loose.group(0) if loose else rest.strip(" =\"'")
    if address.isdigit() and name == "vimeo":
        address = f"https://vimeo.com/{address}"
    if not address.startswith("http"):
        return ""
    return f'<audio src="{html.escape(address)}"></audio>' if name == "audio" else _frame(address)


def _frame(address: str) -> str:
    return f'\n\n<iframe src="{html.escape(html.unescape(address))}"></iframe>\n\n'
