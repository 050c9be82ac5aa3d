"""What the trainer is told, in Russian and English."""

from __future__ import annotations

from collections.abc import Mapping

from replylint.model import Language
from replylint.trainer.model import NoticeKind
from replylint.yamlfaults import Pair

TOLD: Mapping[NoticeKind, Pair] = {
    "late": ("сдано после срока {deadline}: {at}", "handed in after the deadline {deadline}: {at}"),
    "missing": ("не сдано", "not handed in"),
    "empty": ("сдан пустой ответ", "an empty answer was handed in"),
    "unread": ("ответ не прочитан: {why}", "the answer cannot be read: {why}"),
    "duplicate": ("сдано несколько раз ({n}), оцениваем последний ответ", "handed in {n} times: the latest answer counts"),
    "copied-person": ("ответ совпадает с ответом другого участника на {n} %", "agrees with another person's answer by {n}%"),
    "copied-model": ("ответ совпадает с образцом на {n} %", "agrees with the model answer by {n}%"),
    "copied-message": ("ответ повторяет сообщение клиента на {n} %", "repeats the customer's message by {n}%"),
    "overrule-unused": ("снимать нечего: правило {rule} не сработало", "nothing to overrule: {rule} found nothing"),
    "unknown-exercise": ("нет такого упражнения: «{name}»{hint}", "no such exercise: “{name}”{hint}"),
    "unknown-date": ("не разобрали дату «{at}»: срок не проверен", "the date “{at}” is not understood: the deadline is not checked"),
    "damaged-history": ("строка истории не читается и пропущена", "a line of the history cannot be read and is left out"),
}
KINDS: Mapping[NoticeKind, Pair] = {
    "late": ("опоздал", "late"),
    "missing": ("не сдано", "missing"),
    "empty": ("пусто", "empty"),
    "unread": ("не прочитано", "unread"),
    "duplicate": ("сдано дважды", "handed in twice"),
    "copied-person": ("как у другого", "as another's"),
    "copied-model": ("списано с образца", "the model answer"),
    "copied-message": ("слова клиента", "the customer's words"),
    "overrule-unused": ("снимать нечего", "nothing to overrule"),
    "unknown-exercise": ("нет упражнения", "no such exercise"),
    "unknown-date": ("непонятная дата", "odd date"),
    "damaged-history": ("история", "history"),
}
"""A notice in a word or two."""
EXERCISE: Pair = ("Задание", "The task")
"""The category of what an exercise itself demands."""
FACT: Pair = ("Нет нужного: {what}.", "Missing: {what}.")
FORBIDDEN: Pair = ("«{found}»: {what}.", "“{found}”: {what}.")
WHY: Pair = ("Хороший ответ в этом упражнении это сообщает.", "A good answer to this exercise says so.")
"""Why a missing fact costs points; words that are ruled out have the reason that the exercise tells."""
TITLES: Mapping[str, Pair] = {
    "fact-missing": ("Нет нужного по заданию", "What the task demands is missing"),
    "phrase-forbidden": ("Запрещено заданием", "The task forbids it"),
}
FOREIGN: Pair = ("ответ не на русском", "the reply is not in Russian")
PASS: Mapping[bool, Pair] = {True: ("зачёт", "pass"), False: ("незачёт", "fail")}
HOLDS: Mapping[str, Pair] = {
    "names": (
        "Отчёт содержит имена участников, их ответы целиком, оценки и комментарии тренера.",
        "The report holds the trainees' names, their whole answers, scores and the trainer's comments.",
    ),
    "anonymous": (
        "Вместо имён стоят псевдонимы: с той же солью они не меняются. Имён, папок и файлов участников в отчёте нет.",
        "Pseudonyms stand for names, the same for the same salt. The report holds no names, folders or files of trainees.",
    ),
    "texts": (
        "Ответы и комментарии приведены как написаны: если в них есть имя, оно останется.",
        "Answers and comments stand as they were written: a name inside them stays.",
    ),
}


def say(pair: Pair, lang: Language, **values: object) -> str:
    """One of the two with its values."""
    return pair[lang == "en"].format_map(values)
