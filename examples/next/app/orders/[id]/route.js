import { order } from "../../../lib/shop.js";

export const dynamic = "force-dynamic";

export async function GET(request, { params }) {
  const found = order((await params).id);
  return Response.json(found ?? {}, { status: found ? 200 : 404 });
}
