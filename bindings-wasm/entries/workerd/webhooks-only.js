import "./provide-webhooks.js";
export * from "../esm/receiving.js";
