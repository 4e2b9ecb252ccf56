import type { Hono } from 'hono';
import { machineUserId } from '../data/people';
import type { NoteRow } from '../data/rows';
import type { Desk } from '../desk';
import { noteResource } from '../resources/note';
import { readFields, textField } from './body';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import type { RateLimits } from './rate-limit';

const maxBody = 10_240;
const maxExternalId = 256;
const create = ['org.permission.note.create', 'org.user.note.write'];
const own = ['id', 'body', 'externalId', 'userMentions', 'attachments', 'lang'];
const stamps = ['createdAt', 'createdBy', 'modifiedAt', 'modifiedBy'];

/** Routes that create, change and delete notes. There is no route to add a note to a customer. */
export function addNotes(app: Hono<ApiEnv>, desk: Desk, limits: RateLimits): void {
  app.post('/v1/conversations/:id/notes', needs(desk, ...create), async (c) => {
    const fields = await readFields(desk, c.req.raw, new Set([...own, ...stamps]));
    if (fields instanceof Response) return fields;
    return write(c.get('secret'), c.req.param('id'), fields);
  });
  app.post('/v1/notes', needs(desk, ...create), async (c) => {
    const fields = await readFields(desk, c.req.raw, new Set([...own, ...stamps, 'conversation']));
    if (fields instanceof Response) return fields;
    const conversation = textField(fields, 'conversation', 24);
    if (conversation === undefined) {
      return fail(desk, {
        status: 400,
        parameter: 'conversation',
        title: 'Missing required field',
      });
    }
    return write(c.get('secret'), conversation, fields);
  });
  app.get('/v1/notes/:id', needs(desk, 'org.permission.note.read', 'org.user.note.read'), (c) => {
    const row = living(c.req.param('id'));
    return row === undefined ? missing() : json({ data: noteResource(desk, row) });
  });
  app.patch(
    '/v1/notes/:id',
    needs(desk, 'org.permission.note.update', 'org.user.note.write'),
    async (c) => {
      const allowed = new Set([...own, ...stamps, 'deleted', 'conversation']);
      const fields = await readFields(desk, c.req.raw, allowed);
      if (fields instanceof Response) return fields;
      const row = living(c.req.param('id'));
      return row === undefined ? missing() : change(row, fields);
    },
  );
  app.delete(
    '/v1/notes/:id',
    needs(desk, 'org.permission.note.delete', 'org.user.note.write'),
    (c) => {
      const row = living(c.req.param('id'));
      if (row === undefined) return missing();
      desk.tables.notes.replace(row, { ...row, deletedAt: desk.clock() });
      return new Response(null, { status: 204 });
    },
  );

  function missing(): Response {
    return fail(desk, { status: 404, parameter: 'id' });
  }

  function living(id: string): NoteRow | undefined {
    const row = desk.tables.notes.get(id);
    return row?.deletedAt === undefined ? row : undefined;
  }

  function write(key: string, conversationId: string, fields: Record<string, unknown>): Response {
    const conversation = desk.tables.conversations.get(conversationId);
    if (conversation === undefined) return missing();
    const refusal = refusalOf(desk, fields, 'create');
    if (refusal !== undefined) return refusal;
    const budget = `notes ${key} ${conversation.customerId}`;
    const now = desk.clock();
    if (!limits.take(budget, desk.switches.noteLimit, now).allowed) {
      return fail(desk, { status: 429 });
    }
    const row = desk.tables.notes.add({
      id: desk.newId(),
      customerId: conversation.customerId,
      conversationId,
      body: textField(fields, 'body', maxBody) ?? '',
      authorId: machineUserId,
      externalId: textField(fields, 'externalId', maxExternalId),
      mentions: mentionsOf(fields),
      createdAt: now,
      updatedAt: now,
      deletedAt: undefined,
    });
    return json({ data: noteResource(desk, row) }, 201);
  }

  function change(row: NoteRow, fields: Record<string, unknown>): Response {
    const refusal = refusalOf(desk, fields, 'change');
    if (refusal !== undefined) return refusal;
    const target = textField(fields, 'conversation', 24) ?? row.conversationId;
    const conversation = desk.tables.conversations.get(target);
    if (conversation === undefined) return missing();
    const next = desk.tables.notes.replace(row, {
      ...row,
      conversationId: conversation.id,
      customerId: conversation.customerId,
      body: textField(fields, 'body', maxBody) ?? row.body,
      externalId: textField(fields, 'externalId', maxExternalId) ?? row.externalId,
      modifierId: machineUserId,
      updatedAt: desk.clock(),
      deletedAt: fields.deleted === true ? desk.clock() : row.deletedAt,
    });
    return json({ data: noteResource(desk, next) });
  }
}

function refusalOf(
  desk: Desk,
  fields: Record<string, unknown>,
  act: 'create' | 'change',
): Response | undefined {
  const stamped = stamps.find((name) => name in fields);
  if (stamped !== undefined) {
    return fail(desk, { status: desk.switches.missingRole, detail: `${stamped} needs org.admin` });
  }
  const bodyNeeded = act === 'create' || 'body' in fields;
  if (bodyNeeded && textField(fields, 'body', maxBody) === undefined) {
    return fail(desk, { status: 400, parameter: 'body', detail: '/properties/body' });
  }
  const externalIdGiven = 'externalId' in fields;
  if (externalIdGiven && textField(fields, 'externalId', maxExternalId) === undefined) {
    return fail(desk, { status: 400, parameter: 'externalId', detail: '/properties/externalId' });
  }
  return undefined;
}

function mentionsOf(fields: Record<string, unknown>): string[] {
  const mentions: unknown[] = Array.isArray(fields.userMentions) ? fields.userMentions : [];
  return mentions.flatMap((mention) => {
    if (typeof mention !== 'object' || mention === null || !('user' in mention)) return [];
    return typeof mention.user === 'string' ? [mention.user] : [];
  });
}
