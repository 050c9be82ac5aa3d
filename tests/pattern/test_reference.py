"""The automaton against a plain walk over the tree, on random phrases and sentences."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.pattern.build import Builder
from replylint.pattern.classes import holds
from replylint.pattern.match import Matcher
from replylint.pattern.tree import Class, Gap, Node, OneOf, Optional, Row, Word
from replylint.pattern.walk import Walker
from replylint.text import analyse

WORDS = ["мы", "срок", "сроки", "решим", "решать", "ваш", "вопрос", "вопросы", "12"]

leaf = st.one_of(
    st.sampled_from(WORDS[:-1]).map(Word),
    st.sampled_from(WORDS[:-1]).map(lambda w: Word(w, exact=True)),
    st.sampled_from(["ре", "воп"]).map(lambda w: Word(w, prefix=True)),
    st.just(Class("число")),
)


def rows(part: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    inner = st.lists(st.one_of(part, part.map(Optional), st.integers(1, 3).map(Gap)), max_size=3)
    return st.builds(lambda a, middle, b: Row((a, *middle, b)), part, inner, part)


tree = st.recursive(
    leaf, lambda part: st.one_of(rows(part), st.lists(part, min_size=2, max_size=3).map(lambda p: OneOf(tuple(p)))), max_leaves=8
)


@settings(max_examples=300, deadline=None)
@given(tree, st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
def test_automaton_agrees_with_the_walk(node: Node, words: list[str]) -> None:
    document = analyse(" ".join(words))
    builder = Builder({}, {})
    builder.add(node, 0, 0)
    hits = Matcher(builder.finish(), holds(set())).hits(document).get(0, [])
    walker = Walker({}, {}, holds(set()))
    expected, place = [], 0
    while place < len(document.words):
        ends = walker.ends(node, document.words, place) - {place}
        if ends:
            expected.append((place, max(ends)))
            place = max(ends)
        else:
            place += 1
    assert [(hit.first, hit.last) for hit in hits] == expected
