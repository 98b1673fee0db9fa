"""What the server reads from a file itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.world.content_type import named_type, seen_type
from sandbox.world.film import Film, film
from sandbox.world.pictures import moves, running_time
from sandbox.world.sound import Sound, sound
from tests.unit.sandbox import samples


def test_films() -> None:
    assert film(samples.mp4(640, 360, seconds=7)) == Film(640, 360, 7, sound=True)
    assert film(samples.mp4(240, 240, seconds=3, sound=False)) == Film(240, 240, 3, sound=False)
    assert film(samples.webm(512, 480, seconds=2)) == Film(512, 480, 2, sound=False)
    assert film(b"no film at all") is None


def test_a_film_that_breaks_off_says_what_it_had_said() -> None:
    whole = samples.mp4(640, 360, seconds=7)
    assert film(whole[: whole.index(b"tkhd")]) == Film(0, 0, 7, sound=False)
    assert film(whole[: whole.index(b"mvhd") + 10]) is None


def test_boxes_within_boxes_end_somewhere() -> None:
    nest = b""
    for _ in range(3000):
        nest = samples.box(b"moov", nest)
    assert film(samples.box(b"ftyp", b"isom") + nest) is None


def test_sounds() -> None:
    assert sound(samples.ogg(seconds=4)) == Sound(4)
    assert sound(samples.mp3(seconds=5)) == Sound(5)
    tagged = samples.mp3(seconds=5, title="Урок тишины", performer="Хор")
    assert sound(tagged) == Sound(5, "Урок тишины", "Хор")
    assert sound(b"no sound at all") is None


@given(st.binary(max_size=200), st.sampled_from([samples.mp4(), samples.webm(), samples.ogg(), samples.mp3(title="x")]))
def test_noise_breaks_no_reader(noise: bytes, whole: bytes) -> None:
    for data in (whole[:40] + noise, whole[: len(noise)] + noise, noise + whole[len(noise) :]):
        film(data)
        sound(data)
        seen_type(data)
        moves(data)


def test_a_gif_moves_when_it_has_frames() -> None:
    assert moves(samples.gif(frames=10))
    assert running_time(samples.gif(frames=10)) == 2
    assert not moves(samples.picture(10, 10, "GIF"))
    assert not moves(samples.picture(10, 10))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (samples.picture(4, 4), "image/png"),
        (samples.picture(4, 4, "JPEG"), "image/jpeg"),
        (samples.picture(4, 4, "WEBP"), "image/webp"),
        (samples.gif(), "image/gif"),
        (samples.mp4(), "video/mp4"),
        (samples.box(b"ftyp", b"M4A "), "audio/mp4"),
        (samples.webm(), "video/webm"),
        (samples.ogg(), "audio/ogg"),
        (samples.mp3(), "audio/mpeg"),
        (samples.tgs(), "application/x-tgsticker"),
        (b"%PDF-1.7", "application/pdf"),
        ("план".encode(), None),
    ],
)
def test_types_by_sight(data: bytes, kind: str | None) -> None:
    assert seen_type(data) == kind


def test_types_by_name() -> None:
    assert named_type("Набор.WEBP", "application/octet-stream") == "image/webp"
    assert named_type("план.pdf", "application/octet-stream") == "application/pdf"
    assert named_type("план", "text/plain") == "text/plain"
