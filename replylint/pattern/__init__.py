"""The phrase language: string → tree (`parse`) → automaton (`build`) → places (`match`).

| write                     | means                                                        |
|---------------------------|--------------------------------------------------------------|
| `проблема`                | any form of the word                                         |
| `=вы`                     | exactly this form                                            |
| `гарант*`                 | begins with                                                  |
| `[самое]`                 | may be absent (word or group)                                |
| `(а | б в)`               | one of                                                       |
| `...` `...2`              | 0–3 (0–2) words between, never across a sentence end         |
| `<число>` `<глагол:прош>` | any word of this class                                       |
| `решить<буд>`             | a word, or a group, in certain forms                         |
| `@time`                   | a named group of the lexicon                                 |

Semantics (each tested): a token has a set of lemmas; it matches a word when the dictionary readings with that
lemma have shares that sum to at least 0.02 or come near the best. Words the dictionary lacks match literally, or
in the forms of their model word (`lexicon/words.yaml`). A word written in a form that is no lemma («меры») means
its lemma. A gap that follows an absent optional part vanishes; at the end of a phrase the gap before it does.
"""
