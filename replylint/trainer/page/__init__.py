"""The HTML report, in parts: words, marks in answers, charts, what a section shows. `trainer.report` puts them together."""
