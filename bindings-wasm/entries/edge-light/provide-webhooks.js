import module from "../wasm/webhooks.wasm?module";
import { provide } from "../esm/provided.js";

provide("webhooks", module);
