// How large a picture is, from the first bytes of its file: before it is unpacked, which takes four
// bytes for each of its pixels.

const PNG = 0x89504e47;
const GIF = 0x47494638;
const JPEG = 0xffd8;
/** Markers of a JPEG that hold its size: C0 to CF, without the three that are something else. */
const isFrame = (marker) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** `{width, height}`, or null for another sort of picture or a damaged one. */
export function pictureSize(bytes) {
  const view = new DataView(bytes);
  try {
    if (view.getUint32(0) === PNG) return { width: view.getUint32(16), height: view.getUint32(20) };
    if (view.getUint32(0) === GIF) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    return view.getUint16(0) === JPEG ? jpegSize(view) : null;
  } catch {
    return null; // it ends too early
  }
}

function jpegSize(view) {
  let at = 2;
  while (!isFrame(view.getUint8(at + 1))) at += 2 + view.getUint16(at + 2);
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
}
