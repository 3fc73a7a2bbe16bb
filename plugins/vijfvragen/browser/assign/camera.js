// Reads QR codes from the camera, one after the other, until it is stopped.
import { loadDecoder } from "./loading.js";

const BETWEEN = 120; // milliseconds from one look to the next
const WIDEST = 1280;

/**
 * Start looking: `seen(text)` is called for each QR code when it comes before the camera, `gone()`
 * when the camera is taken away. Gives `stop`, which lets the camera go. Throws what getUserMedia
 * throws, or NotLoaded.
 */
export async function startCamera(video, seen, gone) {
  const { decodeQR } = await loadDecoder();
  // The best picture that there is: a code of a whole class quiz has a hundred modules in a row.
  const wanted = { facingMode: "environment", width: { ideal: 1920 }, height: { ideal: 1080 } };
  const stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
  for (const track of stream.getTracks()) track.addEventListener("ended", gone); // not after stop()
  const stopStream = () => stream.getTracks().forEach((track) => track.stop());
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  let stopped = false;
  let timer = 0;
  let last = "";
  const look = () => {
    if (stopped) return;
    const text = video.readyState >= 2 ? textIn(video, canvas, context, decodeQR) : null;
    if (text && text !== last) seen(text);
    if (text) last = text;
    timer = setTimeout(look, BETWEEN);
  };
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    stopStream();
    video.srcObject = null;
  };
  try {
    video.srcObject = stream;
    await video.play();
  } catch (error) {
    stop();
    throw error;
  }
  look();
  return stop;
}

/** What the QR code in the picture of this moment says, or null. */
function textIn(video, canvas, context, decodeQR) {
  const scale = Math.min(1, WIDEST / video.videoWidth);
  const [width, height] = [video.videoWidth, video.videoHeight].map((size) => Math.round(size * scale));
  if (!width || !height) return null;
  Object.assign(canvas, canvas.width === width && canvas.height === height ? {} : { width, height });
  context.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR(context.getImageData(0, 0, width, height));
  } catch {
    return null; // nothing there, or not sharp yet
  }
}
