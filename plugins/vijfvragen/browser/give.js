// Ways to give a text to somebody else: copy, file, and the share sheet of the device.

/**
 * Copy a text; false when that is not allowed here. Then what `shown` holds is selected, so that
 * Ctrl+C, or holding a finger on it, does the same.
 */
export async function copy(text, shown) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no clipboard at all on a page without https.
    if (shown.select) shown.select();
    else getSelection().selectAllChildren(shown);
    return false;
  }
}

/** Save a text as a file, through the browser's own downloads. */
export function save(name, text, type = "text/plain") {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers read it only later
}

/** Whether this device has a share sheet for text. */
export const canShare = () => Boolean(navigator.share);

/** Open the share sheet; false when it was refused. Who closes it changed their mind. */
export async function share(title, text) {
  try {
    await navigator.share({ title, text });
    return true;
  } catch (error) {
    return error.name === "AbortError";
  }
}
