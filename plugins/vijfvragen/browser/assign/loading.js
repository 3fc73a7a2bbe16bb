// Parts of the page that are loaded when they are needed, and may not come.

/** A part of the page that could not be loaded; the rest of it works. */
export class NotLoaded extends Error {}

/** Wait for an import; throws NotLoaded where it fails. */
export async function loaded(importing) {
  try {
    return await importing;
  } catch (error) {
    throw new NotLoaded(String(error));
  }
}

/** The reader of QR codes. */
export const loadDecoder = () => loaded(import("../vendor/qr/decode.js"));
