/** Provides the whole WebAssembly module from bytes inside of the JavaScript, for runtimes that compile any. */

import { decode } from "./module.js";
import { base64 } from "./native/bytes.js";
import { provide } from "./provided.js";

provide("everything", new WebAssembly.Module(decode(base64)));
