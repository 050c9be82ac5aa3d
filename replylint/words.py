"""The words that reports show, in Russian and English."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from replylint.model import Language


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words. Forms: (one, few, many) in Russian, (one, many, many) in English."""

    band: Mapping[str, str]
    severity: Mapping[str, str]
    categories: Mapping[str, str]
    values: Mapping[str, str]
    keys: Mapping[str, str]
    text: Mapping[str, str]
    forms: Mapping[str, tuple[str, str, str]]

    def count(self, number: int, thing: str) -> str:
        """«5 замечаний»."""
        return f"{number} {self.form(number, thing)}"

    def form(self, number: int, thing: str) -> str:
        """The form of a thing's name after a number."""
        one, few, many = self.forms[thing]
        if self is EN:
            return one if number == 1 else many
        if number % 10 == 1 and number % 100 != 11:
            return one
        return few if 2 <= number % 10 <= 4 and not 12 <= number % 100 <= 14 else many


RU = Words(
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
        "question": "вопрос", "price": "вопрос о цене", "complaint": "жалоба", "praise": "похвала", "suggestion": "предложение",
        "troll": "троллинг", "other": "другое", "angry": "клиент сердится", "upset": "клиент расстроен", "neutral": "клиент спокоен",
        "happy": "клиент доволен", "ours": "вина наша", "theirs": "ошибся клиент", "unknown": "чья вина, неясно", "none": "",
        "first": "первый ответ", "in-progress": "разговор идёт", "resolved": "вопрос решён", "closing": "прощание",
    },
    keys={
        "message": "что написал клиент (--message)", "customer_message": "что написал клиент (--message)", "name": "имя клиента (--name)",
        "rating": "оценка (--rating)", "channel": "канал (--channel)", "brand": "компания (--brand)", "agent": "сотрудник (--agent)",
        "intent": "что написал клиент (--message)", "mood": "что написал клиент (--message)", "fault": "чья вина (--fault)",
        "stage": "этап (--stage)", "platform": "площадка (--platform)",
    },
    text={
        "clean": "Замечаний нет.", "well": "Хорошо", "points": "Потеряно", "again": "и ещё {n}: {quotes}", "free": "Без баллов",
        "understood": "Поняли так", "weak": "предположительно", "sharpen": "Точнее, если сказать", "coverage": "проверено {n} % правил",
        "better": "Лучше", "why": "Почему", "not_scored": "не оценено", "mean": "средняя оценка", "often": "Чаще всего", "missing": "не хватает",
        "fix": "Исправить само: --fix", "rule": "правило", "count": "раз", "cost": "баллов", "all_good": "ответов без замечаний",
    },
    forms={
        "finding": ("замечание", "замечания", "замечаний"), "point": ("балл", "балла", "баллов"), "draft": ("ответ", "ответа", "ответов"),
        "rule": ("правило", "правила", "правил"), "problem": ("не проверен", "не проверены", "не проверено"),
    },
)  # fmt: skip

EN = Words(
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
        "question": "a question", "price": "a question about the price", "complaint": "a complaint", "praise": "praise",
        "suggestion": "a suggestion", "troll": "trolling", "other": "something else", "angry": "the customer is angry",
        "upset": "the customer is upset", "neutral": "the customer is calm", "happy": "the customer is happy", "ours": "our fault",
        "theirs": "the customer's slip", "unknown": "unclear whose fault", "none": "", "first": "first reply",
        "in-progress": "the talk goes on", "resolved": "solved", "closing": "goodbye",
    },
    keys={
        "message": "what the customer wrote (--message)", "customer_message": "what the customer wrote (--message)",
        "name": "the customer's name (--name)", "rating": "the rating (--rating)", "channel": "the channel (--channel)",
        "brand": "the brand (--brand)", "agent": "the agent (--agent)", "intent": "what the customer wrote (--message)",
        "mood": "what the customer wrote (--message)", "fault": "whose fault (--fault)", "stage": "the stage (--stage)",
        "platform": "the platform (--platform)",
    },
    text={
        "clean": "No findings.", "well": "Good", "points": "Lost", "again": "and {n} more: {quotes}", "free": "No points",
        "understood": "Read as", "weak": "probably", "sharpen": "Sharper if you tell", "coverage": "{n}% of the rules judged",
        "better": "Better", "why": "Why", "not_scored": "not scored", "mean": "mean score", "often": "Most often", "missing": "missing",
        "fix": "Mends itself: --fix", "rule": "rule", "count": "count", "cost": "points", "all_good": "replies without findings",
    },
    forms={
        "finding": ("finding", "findings", "findings"), "point": ("point", "points", "points"), "draft": ("reply", "replies", "replies"),
        "rule": ("rule", "rules", "rules"), "problem": ("not checked", "not checked", "not checked"),
    },
)  # fmt: skip


def words(lang: Language) -> Words:
    """The words of a language."""
    return EN if lang == "en" else RU
