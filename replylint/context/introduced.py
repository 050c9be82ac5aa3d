"""A name that is explained and not called: «Ольга, администратор клиники»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from replylint import morph
from replylint.expressions import expression
from replylint.text import Document, Token

VERB_SHARE = 0.3
_ROLE = expression(
    r"(?:наш[аеи]?|ваш[аеи]?|служб|отдел|команд|поддержк|администратор|менедж|директор|управляющ|руковод|специалист|оператор|"
    r"консультант|куратор|мастер|врач|доктор|тренер|курьер|хозя|владел|основател|продав|представител|сотрудни|бариста|повар|"
    r"шеф|инженер|юрист|старш|главн|заведующ|заместитель|эксперт|помощни|контроль|агент)"
)


def introduced(reply: Document, words: Sequence[Token], number: int) -> bool:
    """Whether the name is explained, not called: «Ольга, администратор клиники», «Лена, которая вас приняла», «Ольга, „Берег“»."""
    rest = words[number + 1 : number + 7]
    if not rest:
        return False
    mark = reply.text[words[number].end : rest[0].start].strip()
    if mark[-1:] in {"«", '"', "„", "(", "“"} or rest[0].norm.startswith("котор"):
        return True
    if mark[:1] not in {",", "—", "–", "-"} or not _ROLE.match(rest[0].norm):
        return False
    for word, after in pairwise(rest):
        if morph.class_share(word.norm, frozenset({"VERB"})) >= VERB_SHARE:
            return False
        if re.match(r"\s*[,.!—–]", reply.text[word.end : after.start]):
            return True
    return morph.class_share(rest[-1].norm, frozenset({"VERB"})) < VERB_SHARE
