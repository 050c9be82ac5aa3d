"""replylint: a linter for replies to customers in Russian.

    from replylint import Record, check, load_rulebook

    report = check([Record("Обязательно разберёмся.")], load_rulebook())
    messages = [finding.message for finding in report.checked[0].findings]

The names are imported when they are asked for, so that `replylint --version` loads nothing else.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from replylint.engine import Options, check
    from replylint.model import Finding, Record, Report
    from replylint.rulebook import load as load_rulebook

__version__ = "0.1.0"
__all__ = ["Finding", "Options", "Record", "Report", "__version__", "check", "load_rulebook"]

_HOMES = {
    "Finding": ("replylint.model", "Finding"),
    "Options": ("replylint.engine", "Options"),
    "Record": ("replylint.model", "Record"),
    "Report": ("replylint.model", "Report"),
    "check": ("replylint.engine", "check"),
    "load_rulebook": ("replylint.rulebook", "load"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
