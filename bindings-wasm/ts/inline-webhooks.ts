/** Provides the module for webhooks alone from bytes inside of the JavaScript. */

import { decode } from "./module.js";
import { base64 } from "./native/webhooks/bytes.js";
import { provide } from "./provided.js";

provide("webhooks", new WebAssembly.Module(decode(base64)));
