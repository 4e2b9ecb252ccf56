import type { Service } from '../core/emulator';
import { invalid } from './refusal';
import type { Tenants } from './tenants';

/** What every part of the emulated service works with. */
export interface Desk {
  tenants: Tenants;
  helpdesks: readonly Service[];
}

/** What the check of the token provides to the routes after it. */
export interface Variables {
  Variables: { tenant: string };
}

/** The JSON object in a request's body; an empty one where there is none. */
export async function jsonOf(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text === '') return {};
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) {
      return body as Record<string, unknown>;
    }
  } catch {
    // Reported below, as for every other body that is not an object.
  }
  throw invalid('the body is no JSON object');
}
