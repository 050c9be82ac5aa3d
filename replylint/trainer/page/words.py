"""The words of the HTML report, in Russian and English."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.model import Language
from replylint.words import decimal
from replylint.yamlfaults import Pair

TEXTS: Mapping[str, Pair] = {
    "group": ("Отчёт о группе", "Report on the group"),
    "one": ("Отчёт об ответах", "Report on the answers"),
    "skip": ("Сразу к отчёту", "Skip to the report"),
    "contents": ("Содержание", "Contents"),
    "overview": ("Группа", "The group"),
    "people": ("Участники", "Trainees"),
    "mean": ("средняя оценка", "mean score"),
    "answers": ("ответы с оценкой", "scored answers"),
    "passed": ("сдано", "passed"),
    "trainees": ("участники", "trainees"),
    "distribution": ("Как распределились оценки", "How the scores spread"),
    "distribution_axis": ("оценка", "score"),
    "categories": ("По категориям", "By category"),
    "categories_note": ("100 — в категории ничего не потеряно. Слабые сверху.", "100: nothing lost there. The weakest first."),
    "faults": ("Самые частые ошибки", "The most frequent faults"),
    "fault": ("Ошибка", "Fault"),
    "times": ("Раз", "Times"),
    "cost": ("Баллов", "Points"),
    "example": ("Примеры из ответов", "From the answers"),
    "exercises": ("Упражнения от трудных к лёгким", "Exercises, hardest first"),
    "exercise": ("Упражнение", "Exercise"),
    "level": ("Уровень", "Level"),
    "results": ("Кто как ответил", "Who answered how"),
    "trainee": ("Участник", "Trainee"),
    "progress": ("Как меняется оценка", "How the score moves"),
    "progress_group": ("Как растёт группа", "How the group moves"),
    "day": ("день", "day"),
    "notices": ("На что обратить внимание", "Worth knowing"),
    "problems": ("Не прочитано", "Not read"),
    "holds": ("Что в этом отчёте", "What this report holds"),
    "rulebook": ("Правила", "Rules"),
    "strong": ("Получается", "Strong"),
    "weak": ("Над чем работать", "To work on"),
    "comment": ("Комментарий тренера", "The trainer's comment"),
    "customer": ("Клиент", "The customer"),
    "answer": ("Ответ", "The answer"),
    "remarks": ("Замечания", "Remarks"),
    "clean": ("Замечаний нет.", "No remarks."),
    "model": ("Образец", "The model answer"),
    "overruled": ("снято тренером", "overruled"),
    "remark": ("замечание {n}", "remark {n}"),
    "missing": ("здесь не хватает, {remark}", "missing here, {remark}"),
    "below": ("порог {least}", "pass mark {least}"),
    "done": ("сдано", "passed"),
    "failed": ("не сдано", "not passed"),
    "no_score": ("нет оценки", "no score"),
    "nothing": ("Без ответа", "Without an answer"),
    "cut": ("… показано {n} знаков из {all}", "… {n} of {all} characters are shown"),
    "noted": ("есть примечание", "see the notices"),
    "add": ("Добавьте", "Add"),
    "top": ("К началу", "To the top"),
    "points": ("{n} из 100", "{n} of 100"),
    "like": ("Например", "For example"),
    "rating": ("оценка {n} из 5", "rates {n} of 5"),
    "public": ("публично", "in public"),
    "private": ("в личных сообщениях", "in private"),
}


class Say:
    """The texts of one language: `say("remark", n=3)`."""

    def __init__(self, lang: Language) -> None:
        self.lang = lang

    def __call__(self, key: str, **values: object) -> str:
        """A text with its values."""
        return TEXTS[key][self.lang == "en"].format_map(values)

    def number(self, value: float | None) -> str:
        """A mean: a comma in Russian, no idle zero, a dash for none."""
        if value is None:
            return "—"
        return decimal(value, self.lang)
