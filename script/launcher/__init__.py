"""The parts of script/demo, test, check, fix, bench, bilder and mutanter. They use only the standard library, because
they start before any package is installed.

The layers, from the bottom: console → processes → environment → install | postgres | valkey → demo | tests | checks |
fixes | bench | bilder | mutanter. `photos`, `pixels`, `speller`, `stavning` and `mutanter_worker` do use the
packages in .venv. What a user reads in the terminal is plain Swedish.
"""
