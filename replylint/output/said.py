"""What the formats of code hosts and the page say, in Russian and English."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.model import Language

RU: Mapping[str, str] = {
    "problem": "не проверено", "cut": "Ещё {n}: список — в журнале этого шага", "cut_list": "Не показали на полях: {n}",
    "better": "Лучше: {text}", "place": "Место: {text}", "suppressed": "Не показали по вашей просьбе", "draft": "Черновик",
    "score": "Оценка", "findings": "Замечания", "unread": "Не проверили", "library": "Библиотека", "more": "и ещё {n}: не поместились",
    "why": "Почему так", "report": "Отчёт replylint", "clean": "Замечаний нет.", "coverage": "покрытие {n} %", "not_scored": "без оценки",
    "here": "здесь не хватает", "was": "было", "now": "стало", "all": "Черновики", "rulebook": "правила {name}, {hash}", "also": "Также",
    "line": "строка {n}", "whole": "Все черновики и замечания — в полном отчёте.",
}  # fmt: skip
EN: Mapping[str, str] = {
    "problem": "not checked", "cut": "{n} more: listed in the log of this step", "cut_list": "Not shown as annotations: {n}",
    "better": "Better: {text}", "place": "Place: {text}", "suppressed": "Hidden at your request", "draft": "Draft",
    "score": "Score", "findings": "Findings", "unread": "Not checked", "library": "Library", "more": "and {n} more that did not fit",
    "why": "Why so", "report": "replylint report", "clean": "No findings.", "coverage": "coverage {n}%", "not_scored": "no score",
    "here": "missing here", "was": "was", "now": "now", "all": "Drafts", "rulebook": "rules {name}, {hash}", "also": "See also",
    "line": "line {n}", "whole": "All drafts and findings are in the full report.",
}  # fmt: skip


def said(lang: Language) -> Mapping[str, str]:
    """The texts of a language."""
    return EN if lang == "en" else RU
