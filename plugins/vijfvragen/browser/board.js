// Registers <vv-board>; the class itself has no side effects.
import { BoardElement } from "./board-element.js";

if (!customElements.get("vv-board")) customElements.define("vv-board", BoardElement);
