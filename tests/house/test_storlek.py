"""script/check measures files, functions and templates: too long is a breach, nearly too long only a warning."""

from script.launcher import sizes


def write(path, lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n" * lines, "utf-8")


def test_planterat_files_a_function_and_a_template_that_are_too_long(tmp_path):
    write(tmp_path / "plans/lang.py", 401)
    write(tmp_path / "plans/lagom.py", 400)
    write(tmp_path / "plans/migrations/0001.py", 900)
    write(tmp_path / "tests/test_lang.py", 401)
    write(tmp_path / "lss_portal/settings.py", 251)
    write(tmp_path / "templates/lang.html", 201)
    (tmp_path / "script").mkdir()
    (tmp_path / "script/f.py").write_text("def f():\n" + "    x = 1\n" * 60, "utf-8")
    (tmp_path / "tests/test_resa.py").write_text("def test_resa():\n" + "    x = 1\n" * 60, "utf-8")
    assert sorted(sizes.breaches(tmp_path)) == [
        "lss_portal/settings.py: 251 rader, högst 250",
        "plans/lang.py: 401 rader, högst 400",
        "script/f.py:1: f är 61 rader, högst 60",
        "templates/lang.html: 201 rader, högst 200",
        "tests/test_lang.py: 401 rader, högst 400",
    ]


def test_a_file_that_is_soon_too_long_is_named_and_not_red(tmp_path):
    write(tmp_path / "tests/test_snart.py", 301)
    write(tmp_path / "tests/test_lagom.py", 300)
    assert sizes.breaches(tmp_path) == []
    assert sizes.warnings(tmp_path) == ["tests/test_snart.py: 301 rader, dela den före 400"]
