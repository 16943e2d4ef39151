"""Ids are what they were: exports, decisions and links of older archives name them."""

from __future__ import annotations

import base64
import hashlib

from according.domain.identity import short_id


def test_an_id_is_the_first_sixty_bits_of_the_digest_in_base32() -> None:
    for number in range(300):
        raw = hashlib.sha256(f"Vera\0{number}".encode()).digest()
        assert short_id("p", "Vera", str(number)) == "p-" + base64.b32encode(raw)[:12].decode("ascii").lower()
