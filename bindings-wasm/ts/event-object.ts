import { type AnswerFields, answerFrom } from "./call.js";
import type { Event } from "./event-types.js";
import { type EventObjects, READ_BY } from "./generated/event-objects.js";
import * as native from "./native.js";
import { TextEncoder } from "./text.js";

/** An event whose type determines its object. */
export type EventWithObject = Extract<Event, { readonly type: keyof EventObjects }>;

/** The object in an event of such a type. */
export type ObjectOf<E extends EventWithObject> = EventObjects[Extract<keyof EventObjects, E["type"]>];

/**
 * Returns the object of a snapshot event, read as the response of the operation that retrieves it; `null` for
 * a thin event, which has none. What it means for an order is the event's `outcome`.
 *
 * ```ts
 * if (event.type === "charge.dispute.created") alarm(objectOf(event)?.amount);
 * ```
 *
 * @throws {@link CounterfoilError} `unreadable_answer`, `unexpected_object`, `out_of_range`.
 */
export function objectOf<E extends EventWithObject>(event: E): ObjectOf<E> | null {
  const operation: string | undefined = READ_BY[event.type as keyof EventObjects];
  const raw = event.object;
  if (operation === undefined || raw === null) return null;
  const body = new TextEncoder().encode(raw);
  const answer: AnswerFields = JSON.parse(native.guard(() => native.read_answer(operation, 200, "[]", body)));
  return answerFrom(answer, body);
}
