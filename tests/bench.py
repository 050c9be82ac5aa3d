"""`python -m tests.bench`: speed as ratios, each pair measured in one run.

one draft    whole process, against a Python process that imports typer and builds a MorphAnalyzer
memory       peak of the same two processes
thousand     analysis, check and score of a thousand replies with a warm dictionary, against razdel sentences and
             tokens and a cached pymorphy3 parse of the same text, in one process
length       time of replies of growing length up to the limit
rules        the same text with ten times as many phrases
grade        (`python -m tests.bench grade`) 200 trainees × 12 exercises, against `check` on the same replies
library      `python -m tests.bench library`: template libraries of 2 500 to 20 000, one job and two
"""

from __future__ import annotations

import compileall
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import pymorphy3
import razdel

import replylint
from replylint.compiling import compiled
from replylint.engine import Options, check, check_one
from replylint.fields import Phrase
from replylint.model import Record
from replylint.output import Look, render
from replylint.pattern.match import Matcher
from replylint.rulebook import Rulebook, built_in, load, texts
from replylint.rulefile import read

DRAFT = "Здравствуйте, Ольга! Мы обязательно разберёмся и осуществим возврат денежных средств в ближайшее время."
FLOOR = "import typer, pymorphy3; pymorphy3.MorphAnalyzer()"
OURS = "from replylint.__main__ import run; import sys; sys.argv = ['replylint', 'check', '--isolated', '--text', {draft!r}, '--name', 'Ольга', '--rating', '1', '--message', 'Где мой возврат?'{more}]; run()"
REPLIES = [
    "Здравствуйте, Ольга! Заказ 48213 передали курьеру, он позвонит сегодня до 18:00. Удобно?",
    "Добрый день! Приносим извинения за доставленные неудобства. Ваше обращение передано в профильный отдел, ожидайте.",
    "Иван, здравствуйте! Меня зовут Дарья, я отвечаю за доставку. Вы ждали месяц — это наша ошибка. Сегодня до 18:00 склад назовёт дату.",
    "Спасибо за отзыв! Нам очень важно ваше мнение, будем рады видеть вас снова.",
    "В соответствии с пунктом 4.2 правил возврат осуществляется в течение десяти рабочих дней с момента поступления заявления.",
]


def process(code: str, runs: int = 15) -> tuple[float, float]:
    """Median seconds of a whole process, and its peak memory in MiB."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    script = f"import resource, subprocess, sys; subprocess.run([sys.executable, '-c', {code!r}], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    peak = int(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)
    return statistics.median(times[1:]), peak / 1024


def timed(work: Callable[[], object], runs: int = 5) -> float:
    """Median seconds of some work."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def in_turn(work: Callable[[], object], other: Callable[[], object], runs: int = 5) -> tuple[float, float]:
    """Median seconds of two works, run in turn, so that both meet the same weather."""
    pairs = [(timed(work, 1), timed(other, 1)) for _ in range(runs)]
    return statistics.median(one for one, _ in pairs), statistics.median(two for _, two in pairs)


def one_draft() -> dict[str, float]:
    """A draft from the command line against the floor, both with compiled bytecode, as an installer leaves them."""
    compileall.compile_dir(Path(replylint.__file__).parent, quiet=2)
    floor, floor_peak = process(FLOOR)
    found = {}
    for name, more in (("concise", ""), ("json", ", '--format', 'json'"), ("full", ", '--format', 'full'")):
        ours, peak = process(OURS.format(draft=DRAFT, more=more))
        found[f"one draft, {name}: time / floor"] = ours / floor
        found[f"one draft, {name}: memory / floor"] = peak / floor_peak
    for option in ("--version", "--help"):
        code = f"import sys; sys.argv = ['replylint', '{option}']; from replylint.__main__ import run; run()"
        found[f"{option}: time / floor"] = process(code, 7)[0] / floor
    return {"floor, s": floor, "floor, MiB": floor_peak, **found}


def corpus() -> list[Record]:
    """A thousand replies: of eval/ where it is there, of our own else."""
    path = Path(__file__).parents[2] / "shared" / "eval" / "replies-unlabelled.jsonl"
    if path.exists():
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()[:1000]]
        return [
            Record(row["reply"], customer_message=row.get("customer_message") or "", customer_name=row.get("customer_name") or "")
            for row in rows
        ]
    return [Record(REPLIES[n % len(REPLIES)], customer_message="Где мой заказ?", customer_name="Ольга") for n in range(1000)]


def thousand(book: Rulebook) -> dict[str, float]:
    """A thousand replies against razdel and a cached parse of the same text."""
    records = corpus()
    analyser = pymorphy3.MorphAnalyzer()
    whole = [text for record in records for text in (record.reply, record.customer_message) if text]

    def floor() -> None:
        parse = lru_cache(maxsize=None)(analyser.parse)
        for text in whole:
            list(razdel.sentenize(text))
            for token in razdel.tokenize(text):
                parse(token.text.lower())

    options = Options()

    def work() -> object:
        book.forget()  # the messages are read anew each time, as the floor reads them
        return check(records, book, options)

    work()
    ours, base = in_turn(work, floor)
    report = check(records, book, options)
    writing = timed(lambda: render(report, "json", Look()))
    return {"thousand: time / floor": ours / base, "thousand, s": ours, "thousand: writing JSON, s": writing}


def length(book: Rulebook) -> dict[str, float]:
    """Seconds per 10 000 characters at growing lengths: the last over the first is 1 where time is linear."""
    found = {}
    text = " ".join(REPLIES) + " "
    for size in (6_000, 25_000, 100_000):
        record = Record((text * (size // len(text) + 1))[:size])
        found[size] = timed(lambda record=record: check_one(record, book, Options()), 3) / size * 10_000  # type: ignore[misc]
    return {"length: 100 000 / 6 000, per sign": found[100_000] / found[6_000], "length: 100 000 signs, s": found[100_000] * 10}


def ten_times() -> dict[str, float]:
    """All phrase rules of the rulebook, and nine more of each made of other words of the dictionary."""
    sources = read(texts([built_in()]))
    plain = compiled(sources)
    named = Rulebook(plain, "").matcher.words
    words = [w for w in _some_words() if w not in named]
    place = 0
    more = []
    for source in sources.rules:
        for number in range(9):
            table = {}
            for key, phrases in source.phrases.items():
                made = []
                for phrase in phrases:
                    size = max(2, min(4, len(phrase.text.split())))
                    made.append(Phrase(" ".join(words[(place + n) % len(words)] for n in range(size)), "", 0))
                    place += size
                table[key] = tuple(made)
            more.append(
                type(source)({**source.head, "id": f"{source.head['id']}-{number}"}, source.values, table, source.excuses, (), (), "")
            )
    sources.rules.extend(more)
    bigger = compiled(sources)
    records = corpus()[:300]
    return {
        "ten times the rules: matching time": _matching(bigger, records) / _matching(plain, records),
        "phrases: forms": bigger["automaton"]["size"],
    }


def _matching(plain: dict[str, object], records: list[Record]) -> float:
    from replylint.text import analyse

    book = Rulebook(plain, "")
    documents = [analyse(record.reply) for record in records]
    matcher: Matcher = book.matcher
    for document in documents:
        matcher.hits(document)
    return timed(lambda: [matcher.hits(document) for document in documents])


def _some_words() -> list[str]:
    """Nouns and verbs of the dictionary, taken evenly."""
    analyser = pymorphy3.MorphAnalyzer()
    stems = "вода гора стол река поле дорога машина книга школа окно дверь рука голова море лес сад дом город улица площадь мост".split()
    stems += "бежать лететь плыть петь рисовать строить копать сеять варить печь шить стирать мыть красить пилить рубить ловить".split()
    return [word for word in stems if analyser.word_is_known(word)]


def grading(book: Rulebook) -> dict[str, float]:
    """A group graded with its table, against a check of the same replies; copies are looked for among all."""
    from replylint.trainer.course import Course
    from replylint.trainer.exercise import load as load_course
    from replylint.trainer.group import grade
    from replylint.trainer.model import Intake, Submission
    from replylint.trainer.outputs import FORMATS
    from replylint.trainer.outputs import render as shown

    small = load_course([str(Path(__file__).parent / "trainer" / "sets")], book)
    exercises = tuple(one._replace(id=f"{one.id}-{n}") for n in range(4) for one in small.exercises)
    course = Course((small.sets[0]._replace(exercises=exercises),), {**small.phrases, "numbers": list(small.phrases["numbers"]) * 4})
    replies = [record.reply for record in corpus()]
    answers = [
        Submission(f"Стажёр {person}", one.id, f"{replies[(person * 12 + n) % len(replies)]} Заказ {person * 12 + n}.")
        for person in range(200)
        for n, one in enumerate(exercises)
    ]
    by_id, intake, options = {one.id: one for one in exercises}, Intake(tuple(answers)), Options()
    records = [by_id[one.exercise].record(one.answer) for one in answers]
    check(records, book, options)
    ours, base = in_turn(lambda: shown(grade(intake, course, book, options), "full", Look()), lambda: check(records, book, options), 3)
    grades = grade(intake, course, book, options)
    formats = {f"grade: writing {name}, s": timed(lambda name=name: shown(grades, name, Look()), 1) for name in FORMATS}  # type: ignore[misc]
    return {"grade: time / check": ours / base, "grade: 2400 answers, s": ours, "check: the same replies, s": base, **formats}


def main() -> None:
    """Print every figure; `library`: those of template libraries alone."""
    if sys.argv[1:] == ["library"]:
        from tests.benchlibrary import main as library

        library()
        return
    book = load()
    if sys.argv[1:] == ["grade"]:
        figures = grading(book)
    else:
        figures = {**one_draft(), **thousand(book), **length(book), **ten_times()}
    for name, value in figures.items():
        print(f"{name:40} {value:8.3f}")
    print(f"{'peak of this process, MiB':40} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f}")


if __name__ == "__main__":
    main()
