import type { Hono } from 'hono';
import type { ShortcutRow } from '../data/rows';
import type { Desk } from '../desk';
import { categoryResource, shortcutResource } from '../resources/shortcut';
import { readFields, textField } from './body';
import { fail, json } from './errors';
import { type ApiEnv, needs } from './guard';
import { listAnswer, pageOf } from './lists';
import { emptyShortcut, unwritable, withFields } from './shortcut-fields';

const reading = [
  'org.permission.shortcut.read',
  'org.user.content.shortcut.read',
  'org.user.shortcut.read',
  'org.admin.content.shortcut.read',
  'org.admin.shortcut.read',
];
const writing = ['org.admin.content.shortcut.write', 'org.admin.shortcut.write'];
const sizes = { usual: 100, max: 100 };
const longestName = 256;
const longestText = 10_240;
const writable = [
  ...['name', 'draft', 'payload', 'conversation', 'isPrivate', 'appDisabled'],
  ...['parent', 'accessUsers', 'accessTeams', 'attachments'],
];

/** Routes that list, create, change and delete shortcuts. There is no route to create a category. */
export function addShortcuts(app: Hono<ApiEnv>, desk: Desk): void {
  const table = () => desk.tables.shortcuts;
  const isShown = (row: ShortcutRow) => !row.deleted || desk.switches.deletedShortcuts === 'listed';
  const missing = () => fail(desk, { status: 404, parameter: 'id' });
  const found = (id: string): ShortcutRow | undefined => {
    const row = table().get(id);
    return row !== undefined && isShown(row) ? row : undefined;
  };

  app.get('/v1/shortcuts', needs(desk, ...reading), (c) => {
    const url = new URL(c.req.url);
    const rows = table().all().filter(isShown);
    return listAnswer(url, pageOf(rows, url, sizes), shortcutResource);
  });
  app.get('/v1/shortcuts/categories', needs(desk, ...reading), (c) => {
    const url = new URL(c.req.url);
    const page = pageOf(desk.tables.shortcutCategories.all(), url, sizes);
    return listAnswer(url, page, categoryResource);
  });
  app.get('/v1/shortcuts/:id', needs(desk, ...reading), (c) => {
    const row = found(c.req.param('id'));
    return row === undefined ? missing() : json({ data: shortcutResource(row) });
  });
  app.post(
    '/v1/shortcuts',
    needs(desk, 'org.permission.shortcut.create', ...writing),
    async (c) => {
      const now = desk.clock();
      const id = desk.newId();
      const row = await written(c.req.raw, {
        ...emptyShortcut,
        id,
        createdAt: now,
        updatedAt: now,
      });
      if (row instanceof Response) return row;
      return json({ data: shortcutResource(table().add(row)) }, 201);
    },
  );
  app.put(
    '/v1/shortcuts/:id',
    needs(desk, 'org.permission.shortcut.update', ...writing),
    async (c) => {
      const row = found(c.req.param('id'));
      if (row === undefined || row.deleted) return missing();
      const next = await written(c.req.raw, row);
      if (next instanceof Response) return next;
      return json({ data: shortcutResource(table().replace(row, next)) });
    },
  );
  app.delete(
    '/v1/shortcuts/:id',
    needs(desk, 'org.permission.shortcut.delete', ...writing),
    (c) => {
      const row = found(c.req.param('id'));
      if (row === undefined || row.deleted) return missing();
      table().replace(row, { ...row, deleted: true, updatedAt: desk.clock() });
      return new Response(null, { status: 204 });
    },
  );

  /** The row with the fields of a request, or the answer that refuses it. */
  async function written(request: Request, row: ShortcutRow): Promise<ShortcutRow | Response> {
    const takesRev = desk.switches.shortcutRev !== 'refused';
    const allowed = new Set(takesRev ? [...writable, 'rev'] : writable);
    const fields = await readFields(desk, request, allowed);
    if (fields instanceof Response) return fields;
    if (isStale(row, fields)) {
      return fail(desk, { status: 409, parameter: 'rev', title: 'Stale revision' });
    }
    const isReplaced = desk.switches.shortcutPut === 'replace';
    const next = withFields(isReplaced ? { ...emptyShortcut, ...unwritable(row) } : row, fields);
    const wrong = problemIn(next, fields);
    if (wrong !== undefined) return fail(desk, { status: 400, parameter: wrong });
    if (isTaken(next)) {
      return fail(desk, { status: 409, parameter: 'name', title: 'Name is taken' });
    }
    const text = desk.switches.shortcutText === 'kept' ? next.text : undefined;
    return { ...next, text, rev: row.rev + 1, updatedAt: desk.clock() };
  }

  function isStale({ rev }: ShortcutRow, fields: Record<string, unknown>): boolean {
    return 'rev' in fields && fields.rev !== rev && desk.switches.shortcutRev === 'checked';
  }

  function isTaken({ id, name }: ShortcutRow): boolean {
    if (desk.switches.shortcutNames === 'free') return false;
    return table()
      .all()
      .some((other) => other.id !== id && !other.deleted && other.name === name);
  }

  function problemIn(row: ShortcutRow, fields: Record<string, unknown>): string | undefined {
    if (textField({ name: row.name }, 'name', longestName) === undefined) return 'name';
    if ((row.text ?? '').length > longestText) return 'draft';
    if (row.text === undefined && row.content === undefined) return 'payload';
    const isKnown = row.categoryId === undefined || isCategory(row.categoryId);
    return isKnown && !('parent' in fields && typeof fields.parent !== 'string')
      ? undefined
      : 'parent';
  }

  function isCategory(id: string): boolean {
    return desk.tables.shortcutCategories.get(id) !== undefined;
  }
}
