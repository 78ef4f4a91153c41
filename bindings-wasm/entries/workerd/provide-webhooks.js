import module from "../wasm/webhooks.wasm";
import { provide } from "../esm/provided.js";

provide("webhooks", module);
