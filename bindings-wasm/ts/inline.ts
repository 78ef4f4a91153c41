/**
 * Provides the whole WebAssembly module from bytes in the JavaScript file, for runtimes that can compile it.
 */

import { decode } from "./module.js";
import { base64 } from "./native/bytes.js";
import { provide } from "./provided.js";

provide("everything", new WebAssembly.Module(decode(base64)));
