import "./provide.js";
export * from "../esm/everything.js";
