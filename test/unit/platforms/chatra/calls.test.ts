import { describe, expect, it } from 'vitest';
import type { Connection } from '../../../../lib/model/connection';
import type { PageContext } from '../../../../lib/model/page';
import { changeClient } from '../../../../lib/platforms/chatra/calls';
import { chatra } from '../../../../lib/platforms/chatra/definition';

const chat = 'Wm7HqTz4RkPnB2yXc';
const connection: Connection = {
  id: 'chatra-1',
  platform: 'chatra',
  label: 'Chatra',
  apiOrigin: 'https://app.chatra.io',
  pageOrigin: 'https://app.chatra.io',
  transport: 'direct',
  health: { state: 'unknown' },
  facts: {},
  fields: {},
  createdAt: 0,
};
const context: PageContext = {
  platform: 'chatra',
  view: 'person',
  conversationId: chat,
  hints: { emails: ['nora@x.test'], phones: [] },
  composer: 'reply',
};

/** Who is on screen when the API answers the chat's id with this client. */
async function identified(client: object) {
  const api = chatra.createApi({
    connection,
    transport: { send: async () => ({ status: 200, body: client }) },
    now: () => 1,
    remember: async () => undefined,
  });
  const answer = await api.identify(context, new AbortController().signal);
  return answer.kind === 'contact' ? answer.contact : undefined;
}

describe('the conversation’s id and the client’s id', () => {
  it.each([
    ['says which chat is its', { chatId: chat }],
    ['does not say', {}],
    ['says it in a form that cannot be read', { chatId: 17 }],
  ])('are linked when the client %s', async (_name, told) => {
    const contact = await identified({ id: 'secret-client', ...told });
    expect(contact).toMatchObject({ id: chat, handle: 'secret-client' });
  });

  it('are not linked when the client names another chat', async () => {
    const contact = await identified({
      id: 'secret-client',
      chatId: 'Ye4RkJs7BnTz2QpWd',
      info: { email: 'somebody-else@x.test' },
    });
    expect(contact).toMatchObject({ id: chat, emails: ['nora@x.test'] });
    expect(contact?.handle).toBeUndefined();
  });
});

describe('a change of a client', () => {
  const changed = (body: unknown) => {
    const transport = { send: async () => ({ status: 200, body }) };
    const ports = { connection, transport, now: () => 1, remember: async () => undefined };
    return changeClient(ports, 'client-1', { notes: 'VIP' }, new AbortController().signal);
  };

  it.each([
    [{ error: { message: 'no' } }],
    [{ success: false }],
    [{ ok: false }],
    [{ errors: ['no'] }],
  ])('is refused by a success that holds an error: %j', async (body) => {
    await expect(changed(body)).rejects.toMatchObject({ failure: 'refused', status: 200 });
  });

  it.each([[{ id: 'client-1', error: null }], [undefined], [{ success: true }]])(
    'is made where there is none: %j',
    async (body) => {
      await expect(changed(body)).resolves.toBeUndefined();
    },
  );
});
