import "./provide.js";
export * from "../esm/signing.js";
