"""Looks at a page as a camera does, and reads what it sees with a program that is not ours."""

from __future__ import annotations

import base64
import io

import zxingcpp
from PIL import Image, ImageFilter
from playwright.sync_api import Page

FRAME = (1280, 720)
"""What an ordinary webcam sees."""
READ = """
    async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.width, image.height];
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        try {
            return site.decode.decodeQR(context.getImageData(0, 0, image.width, image.height));
        } catch {
            return null;
        }
    }
"""


def decode(picture: Image.Image) -> list[str]:
    """What zxing-cpp reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.QRCode)]


def decode_in(page: Page, picture: Image.Image) -> str | None:
    """What our own reader, of a page that holds `vendor/qr/decode`, reads in a picture."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    source = f"data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"
    found = page.evaluate(READ, source)
    return None if found is None else str(found)


def screenshot(page: Page) -> Image.Image:
    """What is to be seen on the screen."""
    return Image.open(io.BytesIO(page.screenshot())).convert("L")


def seen(shot: Image.Image, part: float, blur: float = 0.7) -> Image.Image:
    """A phone as a webcam sees it: filling this part of the height, a bit askew and not sharp."""
    height = round(FRAME[1] * part)
    size = (round(shot.width * height / shot.height), height)
    small = shot.resize(size, Image.Resampling.BILINEAR, reducing_gap=3.0)
    frame = Image.new("L", FRAME, 90)
    frame.paste(small, ((frame.width - small.width) // 2, (frame.height - small.height) // 2))
    askew = frame.rotate(3, resample=Image.Resampling.BICUBIC, fillcolor=90)
    return askew.filter(ImageFilter.GaussianBlur(blur))
