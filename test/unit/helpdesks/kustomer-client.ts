import { createKustomer } from '../../helpdesks/kustomer/emulator';
import { now, world } from './kustomer-world';

interface Thing {
  type: string;
  id: string;
  attributes: Record<string, unknown>;
  relationships: Record<string, { data?: { type: string; id: string } }>;
}

interface Body {
  data: Thing & Thing[];
  links: { self: string; first: string; prev: string | null; next: string | null };
  meta: Record<string, number>;
  included?: Thing[];
  errors?: Record<string, unknown>[];
}

/** What the emulator takes for the present, epoch ms. */
export const clock = { now };

export const kustomer = createKustomer(world, { clock: () => clock.now });
export const { keys } = kustomer;
export const dana = kustomer.customerId('dana');
export const parcel = kustomer.conversationId('dana');

/** Calls the API with a key; the body is that of any answer. */
export async function call(path: string, key: string = keys.full, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${key}` };
  const request = new Request(`https://acme.api.kustomerapp.com${path}`, { headers, ...init });
  const response = await kustomer.handle(request);
  const text = await response.text();
  const body: Body = JSON.parse(text === '' ? '{}' : text);
  return { status: response.status, headers: response.headers, body };
}

/** Calls the API with a body. */
export function write(method: string, path: string, body: unknown, key: string = keys.full) {
  return call(path, key, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** To be called before each test. */
export function startAgain(): void {
  clock.now = now;
  kustomer.reset();
}
