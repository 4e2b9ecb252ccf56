import type { ApiContext } from './context';
import { Refusal } from './refusal';

/**
 * The request's body as Rails sees it: JSON only with a JSON content type, else form fields.
 * Something that is not an object reads as empty; broken JSON is a 400.
 */
export async function bodyOf(c: ApiContext): Promise<Record<string, unknown>> {
  const type = c.req.header('content-type') ?? '';
  if (type.includes('application/json')) return jsonBody(c);
  if (type.includes('form')) return c.req.parseBody({ all: true });
  return {};
}

async function jsonBody(c: ApiContext): Promise<Record<string, unknown>> {
  const text = await c.req.text();
  if (text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : {};
  } catch {
    throw new Refusal(400, { status: 400, error: 'Bad Request' });
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields given flat or under their model's name (Rails wraps JSON bodies). */
export function fieldsUnder(body: Record<string, unknown>, model: string): Record<string, unknown> {
  const nested = body[model];
  return isRecord(nested) ? { ...body, ...nested } : body;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** One page of rows, and what the answer says about it: the int 1, or the very string sent. */
export function pageOf<Row>(
  c: ApiContext,
  rows: readonly Row[],
  size: number,
): { rows: Row[]; currentPage: number | string; hasMore: boolean } {
  const sent = c.req.query('page');
  const page = Math.max(1, Number.parseInt(sent ?? '1', 10) || 1);
  const start = (page - 1) * size;
  return {
    rows: rows.slice(start, start + size),
    currentPage: sent ?? 1,
    hasMore: rows.length > start + size,
  };
}
