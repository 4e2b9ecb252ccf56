import { Hono } from 'hono';
import { noteShape } from '../shapes/small';
import type { Note } from '../tables';
import { type ApiContext, type ApiEnv, contactOf, idOf, userOf } from './context';
import { bodyOf, fieldsUnder, textOf } from './params';
import { invalid, notFound } from './refusal';

const maxLength = 20_000;

/** Contact notes: bare array, newest first; every member may change any note. */
export function noteRoutes(): Hono<ApiEnv> {
  const routes = new Hono<ApiEnv>();
  routes.get('/:contact/notes', (c) => {
    const contact = contactOf(c);
    const notes = c.get('account').notes.filter((note) => note.contactId === contact.id);
    return c.json(notes.sort((one, other) => other.id - one.id).map((note) => shape(c, note)));
  });
  routes.get('/:contact/notes/:note', (c) => c.json(shape(c, noteOf(c))));
  routes.post('/:contact/notes', async (c) => {
    const contact = contactOf(c);
    const content = await contentOf(c);
    if (content.trim() === '') throw invalid('content', 'blank');
    checkLength(content);
    const at = c.get('world').now();
    const note: Note = {
      id: c.get('installation').nextId(),
      contactId: contact.id,
      userId: userOf(c).id,
      content,
      createdAt: at,
      updatedAt: at,
    };
    c.get('account').notes.push(note);
    return c.json(shape(c, note));
  });
  routes.on(['PATCH', 'PUT'], '/:contact/notes/:note', async (c) => {
    const note = noteOf(c);
    const content = await contentOf(c);
    const changed = { ...note, content, userId: userOf(c).id, updatedAt: c.get('world').now() };
    // The server saves without raising: a text it cannot keep is echoed, and not stored.
    if (content.trim() !== '' && content.length <= maxLength) Object.assign(note, changed);
    return c.json(shape(c, changed));
  });
  routes.delete('/:contact/notes/:note', (c) => {
    const note = noteOf(c);
    const account = c.get('account');
    account.notes = account.notes.filter((candidate) => candidate !== note);
    return c.body(null, 200);
  });
  return routes;
}

function noteOf(c: ApiContext): Note {
  const contact = contactOf(c);
  const id = idOf(c, 'note');
  const found = c
    .get('account')
    .notes.find((note) => note.id === id && note.contactId === contact.id);
  if (found === undefined) throw notFound();
  return found;
}

function shape(c: ApiContext, note: Note): Record<string, unknown> {
  return noteShape(note, c.get('account'), c.get('installation'));
}

async function contentOf(c: ApiContext): Promise<string> {
  return textOf(fieldsUnder(await bodyOf(c), 'note').content) ?? '';
}

function checkLength(content: string): void {
  if (content.length > maxLength) {
    throw invalid('content', 'tooLong', { count: maxLength });
  }
}
