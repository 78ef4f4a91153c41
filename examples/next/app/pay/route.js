import { checkout } from "counterfoil/handlers";
import { pay } from "../../lib/shop.js";

export const POST = checkout((form) => pay(form));
