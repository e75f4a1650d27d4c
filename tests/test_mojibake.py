"""Encoding damage is mended, and good text is left as it is."""

import pytest

from press.notes.mojibake import decode, repair

MAC = "mac_roman"
CP1252 = "sloppy-windows-1252"


@pytest.mark.parametrize("codec", [MAC, CP1252])
@pytest.mark.parametrize(
    "good", ["CSV → JSON", "a ≠ b", "don\u2019t", "🚀 fast", "⚠️ careful", "✅ ok"]
)
def test_utf8_read_as_an_old_code_page_is_mended(good: str, codec: str) -> None:
    assert repair(good.encode().decode(codec)) == (good, 1)


@pytest.mark.parametrize(
    "good",
    [
        "naïve café über Größe",
        "π ≠ √2, √π and √Ω, ∆µ ≈ π",
        "l\u2019été — «oui»… “É”",
        "┌──┬──┐ ├── a ─┐ ├┤ ┬┐",
        "你好 мир 日本語",
        "🚀 ⚠️ 1️⃣ 👩‍💻",
        "ﬁne &lt; “quoted” it's",
        "protégé…” dit-il",
    ],
)
def test_good_text_stays(good: str) -> None:
    assert repair(good) == (good, 0)


def test_damage_beside_good_text_is_mended_alone() -> None:
    damaged = f"→ caf{'é'.encode().decode(CP1252)}, √2 {'→'.encode().decode(MAC)} x"
    assert repair(damaged) == ("→ café, √2 → x", 2)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
def test_a_file_in_another_encoding_is_read(codec: str) -> None:
    text = "naïve café, don\u2019t “quote”\r\nGröße"
    assert decode(text.encode(codec))[0] == text


def test_one_stray_byte_does_not_hurt_the_rest() -> None:
    assert decode("é → ".encode() + b"caf\xe9") == ("é → café", 1)


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(UnicodeError, match="it holds zero bytes, so it is no text"):
        decode(b"\x89PNG\0\0\x01\xff\xff\xff\xff")
