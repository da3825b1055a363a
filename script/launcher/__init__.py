"""The parts of script/demo, test, check, fix and mutanter. Standard library only: pip comes later.

Bottom up: console → processes → environment → install | postgres | valkey → demo | tests | checks | fixes | mutanter.
mutanter_worker alone runs inside .venv, with pytest and coverage.
What a user reads in the terminal is plain Swedish.
"""
