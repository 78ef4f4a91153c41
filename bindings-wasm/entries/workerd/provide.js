import module from "../wasm/counterfoil.wasm";
import { provide } from "../esm/provided.js";

provide("everything", module);
