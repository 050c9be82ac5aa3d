"""Reports that try to break out of a format."""

from handmade import BOOK, at, bad, finding, good, many, price, report, scored, unscored

from replylint.model import Edit, Fix, LibraryFinding, Origin, Place, Problem, Span

BREAKOUTS = (
    '<script>alert("1")</script>', "<img src=http://evil.example/x.png>", "]]>", "--><b>", "::error file=x::да", "%0A::warning::x", "##[error]x",
    "\n::error::line", "\r\n::set-output name=a::b", "[ссылка](http://evil.example)", "![к](http://evil.example/i.png)", "@everyone", "#12",
    "www.evil.example", "http://evil.example", "```\n# Заголовок", "</details><h1>да</h1>", "| a | b |", "**жирно** _и_ `код`",
    "\x1b[31m\x07\x00", "\u202e\u2066\u200b", "\ufffe\uffff\ud800", "🙏🏽👨\u200d👩\u200d👧 ёжик", "{{ 7*7 }}{% raw %}", "&lt;&amp;", "a,b:c\\d",
)  # fmt: skip
NASTY = " ".join(BREAKOUTS)
"""All of it in one text."""


def about(text, severity="major", origin=None, **more):
    """A reply in which everything that a report can say is the text."""
    reply = f"{text} конец"
    fix = Fix((Edit(at(reply, "конец"), text),), safe=True)
    found = [
        finding("bad-words", severity, text, at(reply, "конец"), fix=fix, suggestion=text, why=text, **more),
        finding("nothing-there", "minor", text, Span(0, 0), suggestion=text),
        finding("hushed", "critical", text, Span(0, 1), suppressed=text),
    ]
    return scored(reply, found, [20, 10, 0], origin=origin or Origin(f"шаблоны/{text}.txt"))


def about_library(text):
    places = (Place(Origin(text, f"Лист1!B7 {text}"), Span(0, 1), f"я {text}"), Place(Origin("б.txt", "", 3), Span(1, 3), "раз"))
    return (
        LibraryFinding("near-duplicate", "library", "minor", text, text, places, text),
        LibraryFinding("coverage-gap", "library", "info", text, text, suppressed=text),
    )


def everything(text):
    """A report in which everything is the text."""
    made = report(about(text), about(text, origin=Origin("а.xlsx", f"Лист1!B7 {text}")), problems=[Problem(text, text, text)])
    return made._replace(library=about_library(text), rulebook=BOOK._replace(titles={"bad-words": text}))


REPORTS = {
    "usual": many(),
    "nasty": everything(NASTY),
    "empty": report(),
    "only problems": report(problems=[Problem("нет.txt", "нет такого файла"), Problem("a.csv", "кавычка не закрыта", "row 3")]),
    "clean": report(good()),
    "unscored": report(unscored(), problems=[Problem("a.csv", "не на русском", "row 9")]),
    "library": report(price())._replace(library=about_library("похожи")),
    "twice": report(price(), price(), bad(), bad()),
    "english": report(bad(), price(), lang="en"),
}
