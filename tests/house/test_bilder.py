"""script/bilder counts every changed pixel of a page, and accepts changes only in the pages that are named."""

import pytest
from PIL import Image

from script.launcher.pixels import changed_pixels, verdict

SETTINGS = {"sidor": ["anonym /om/"], "tillatet": {"anonym /": "F5: Loggranskning"}}


def picture(height: int = 100) -> Image.Image:
    return Image.new("RGB", (100, height), "white")


def test_the_same_picture_has_no_changed_pixels():
    assert changed_pixels(picture(), picture()) == (0, 0)


@pytest.mark.parametrize("color", ["#fffff6", "#fff6ff", "#f6ffff", "black"])
def test_planterat_one_pixel_of_another_color_is_counted(color):
    other = picture()
    other.putpixel((7, 7), Image.new("RGB", (1, 1), color).getpixel((0, 0)))
    assert changed_pixels(picture(), other) == (1, 0.01)


def test_the_noise_of_smoothed_edges_is_no_change():
    other = picture()
    other.putpixel((7, 7), (247, 247, 247))
    assert changed_pixels(picture(), other) == (0, 0)


def test_planterat_a_longer_page_is_changed_where_the_other_has_ended():
    assert changed_pixels(picture(), picture(125)) == (2500, 20)


def test_planterat_only_what_is_named_may_change():
    assert verdict({"anonym /": 4.0, "anonym /om/": 0.1}, {"anonym /", "anonym /om/"}, SETTINGS) == []
    (told,) = verdict({"anonym /om/": 0.11}, {"anonym /om/"}, SETTINGS)
    assert told.startswith("anonym /om/: 0.11 %")


def test_planterat_a_page_that_is_not_there_is_told():
    assert verdict({}, {"anonym /"}, SETTINGS) == ["anonym /om/: står i listan men finns inte"]
