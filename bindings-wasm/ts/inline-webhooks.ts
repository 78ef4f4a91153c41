/** Provides the module for webhooks alone from bytes in the JavaScript file. */

import { decode } from "./module.js";
import { base64 } from "./native/webhooks/bytes.js";
import { provide } from "./provided.js";

provide("webhooks", new WebAssembly.Module(decode(base64)));
