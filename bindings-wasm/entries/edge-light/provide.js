import module from "../wasm/counterfoil.wasm?module";
import { provide } from "../esm/provided.js";

provide("everything", module);
