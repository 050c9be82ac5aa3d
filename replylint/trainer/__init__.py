"""The trainer's desk: exercises in, trainees' answers in, grades, progress and reports out.

`exercise` reads the sets, `submissions` the answers, `grading` judges, `group` sums up, `history` remembers,
`outputs` shows; `calibrate` compares the score with human marks. Types are in `model`.
"""
