import { Hono } from 'hono';
import { cannedResponseShape } from '../shapes/small';
import type { CannedResponse } from '../tables';
import { type ApiContext, type ApiEnv, idOf } from './context';
import { isLike, likePattern } from './matching';
import { bodyOf, fieldsUnder, textOf } from './params';
import { invalid, notFound } from './refusal';

/** One flat set per account, open to every member; a bare array without paging. */
export function cannedResponseRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/', (c) => {
    const account = c.get('account');
    const rows = search(account.cannedResponses, c.req.query('search') ?? '');
    return c.json(rows.map((row) => cannedResponseShape(row, account.id)));
  });
  routes.post('/', async (c) => {
    const account = c.get('account');
    const at = c.get('world').now();
    const row: CannedResponse = {
      id: c.get('installation').nextId(),
      ...(await fieldsOf(c, { shortCode: '', content: '' })),
      createdAt: at,
      updatedAt: at,
    };
    validate(row, account.cannedResponses);
    account.cannedResponses.push(row);
    return c.json(cannedResponseShape(row, account.id));
  });
  routes.on(['PATCH', 'PUT'], '/:response', async (c) => {
    const account = c.get('account');
    const row = rowOf(c);
    const changed = { ...row, ...(await fieldsOf(c, row)), updatedAt: c.get('world').now() };
    validate(changed, account.cannedResponses);
    Object.assign(row, changed);
    return c.json(cannedResponseShape(row, account.id));
  });
  routes.delete('/:response', (c) => {
    const account = c.get('account');
    const row = rowOf(c);
    account.cannedResponses = account.cannedResponses.filter((candidate) => candidate !== row);
    return c.body(null, 200);
  });
  return routes;
}

/** Ranked: short code starts with, short code contains, content contains. */
function search(rows: readonly CannedResponse[], query: string): CannedResponse[] {
  if (query === '') return [...rows];
  const pattern = likePattern(query);
  const rank = (row: CannedResponse): number => {
    if (row.shortCode.toLowerCase().startsWith(query.toLowerCase())) return 0;
    return isLike(row.shortCode, pattern) ? 1 : 2;
  };
  return rows
    .filter((row) => isLike(row.shortCode, pattern) || isLike(row.content, pattern))
    .sort((one, other) => rank(one) - rank(other));
}

async function fieldsOf(
  c: ApiContext,
  current: { shortCode: string; content: string },
): Promise<{ shortCode: string; content: string }> {
  const fields = fieldsUnder(await bodyOf(c), 'canned_response');
  return {
    shortCode: textOf(fields.short_code) ?? current.shortCode,
    content: textOf(fields.content) ?? current.content,
  };
}

function validate(row: CannedResponse, all: readonly CannedResponse[]): void {
  if (row.content.trim() === '') throw invalid('content', 'blank');
  if (row.shortCode.trim() === '') throw invalid('short_code', 'blank');
  if (charactersOf(row.shortCode) > 255) {
    throw invalid('short_code', 'tooLong', { count: 255 });
  }
  if (charactersOf(row.content) > 20_000) {
    throw invalid('content', 'tooLong', { count: 20_000 });
  }
  if (all.some((other) => other.id !== row.id && other.shortCode === row.shortCode)) {
    throw invalid('short_code', 'taken');
  }
}

/** The server counts characters; one that needs two UTF-16 units counts once. */
function charactersOf(text: string): number {
  return [...text].length;
}

function rowOf(c: ApiContext): CannedResponse {
  const id = idOf(c, 'response');
  const found = c.get('account').cannedResponses.find((row) => row.id === id);
  if (found === undefined) throw notFound();
  return found;
}
