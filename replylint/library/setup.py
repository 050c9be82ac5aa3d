"""What a run on a library needs, as plain values that another process can take: options, overrides, samples, styles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from replylint.engine import Options
from replylint.globs import matches
from replylint.library import placeholders
from replylint.library.judging import Judge
from replylint.library.placeholders import Styles
from replylint.library.samples import Samples
from replylint.model import Record
from replylint.overrides import Override
from replylint.rulebook import Rulebook


class Setup(NamedTuple):
    """One run: `options` of the configuration and what overrides them, the declared samples, the styles of slots."""

    options: Options = Options()
    overrides: tuple[Override, ...] = ()
    slots: Mapping[str, str] = {}
    styles: Styles = Styles()

    def samples(self, book: Rulebook) -> Samples:
        """What slots are filled with."""
        return Samples(book.slots, book.names.calls, self.slots)

    def judge(self, book: Rulebook) -> Judge:
        """The judge of templates."""
        return Judge(book, self.chooser(), self.samples(book), self.styles)

    def chooser(self) -> Callable[[str], Options]:
        """Path → its options; files under the same overrides share one set."""
        merged = lru_cache(maxsize=None)(lambda held: _merged(self.options, [self.overrides[number] for number in held]))
        if not self.overrides:
            return lambda _path: self.options
        return lru_cache(maxsize=10_000)(lambda path: merged(self._held(path)))

    def _held(self, path: str) -> tuple[int, ...]:
        """The overrides that hold for a file."""
        return tuple(number for number, one in enumerate(self.overrides) if any(matches(path, glob) for glob in one.files))

    def found(self, records: Iterable[Record], declared: tuple[str, ...], book: Rulebook) -> Setup:
        """The same with the styles of slots: those declared, else what the records show."""
        samples = self.samples(book)
        styles = placeholders.declared(declared) if declared else placeholders.found((r.reply for r in records), samples.kind)
        return self._replace(styles=styles)


def _merged(options: Options, overrides: Iterable[Override]) -> Options:
    for own in overrides:
        options = options._replace(
            select=own.select or options.select,
            ignore=(*options.ignore, *own.ignore),
            severities={**options.severities, **own.severity},
            profile=own.of(options.profile),
        )
    return options
