import { Hono } from 'hono';
import { pageScript } from '../../core/page-bundle';
import type { ConversationRow } from '../data/rows';
import type { Desk } from '../desk';
import { shell, signIn, styles } from './assets';
import { customerView, listView } from './view';

/** The web app: its one document under every address, and the data behind it. */
export function createWeb(desk: Desk): Hono {
  const app = new Hono();
  app.get('/emulator/kustomer.js', () => pageScript('kustomer'));
  app.get('/emulator/kustomer.css', async (c) =>
    c.body(await styles(), 200, { 'content-type': 'text/css' }),
  );
  addData(app, desk);
  app.get('/login', (c) => c.html(signIn));
  app.get('/', (c) => c.redirect('/app/customers'));
  app.get('/app/*', (c) => (desk.switches.signedIn ? c.html(shell(desk)) : c.redirect('/login')));
  return app;
}

function addData(app: Hono, desk: Desk): void {
  app.get('/emulator/customers', (c) => c.json(listView(desk)));
  app.get('/emulator/customers/:id', (c) => {
    const customer = desk.tables.customers.get(c.req.param('id'));
    return customer === undefined ? c.notFound() : c.json(customerView(desk, customer));
  });
  app.get('/emulator/conversations/:id', (c) => {
    const row = desk.tables.conversations.get(c.req.param('id'));
    return row === undefined ? c.notFound() : c.json({ customerId: row.customerId });
  });
  app.post('/emulator/:action{send|receive}', async (c) => {
    const text = textOf(await c.req.json());
    const conversation = desk.tables.conversations.get(text.conversationId);
    if (conversation === undefined) return c.notFound();
    if (c.req.param('action') === 'receive') addMessage(desk, conversation, 'in', text.text);
    else send(desk, conversation, text.kind, text.text);
    return c.body(null, 204);
  });
}

function textOf(body: unknown): { conversationId: string; kind: 'reply' | 'note'; text: string } {
  const fields: Record<string, unknown> = { ...(typeof body === 'object' ? body : {}) };
  return {
    conversationId: String(fields.conversationId),
    kind: fields.kind === 'note' ? 'note' : 'reply',
    text: String(fields.text),
  };
}

function send(
  desk: Desk,
  conversation: ConversationRow,
  kind: 'reply' | 'note',
  text: string,
): void {
  desk.sent.push({ conversationId: conversation.id, kind, text });
  if (kind === 'reply') {
    addMessage(desk, conversation, 'out', text);
    return;
  }
  const now = desk.clock();
  desk.tables.notes.add({
    id: desk.newId(),
    customerId: conversation.customerId,
    conversationId: conversation.id,
    body: text,
    authorId: authorId(desk),
    externalId: undefined,
    mentions: [],
    createdAt: now,
    updatedAt: now,
    deletedAt: undefined,
  });
}

function addMessage(
  desk: Desk,
  conversation: ConversationRow,
  direction: 'in' | 'out',
  text: string,
): void {
  desk.tables.messages.add({
    id: desk.newId(),
    customerId: conversation.customerId,
    conversationId: conversation.id,
    channel: conversation.channel ?? 'chat',
    subject: conversation.channel === 'email' ? conversation.name : undefined,
    direction,
    authorId: direction === 'out' ? authorId(desk) : undefined,
    auto: false,
    text,
    at: desk.clock(),
    edited: false,
    html: undefined,
    redacted: false,
    reactions: [],
    failed: undefined,
    attachments: [],
  });
}

function authorId(desk: Desk): string | undefined {
  return desk.tables.users.all().find((user) => user.userType === 'user' && !user.left)?.id;
}
