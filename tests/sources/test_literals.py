"""String literals of code: Python, JavaScript, TypeScript, HTML; marks, names, places, hostile files."""

from __future__ import annotations

import time

import pytest

from replylint.model import Problem, Record
from replylint.sources import Reading, read_bytes

NAMED = Reading(literals=("REPLY_*", "TEMPLATES", "replies"))


def items(text: str, suffix: str, reading: Reading = NAMED) -> list[Record | Problem]:
    return list(read_bytes(text.encode("utf-8", "surrogatepass"), f"a{suffix}", suffix, reading))


def records(text: str, suffix: str, reading: Reading = NAMED) -> list[Record]:
    found = items(text, suffix, reading)
    assert all(isinstance(item, Record) for item in found), found
    return [item for item in found if isinstance(item, Record)]


def texts(text: str, suffix: str, reading: Reading = NAMED) -> list[str]:
    return [item.reply for item in records(text, suffix, reading)]


def shows(text: str, found: Record, word: str) -> bool:
    """Whether a word of the reply stands where its marks say."""
    at = found.reply.index(word)
    mark = [one for one in found.origin.marks if one.offset <= at][-1]
    line = text.split("\n")[mark.line - 1]
    return line[mark.column - 1 + at - mark.offset :].startswith(word)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('REPLY_A = "Да"\nother = "Нет"', ["Да"]),
        ('REPLY_A: str = "Да " "и" \\\n  \' ещё\'', ["Да и ещё"]),
        ('class A:\n  def f(self):\n    self.TEMPLATES = ["Да", ("x", 5, "Нет"), {"a": "Ждём"}]', ["Да", "Нет", "Ждём"]),
        ('TEMPLATES = [f"Привет, {user.name!r:>5}{{x}}", "%s, да" % n, "{}, нет".format(n), "А " + n + " б"]',
         ["Привет, {user.name}{x}", "%s, да", "{}, нет", "А {n} б"]),
        ('TEMPLATES = {"Ключ": _("Да"), "f": lambda n: f"Для {n}", "tags": ["доставка"]}', ["Да", "Для {n}"]),
        ('TEMPLATES = ["Да"] + ["Нет"] if x else "Ждём"', ["Да", "Нет", "Ждём"]),
        ('# replylint: template\nx = "Да"\ny = "Нет"', ["Да"]),
        ('x = "Да"  # replylint: template\ny = "Нет"', ["Да"]),
        ('a = {\n  # replylint: template\n\n  # ещё\n  "k": "Да", "l": "Нет",\n  "m": "Нет и нет"}', ["Да", "Нет"]),
        ('def f():\n  # replylint: template\n  return Reply("Да", text="Ждём")', ["Ждём"]),
        ('REPLY_A = "ok"\nREPLY_B = r"\\Да"\nREPLY_C = """\n  Нет\n"""', ["\\Да", "\n  Нет\n"]),
    ],
)  # fmt: skip
def test_python(code: str, expected: list[str]) -> None:
    assert texts(code, ".py") == expected


def test_places_of_python() -> None:
    code = 'x = 5\nREPLY_A = "Д\\u0430, \\"ждём\\"\\n\\\nвас"\nREPLY_B = ("Раз "  # два\n  "три")\nREPLY_C = """Один\n  два"""\n'
    first, second, third = records(code, ".py")
    assert (first.reply, first.origin.place, first.origin.line) == ('Да, "ждём"\nвас', "2:12", 2)
    assert shows(code, first, "ждём")
    assert shows(code, first, "вас")
    assert shows(code, second, "три")
    assert shows(code, third, "два")
    assert code[slice(*first.origin.span)].startswith('"Д')
    assert second.origin.span == (0, 0)
    assert shows("ключ = {'😀': 'ы'}; REPLY_A = 'Да'", records("ключ = {'😀': 'ы'}; REPLY_A = 'Да'", ".py")[0], "Да")
    assert shows(code.replace("\n", "\r\n"), records(code.replace("\n", "\r\n"), ".py")[2], "два")


def test_what_stands_beside_tells_the_situation() -> None:
    code = 'TEMPLATES = {"channel": "public", "bad": [{"intent": "complaint", "label": "Кратко", "text": "Нам жаль"}], "good": ["Рады"]}'
    for suffix in (".py", ".js"):
        first, second = records(code, suffix)
        assert (first.reply, first.intent, first.channel, first.part) == ("Нам жаль", "complaint", "public", "bad")
        assert (second.reply, second.channel, second.part) == ("Рады", "public", "good")


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("const TEMPLATES = ['Да', \"Нет\", `Ждём, ${name}!`];", ["Да", "Нет", "Ждём, ${name}!"]),
        ("const TEMPLATES: Record<string, string[]> = { a: ['Да'], 'b-c': \"Нет\", [T.x]: 'Раз', ...other, f() { return 'нет' }, tags: ['я'] };",
         ["Да", "Нет", "Раз"]),
        ("let REPLY_A = 'А ' + user.name + ', да' + 5; foo('нет')", ["А ${user.name}, да${5}"]),
        ("x.replies = cond ? 'Да' : 'Нет'", ["Да", "Нет"]),
        ("export default { replies: ['Да' as const, t('Нет'), (n) => `Для ${n}`, n => 'Раз', new Msg('Два'), /'/g, 'Три'] }",
         ["Да", "Нет", "Для ${n}", "Раз", "Два", "Три"]),
        ("// TEMPLATES = ['старое']\n/* TEMPLATES = 'старое' */\nfoo(TEMPLATES, 'нет'); if (TEMPLATES == 'нет') {}\nTEMPLATES.push('нет')\nTEMPLATES='да'",
         ["да"]),
        ("// replylint: template\nconst a = 'Да', b = 'Нет'", ["Да"]),
        ("const a = { x: 'Да', y: 'Нет' } // replylint: template\nconst b = 'Раз'", ["Да", "Нет"]),
        ("const a = {\n  // replylint: template\n  x: 'Да',\n  y: 'Нет' }", ["Да"]),
        ("/* replylint: template */ export const a: string = 'Да'", ["Да"]),
        ("// replylint: template\nexport default ['Да']", ["Да"]),
        ("function f() {\n  // replylint: template\n  return `Да`\n}", ["Да"]),
        ("const x = <p>don't `tick</p>\n// replylint: template\nconst a = ['Да', // it's\n 'Нет']", ["Да", "Нет"]),
        ("TEMPLATES = ['\\u0414\\x41\\u{430}\\ud83d\\ude00\\\n\\'']", ["ДAа😀'"]),
        ("TEMPLATES = Object.freeze({ a: ['Да'].map(x => x), b: `Раз${f({a: 1})}` })", ["Да", "Раз${f({a: 1})}"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("suffix", [".js", ".tsx"])
def test_javascript(code: str, expected: list[str], suffix: str) -> None:
    assert texts(code, suffix) == expected


def test_places_of_javascript() -> None:
    code = "const a = 1;\n  const TEMPLATES = ['\\u0414а, \\'ждём\\'', `Раз\n  два ${x} три`];\n"
    first, second = records(code, ".ts")
    assert first.origin.place == "2:23"
    assert shows(code, first, "ждём")
    assert shows(code, second, "два")
    assert shows(code, second, "три")
    assert code[slice(*second.origin.span)].startswith("`Раз")


def test_html() -> None:
    page = """<p>Не шаблон</p>
<!-- replylint: template -->
<p class="x">Здравствуйте,
  <b>Иван</b>!</p>
<!-- replylint: template: список -->
<ul><li>Раз &amp; два</li>
 <li><p>Три</p></li></ul>
<script>
const TEMPLATES = ['Да'];
</script>
"""
    found = records(page, ".html")
    assert [item.reply for item in found] == ["Здравствуйте, Иван!", "Раз & два", "Три", "Да"]
    assert [item.origin.line for item in found] == [3, 6, 7, 9]
    assert [shows(page, item, word) for item, word in zip(found, ("Здравствуйте", "Раз", "Три", "Да"), strict=True)] == [True] * 4


@pytest.mark.parametrize("suffix", [".py", ".js", ".ts", ".html"])
def test_code_without_marks_is_told(suffix: str) -> None:
    ((item),) = items("x = 'Да'", suffix, Reading())
    assert isinstance(item, Problem)
    assert "replylint: template" in item.message
    assert isinstance(items("TEMPLATES = 'hello'", suffix)[0], Problem)


def test_broken_python_is_told_with_its_line() -> None:
    for code, place in (
        ("TEMPLATES = [\n'Да'\n", "line 1"),
        ("x = 1\nTEMPLATES = 'Да", "line 2"),
        ("TEMPLATES = 'а\0'", ""),
        ("(" * 5000, "line 1"),
    ):
        (found,) = items(code, ".py")
        assert isinstance(found, Problem)
        assert found.place == place or not place
    assert isinstance(items("TEMPLATES = " + "[" * 80 + "'Да'" + "]" * 80, ".py")[0], Problem)
    assert isinstance(items("TEMPLATES = " + "'а' + " * 5_000 + "'б'", ".py")[0], Problem)


@pytest.mark.parametrize(
    "code",
    ["[" * 50_000, "{a:" * 50_000, "(" * 50_000, "'" * 50_001, "`${" * 30_000, "`" * 50_001, "/*" * 50_000, "'а'+" * 30_000, "a?" * 30_000,
     "\\" * 50_000, "a:{" * 30_000, "x=>" * 50_000, "new " * 50_000, "'Да'," * 30_000, "'Да'\n" * 20_000, "a" * 100_000, "a." * 50_000,
     "TEMPLATES = " * 10_000, "TEMPLATES:" * 10_000, "TEMPLATES: a" * 10_000],
)  # fmt: skip
def test_hostile_code_takes_no_time(code: str) -> None:
    start = time.monotonic()
    for suffix in (".ts", ".html", ".py"):
        items(f"TEMPLATES = [{code}", suffix)
        items(f"// replylint: template\n<!-- replylint: template --><script>{code}", suffix)
    assert time.monotonic() - start < 15
