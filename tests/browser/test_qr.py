from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
from lens import decode, decode_in, screenshot, seen
from modules import modules_page
from PIL import Image
from playwright.sync_api import Browser, Page

SHOW = """
    ([text, label]) => {
        const picture = site["qr-picture"].qrPicture(text, label);
        document.body.replaceChildren(picture);
        document.body.className = "";
        picture.style.display = "block";
        picture.style.width = "calc(100vw - 32px)";
        picture.style.margin = "16px";
        return Number(picture.getAttribute("viewBox").split(" ")[2]);
    }
"""
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
LINK = (
    "https://www.example.nl/school/leerlingen/opdracht/#v1." + "g78-grijs-gebied-en-gevolgen." * 10
)
PHONE_HEIGHT = 844


def text_of(size: int) -> str:
    """As many characters as a code has, all different enough."""
    return "eyJ" + "".join(SIGNS[(number * number + 7 * number) % 64] for number in range(size - 3))


@pytest.fixture(scope="module", params=[1, 2], ids=["1x", "2x"])
def phone(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with the module at hand, on a phone."""
    options: dict[str, Any] = {"device_scale_factor": request.param}
    with modules_page(browser, site_url, "assign/qr-picture", **options) as page:
        yield page


@pytest.fixture(scope="module")
def reader(browser: Browser, site_url: str) -> Iterator[Page]:
    """A page with our own reader at hand."""
    with modules_page(browser, site_url, "vendor/qr/decode") as page:
        yield page


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize(
    "text", [text_of(600), text_of(300), LINK, "Vijf vragen: ééntje 📷 “hoi”"], ids=len
)
def test_a_qr_code_is_read_from_a_phone(phone: Page, width: int, text: str) -> None:
    """Another program reads the picture from a screenshot of a phone to the same text."""
    phone.set_viewport_size({"width": width, "height": PHONE_HEIGHT})
    phone.evaluate(SHOW, [text, "QR-code"])
    assert [text] == decode(screenshot(phone))


def test_a_qr_code_has_its_border_and_label(phone: Page) -> None:
    """Around the code is the border that the standard asks, and a screen reader has its name."""
    phone.set_viewport_size({"width": 390, "height": PHONE_HEIGHT})
    size = phone.evaluate(SHOW, [text_of(600), "QR-code van je antwoorden"])
    image = phone.get_by_role("img", name="QR-code van je antwoorden")
    picture = Image.open(io.BytesIO(image.screenshot())).convert("L")
    quiet = int(3.5 * picture.width / size)
    dark = picture.point(lambda value: 255 if value < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    assert quiet <= min(left, top, picture.width - right, picture.height - bottom)


@pytest.mark.parametrize("part", [0.8, 1.0])
def test_a_webcam_sees_it(phone: Page, part: float) -> None:
    """A webcam of 1280 × 720 sees a code of 600 signs on a phone that nearly fills its height."""
    phone.set_viewport_size({"width": 390, "height": PHONE_HEIGHT})
    phone.evaluate(SHOW, [text_of(600), "QR-code"])
    assert [text_of(600)] == decode(seen(screenshot(phone), part))


@pytest.mark.parametrize("size, part", [(600, 1.0), (450, 0.9), (300, 0.8)])
def test_our_own_reader_sees_it(phone: Page, reader: Page, size: int, part: float) -> None:
    """The reader of the page with results reads it from the same webcam."""
    phone.set_viewport_size({"width": 390, "height": PHONE_HEIGHT})
    phone.evaluate(SHOW, [text_of(size), "QR-code"])
    assert text_of(size) == decode_in(reader, seen(screenshot(phone), part))
