"""FollowTheMoney: nouns in, its entities and its statements out. Source: followthemoney 4.11 (MIT), schema and statement format."""

from according.export.follow_the_money.graph import make_graph
from according.export.follow_the_money.rows import STATEMENT_KEYS, entity_row, statement_rows

__all__ = ["STATEMENT_KEYS", "entity_row", "make_graph", "statement_rows"]
