"""The words that reports show, in Russian and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from replylint.model import Language

Forms = tuple[str, str, str]
"""What follows 1, 2 and 5: («балл», «балла», «баллов»); English repeats the plural."""


def plural(number: int, one: str, few: str, many: str, lang: Language = "ru") -> str:
    """The form that follows a number: 1 балл, 2 балла, 5 баллов, 11 баллов, 21 балл."""
    if lang == "en":
        return one if number == 1 else many
    if number % 10 == 1 and number % 100 != 11:
        return one
    return few if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else many


def decimal(value: float, lang: Language = "ru") -> str:
    """A number with one decimal at most: a comma in Russian, no idle zero."""
    told = f"{value:.1f}".removesuffix(".0")
    return told.replace(".", ",") if lang == "ru" else told


class Words(NamedTuple):
    """One language's words."""

    lang: Language
    band: Mapping[str, str]
    severity: Mapping[str, str]
    categories: Mapping[str, str]
    values: Mapping[str, Mapping[str, str]]
    """Context key → value → how it is said; "" for what goes without saying."""
    text: Mapping[str, str]
    forms: Mapping[str, Forms]

    def amount(self, number: int, thing: str) -> str:
        """«5 замечаний»."""
        return f"{number} {self.form(number, thing)}"

    def form(self, number: int, thing: str) -> str:
        """The form of a thing's name after a number."""
        return plural(number, *self.forms[thing], self.lang)

    def listed(self, parts: list[str]) -> str:
        """«а, б и в»."""
        return f" {self.text['and']} ".join([*([", ".join(parts[:-1])] if parts[1:] else []), *parts[-1:]])


RU = Words(
    lang="ru",
    band={"send": "можно отправлять", "polish": "поправить мелочи", "rewrite": "переписать", "block": "не отправлять"},
    severity={"critical": "критично", "major": "важно", "minor": "мелочь", "info": "совет"},
    categories={
        "contact": "Контакт и обращение",
        "substance": "Ответ по существу",
        "dialogue": "Ведение диалога",
        "ownership": "Признание и решение",
        "tone": "Тон и эмпатия",
        "plain": "Простой язык",
        "authentic": "Живой ответ",
        "channel": "Канал и безопасность",
        "library": "Библиотека",
    },
    values={
        "intent": {
            "question": "вопрос", "price": "вопрос о цене", "complaint": "жалоба", "praise": "похвала", "suggestion": "предложение",
            "troll": "троллинг", "other": "",
        },
        "mood": {"angry": "клиент сердится", "upset": "клиент расстроен", "neutral": "клиент спокоен", "happy": "клиент доволен"},
        "fault": {"ours": "виноваты мы", "theirs": "ошибся клиент", "unknown": "", "none": ""},
        "stage": {"first": "первый ответ", "in-progress": "разговор идёт", "resolved": "вопрос решён", "closing": "прощаемся"},
    },
    text={
        "draft": "Черновик", "of": "{n} из 100", "not_scored": "без оценки", "clean": "Замечаний нет.", "lost": "Минус {points}: {list}",
        "cap": "С критичным замечанием оценка не выше {n}.", "here": "здесь не хватает", "better": "Лучше", "why": "Почему",
        "again": "Ещё {n} {same}", "rest": "и ещё {n}", "at_line": "строка {n}", "place_row": "строка {n}", "place_line": "строка {n}",
        "place_[": "запись {n}", "free": "Без баллов", "counted": "Уже учли выше: {list}", "well": "Хорошо: {list}.",
        "understood": "Поняли так: {list}.", "probably": "похоже, {list}",
        "sharpen": "Скажите {list}: проверим ещё {rules} (покрытие {n}\u00a0%).",
        "sharpen_row": "Заполните {list}: проверим ещё {rules} (покрытие {n}\u00a0%).",
        "safe_fix": "Ключ --fix исправит {n}.", "unsafe_fix": "Ключ --unsafe-fixes исправит {n}: потом перечитайте.",
        "both_fixes": "Ключ --fix исправит {n}, --unsafe-fixes — ещё {more}: потом перечитайте.",
        "at_start": "в начало:", "at_end": "в конец:",
        "suppressed": "Не показали по вашей просьбе: {list}", "ignored": "Незнакомые поля пропустили: {list}", "skipped": "Не проверяли",
        "total": "Итого", "whole": "о библиотеке в целом {n}", "debts": "старых долгов {n}", "mean": "средняя оценка", "score": "оценка", "often": "Чаще всего", "unread": "Не проверили", "warned": "Предупреждения",
        "rule": "правило", "count": "раз", "cost": "баллов", "and": "и", "quote": "«{text}»", "times": "{n} ×",
    },
    forms={
        "finding": ("замечание", "замечания", "замечаний"), "point": ("балл", "балла", "баллов"), "draft": ("ответ", "ответа", "ответов"),
        "rule": ("правило", "правила", "правил"), "problem": ("не проверен", "не проверены", "не проверено"),
        "more": ("правило", "правила", "правил"), "same": ("такое же", "таких же", "таких же"), "line": ("строка", "строки", "строк"),
    },
)  # fmt: skip

EN = Words(
    lang="en",
    band={"send": "ready to send", "polish": "polish it", "rewrite": "rewrite it", "block": "do not send"},
    severity={"critical": "critical", "major": "major", "minor": "minor", "info": "advice"},
    categories={
        "contact": "Contact",
        "substance": "Substance",
        "dialogue": "Dialogue",
        "ownership": "Ownership",
        "tone": "Tone and empathy",
        "plain": "Plain language",
        "authentic": "Authenticity",
        "channel": "Channel and safety",
        "library": "Library",
    },
    values={
        "intent": {
            "question": "a question", "price": "a question about the price", "complaint": "a complaint", "praise": "praise",
            "suggestion": "a suggestion", "troll": "trolling", "other": "",
        },
        "mood": {
            "angry": "the customer is angry", "upset": "the customer is upset", "neutral": "the customer is calm",
            "happy": "the customer is happy",
        },
        "fault": {"ours": "it is our fault", "theirs": "it is the customer's slip", "unknown": "", "none": ""},
        "stage": {"first": "a first reply", "in-progress": "the talk goes on", "resolved": "the matter is solved", "closing": "a goodbye"},
    },
    text={
        "draft": "Draft", "of": "{n} of 100", "not_scored": "no score", "clean": "No findings.", "lost": "Minus {points}: {list}",
        "cap": "With a critical finding the score is at most {n}.", "here": "missing here", "better": "Better", "why": "Why",
        "again": "{n} more {same}", "rest": "and {n} more", "at_line": "line {n}", "place_row": "row {n}", "place_line": "line {n}",
        "place_[": "record {n}", "free": "No points", "counted": "Counted above: {list}", "well": "Good: {list}.",
        "understood": "We take it as {list}.", "probably": "probably {list}",
        "sharpen": "With {list} {rules} can judge (coverage {n}%).",
        "sharpen_row": "With {list} filled in {rules} can judge (coverage {n}%).",
        "safe_fix": "--fix mends {n}.", "unsafe_fix": "--unsafe-fixes mends {n}: read the result.",
        "both_fixes": "--fix mends {n}, --unsafe-fixes {more} more: read the result.",
        "at_start": "at the start:", "at_end": "at the end:",
        "suppressed": "Hidden at your request: {list}", "ignored": "Unknown fields were skipped: {list}", "skipped": "Not checked",
        "total": "Total", "whole": "{n} on the library as a whole", "debts": "{n} old debts", "mean": "mean score", "score": "score", "often": "Most often", "unread": "Not checked", "warned": "Warnings",
        "rule": "rule", "count": "count", "cost": "points", "and": "and", "quote": "“{text}”", "times": "{n} ×",
    },
    forms={
        "finding": ("finding", "findings", "findings"), "point": ("point", "points", "points"), "draft": ("reply", "replies", "replies"),
        "rule": ("rule", "rules", "rules"), "problem": ("not checked", "not checked", "not checked"),
        "more": ("more rule", "more rules", "more rules"), "same": ("of the same", "of the same", "of the same"), "line": ("line", "lines", "lines"),
    },
)  # fmt: skip


def words(lang: Language) -> Words:
    """The words of a language."""
    return EN if lang == "en" else RU
