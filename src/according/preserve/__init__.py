"""Bytes in, bytes kept whole under their hash; a chain of custody nobody rewrites unseen. Nothing here reads what bytes mean."""

from according.preserve.chain import GENESIS, Link, chain_hash, check_chain
from according.preserve.media import media_type
from according.preserve.vault import Vault, Verdict

__all__ = ["GENESIS", "Link", "Vault", "Verdict", "chain_hash", "check_chain", "media_type"]
