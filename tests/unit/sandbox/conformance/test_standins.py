"""Stand-ins are what the strangers' tests know of the files they stand in for; headers are read here by hand."""

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sandbox.conformance.film import film
from sandbox.conformance.sound import mp3, ogg
from sandbox.conformance.standins import write_standins


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    write_standins(folder)
    return folder


@pytest.mark.parametrize(
    ("name", "measures", "size"),
    [
        ("telegram.jpg", (800, 800), None),
        ("telegram.png", (300, 300), 12948),
        ("telegram.webp", (510, 512), 39518),
        ("game.gif", (320, 180), None),
    ],
)
def test_pictures_open(folder: Path, name: str, measures: tuple[int, int], size: int | None) -> None:
    data = (folder / name).read_bytes()
    with Image.open(BytesIO(data)) as image:
        image.load()
        assert image.size == measures
    assert size in (None, len(data))


def test_the_gif_lasts_a_second(folder: Path) -> None:
    with Image.open(folder / "game.gif") as image:
        frames = getattr(image, "n_frames", 1)
        assert frames * image.info["duration"] == 1000


def test_what_is_there_is_kept(tmp_path: Path) -> None:
    (tmp_path / "telegram.mp3").write_bytes(b"the original")
    write_standins(tmp_path)
    assert (tmp_path / "telegram.mp3").read_bytes() == b"the original"


def test_a_film_tells_its_measures_and_length() -> None:
    data = film(360, 640, seconds=5, size=326534)
    assert len(data) == 326534
    mvhd = data.index(b"mvhd") + 4
    assert struct.unpack_from(">2I", data, mvhd + 12) == (1000, 5000)
    tkhd = data.index(b"tkhd") + 4
    assert struct.unpack_from(">2I", data, tkhd + 76) == (360 << 16, 640 << 16)
    assert _boxes(data) == ["ftyp", "moov", "mdat"]
    (start,) = struct.unpack_from(">I", data, data.index(b"stco") + 12)
    assert data[start - 4 : start] == b"mdat"


def _boxes(data: bytes) -> list[str]:
    names, place = [], 0
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        names.append(data[place + 4 : place + 8].decode())
        place += size
    assert place == len(data)
    return names


def test_silence_has_the_asked_size() -> None:
    sound = mp3(122920)
    assert len(sound) == 122920
    tag = int.from_bytes(sound[6:10], "big")  # below 128, so syncsafe makes no difference in the last byte
    frames = sound[10 + (tag >> 8 << 7 | tag & 0x7F) :]
    assert set(frames[::1044]) == {0xFF}
    assert round(len(frames) / 1044 * 1152 / 44100) == 3

    voice = ogg(seconds=3, size=9199)
    assert len(voice) == 9199
    last = voice.rindex(b"OggS")
    assert struct.unpack_from("<q", voice, last + 6) == (3 * 48000,)
