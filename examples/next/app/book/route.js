// In Node, where the orders are. Anybody can post here: the event is proven again by its signature.

import { book, webhooks } from "../../lib/shop.js";

export async function POST(request) {
  await book(webhooks().resume(await request.json()));
  return new Response();
}
