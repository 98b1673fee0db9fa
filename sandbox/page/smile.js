/** The one sticker that everybody has. */
import { api } from "./api.js";
import { h } from "./dom.js";

/** A smile drawn on the spot: bots must bear stickers, and nobody keeps one at hand. */
export async function sendSmile(personId) {
  const canvas = h("canvas", {width: 512, height: 512});
  const pen = canvas.getContext("2d");
  const disc = (x, y, radius, colour) => {
    pen.fillStyle = colour;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
  };
  disc(256, 256, 236, "#f6c945");
  disc(176, 206, 30, "#4a3b12");
  disc(336, 206, 30, "#4a3b12");
  pen.strokeStyle = "#4a3b12";
  pen.lineWidth = 26;
  pen.lineCap = "round";
  pen.beginPath();
  pen.arc(256, 270, 120, 0.15 * Math.PI, 0.85 * Math.PI);
  pen.stroke();
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/webp"));
  return api.file(personId, new File([blob], "smile.webp", {type: blob.type}), "sticker");
}
