"""What `calibrate` prints: the figures, the disputed answers, the proposal as a piece of replylint.yaml; or JSON."""

from __future__ import annotations

import json
from typing import Any

from replylint.model import Language
from replylint.output.cells import cut, wrap
from replylint.output.places import name
from replylint.output.safe import one_line, safe
from replylint.trainer.calibrate import Agreement, Calibration, Judged
from replylint.trainer.outputs.wording import number
from replylint.trainer.proposal import Proposal
from replylint.words import words

VERSION = 1
COLUMNS = 80
TEXT = {
    "replies": ("Ответов с оценкой человека", "Replies with a human score"),
    "within_10": ("Расходятся не больше чем на 10 баллов", "Within 10 points"),
    "kappa": ("Согласие по полосам (взвешенная каппа)", "Agreement of bands (weighted kappa)"),
    "tau": ("Порядок ответов (тау-b Кендалла)", "Order of replies (Kendall's tau-b)"),
    "mean_human": ("Средняя оценка человека", "Mean human score"),
    "mean_ours": ("Средняя оценка replylint", "Mean score of replylint"),
    "categories": ("По категориям (тау-b)", "By category (tau-b)"),
    "disputed": ("Самые спорные ответы", "The most disputed replies"),
    "human": ("человек {h}, replylint {o}", "human {h}, replylint {o}"),
    "proposal": ("Совпало бы лучше (само не применяется, в replylint.yaml):", "Would agree better (not applied; for replylint.yaml):"),
    "none": ("Нынешние баллы менять не нужно: заметно лучше ничего нет.", "Keep the points: nothing agrees notably better."),
    "few": ("Ответов мало: такое предложение может быть случайным.", "Few replies: such a proposal may be luck."),
    "then": ("Тогда: в пределах 10 — {w}, каппа {k}, тау-b {t}.", "Then: within 10 {w}, kappa {k}, tau-b {t}."),
    "unread": ("Не прочитано", "Not read"),
}


def text(found: Calibration, wanted: Proposal, lang: Language) -> str:
    """For a terminal."""
    say = {key: pair[lang == "en"] for key, pair in TEXT.items()}
    lines = [f"{say[key]:44} {_figure(value)}" for key, value in found.agreement._asdict().items()]
    if found.categories:
        lines += ["", say["categories"]]
        lines += [f"  {words(lang).categories.get(key, key):28} {_figure(value)}" for key, value in found.categories.items()]
    if found.disputed:
        lines += ["", say["disputed"]]
        lines += [line for one in found.disputed for line in _disputed(one, say["human"], lang)]
    lines += ["", *_proposal(wanted, say)]
    if found.problems:
        lines += ["", say["unread"]]
        lines += [f"  {name(one.path, one.place)}: {one_line(one.message)}" for one in found.problems]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _figure(value: float | None) -> str:
    return "—" if value is None else str(value) if isinstance(value, int) else f"{value:.2f}"


def _disputed(one: Judged, template: str, lang: Language) -> list[str]:
    record = one.checked.record
    head = f"  {name(record.origin.path, record.origin.place)}: {template.format(h=number(one.human, lang), o=one.ours)}"
    assert one.checked.score
    found = ", ".join(f"{f.rule} −{cost}" for f, cost in zip(one.checked.findings, one.checked.score.losses, strict=True) if cost)
    return [head, f"    {cut(safe(one_line(record.reply)), COLUMNS - 4)}", *(f"    {line}" for line in wrap(found, COLUMNS - 4) if line)]


def _proposal(wanted: Proposal, say: dict[str, str]) -> list[str]:
    if not wanted.points and not wanted.severities:
        return [say["none"]]
    lines = [say["proposal"]]
    for key, values in (("points", wanted.points), ("severity", wanted.severities)):
        if values:
            lines += [f"  {key}:", *(f"    {one}: {value}" for one, value in values.items())]
    then = wanted.agreement
    lines.append(say["then"].format(w=_figure(then.within_10), k=_figure(then.kappa), t=_figure(then.tau)))
    return lines if wanted.enough else [*lines, say["few"]]


def tree(found: Calibration, wanted: Proposal) -> str:
    """JSON, version 1."""
    made = {
        "version": VERSION,
        "agreement": _agreement(found.agreement),
        "categories": {key: _rounded(value) for key, value in found.categories.items()},
        "disputed": [
            {"path": one.checked.record.origin.path, "place": one.checked.record.origin.place, "human": one.human, "score": one.ours}
            for one in found.disputed
        ],
        "proposal": {
            "points": dict(wanted.points),
            "severity": dict(wanted.severities),
            "agreement": _agreement(wanted.agreement),
            "enough": wanted.enough,
        },
        "problems": [{"path": one.path, "place": one.place, "message": one.message} for one in found.problems],
    }
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _agreement(one: Agreement) -> dict[str, Any]:
    return {key: _rounded(value) for key, value in one._asdict().items()}


def _rounded(value: float | None) -> float | int | None:
    return round(value, 4) if isinstance(value, float) else value
