import type { Desk } from '../desk';
import { fail } from './errors';

const maxBytes = 100_000;

/**
 * Reads a request body that must be a JSON object with none but the named fields.
 *
 * @returns the fields, or the answer that refuses the body: 413 beyond 100 kB, 400 for anything that is not
 *   an object or has an unknown field.
 */
export async function readFields(
  desk: Desk,
  request: Request,
  allowed: ReadonlySet<string> | undefined,
): Promise<Record<string, unknown> | Response> {
  const text = await request.text();
  if (text.length > maxBytes) return fail(desk, { status: 413 });
  const body = parse(text);
  if (body === undefined) return fail(desk, { status: 400, title: 'Invalid JSON body' });
  const unknown = Object.keys(body).find((name) => allowed?.has(name) === false);
  if (unknown === undefined) return body;
  return fail(desk, {
    status: 400,
    parameter: unknown,
    title: 'Additional properties not allowed',
    detail: '/additionalProperties',
  });
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return { ...value };
  } catch {
    return undefined;
  }
}

/** A field's text where it has 1 to `max` characters. */
export function textField(
  fields: Record<string, unknown>,
  name: string,
  max: number,
): string | undefined {
  const value = fields[name];
  return typeof value === 'string' && value.length > 0 && value.length <= max ? value : undefined;
}
