"""The kinds of check, one module each. A rule names its kind in `check:`."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from replylint.checks.situation import Kind

KINDS = {
    "calls": "calls",
    "chain": "chain",
    "asks_back": "asks_back",
    "name": "name",
    "phrase": "phrase",
    "placeholder": "placeholder",
    "profile": "profile",
    "brand": "brand",
    "disclosure": "disclosure",
    "emphasis": "emphasis",
    "greeting": "greeting",
    "register": "register",
    "question": "question",
    "signature": "signature",
    "issue": "issue",
    "facts": "facts",
    "price": "price",
    "charge": "charge",
    "incident": "incident",
    "refusal": "refusal",
    "introduction": "introduction",
    "required": "required",
    "stems": "stems",
    "stock": "stock",
    "length": "length",
    "typography": "typography",
    "unknown": "unknown",
    "interchangeable": "interchangeable",
    "library": "library",
    "duplicate": "duplicate",
    "marks": "marks",
    "instead": "instead",
    "address_form": "address_form",
    "channel": "channel",
    "limit": "limit",
    "delay": "delay",
    "earlier": "earlier",
    "details": "details",
    "redirect": "redirect",
    "idle": "idle",
}
"""Kind → its module here. Modules are imported when a rule asks for them."""


@cache
def kind(name: str) -> Kind:
    """The kind of check of that name. Raises KeyError."""
    found = import_module(f"replylint.checks.{KINDS[name]}").KIND
    assert isinstance(found, Kind)
    return found
