import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { NoteCopy } from '../../../../lib/notes/note-copy';
import { customerNotes, kustomerNoteLength } from '../../../../lib/platforms/kustomer/notes';
import { agentId, machineUserId } from '../../../helpdesks/kustomer/data/people';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, onKustomer } from '../emulated';

const { signal } = new AbortController();

const copy: NoteCopy = {
  id: 'n1',
  revision: 1,
  text: 'VIP',
  author: 'Sam',
  at: Date.UTC(2026, 10, 20, 12),
  pinned: true,
  urgency: 'normal',
  onlyHere: false,
};

function open() {
  const world = createWorld(Date.UTC(2026, 10, 20, 12));
  const loner = { name: 'Nobody Wrote', email: 'loner@example.com', conversations: [] };
  const people = [{ key: 'loner', about: 'no conversation', kustomer: [loner] }];
  const { emulator, records, connection, transport } = onKustomer({ ...world, people });
  const [record] = records;
  const { notes, history } = record?.api ?? {};
  if (record === undefined || notes === undefined) throw new Error('nobody');
  const posts = () => emulator.log.entries.filter(({ method }) => method === 'POST');
  return { notes, history, contact: record.contact, connection, posts, transport, world };
}

const nowhere = { conversations: [] };

describe('a note for a customer without a conversation', () => {
  it('makes one, done, and finds it again for the next', async () => {
    const { notes, contact, posts } = open();
    await notes.write(
      contact,
      { changes: [{ kind: 'create', copy }], destination: nowhere },
      signal,
    );
    const second = { ...copy, id: 'n2' };
    await notes.write(
      contact,
      { changes: [{ kind: 'create', copy: second }], destination: nowhere },
      signal,
    );
    const bodies = posts().map(({ path, body }) => [path.split('/').at(-1), JSON.parse(body)]);
    expect(bodies.map(([what]) => what)).toEqual(['conversations', 'notes', 'notes']);
    expect(bodies[0]?.[1]).toMatchObject({ status: 'done' });
    expect(bodies.slice(1).map(([, body]) => Object.keys(body))).toEqual([
      ['body', 'externalId'],
      ['body', 'externalId'],
    ]);
    const { copies } = await notes.read(contact, signal);
    expect(copies.map(({ id, edited }) => [id, edited])).toEqual([
      ['n1', false],
      ['n2', false],
    ]);
  });

  it.each([
    ['whose id was taken before, like that of the conversation', 409, 1],
    ['that is refused for another reason', 400, 0],
  ] as const)('%s', async (_what, status, copies) => {
    const { contact, connection, transport } = open();
    const send: typeof transport.send = async (request) => {
      if (request.body?.externalId !== undefined) throw new TransportError('refused', { status });
      return transport.send(request);
    };
    const { notes } = apiOver(connection, { send });
    const request = { changes: [{ kind: 'create', copy }], destination: nowhere } as const;
    const written = notes?.write(contact, request, signal);
    if (copies === 0) await expect(written).rejects.toMatchObject({ failure: 'refused' });
    else await written;
    expect((await notes?.read(contact, signal))?.copies).toHaveLength(copies);
  });

  it('is no part of the history, nor is the conversation made for it', async () => {
    const { notes, history, contact } = open();
    const request = { changes: [{ kind: 'create', copy }], destination: nowhere } as const;
    await notes.write(contact, request, signal);
    const ids: string[] = [];
    for await (const part of history?.(contact, { signal, wanted: 100 }) ?? []) {
      ids.push(...part.conversations.map(({ id }) => id), ...part.messages.map(({ id }) => id));
    }
    expect(ids).toEqual([]);
    const [found] = (await notes.read(contact, signal)).copies;
    expect(found).toMatchObject({ id: 'n1', edited: false });
  });

  it('goes into another conversation when the one on screen is gone', async () => {
    const { notes, contact } = open();
    const gone = { conversations: ['000000000000000000000000'] };
    await notes.write(contact, { changes: [{ kind: 'create', copy }], destination: gone }, signal);
    expect((await notes.read(contact, signal)).copies).toHaveLength(1);
  });

  it('may be as long as it is said to be', async () => {
    const { notes, contact } = open();
    const long = { ...copy, text: 'x'.repeat(kustomerNoteLength) };
    const request = { changes: [{ kind: 'create', copy: long }], destination: nowhere } as const;
    await notes.write(contact, request, signal);
    expect((await notes.read(contact, signal)).copies[0]).toMatchObject({ edited: false });
  });

  it('that a person changed there is that person’s; one that came through the API is nobody’s', async () => {
    const { notes, contact, connection, transport, world } = open();
    await notes.write(
      contact,
      { changes: [{ kind: 'create', copy }], destination: nowhere },
      signal,
    );
    const [agent] = world.agents.filter(({ left }) => left !== true);
    if (agent === undefined) throw new Error('nobody');
    /** The list as it is once this user changed the note in Kustomer's own pages. */
    const changedBy = async (id: string) => {
      const send: typeof transport.send = async (request) => {
        const answer = await transport.send(request);
        const text = JSON.stringify(answer.body ?? null)
          .replace('"body":"VIP', '"body":"changed')
          .replace(
            '"createdBy":',
            `"modifiedBy":{"data":{"type":"user","id":"${id}"}},"createdBy":`,
          );
        return { ...answer, body: JSON.parse(text) };
      };
      const changed = apiOver(connection, { send }).notes;
      return (await changed?.read(contact, signal))?.copies;
    };
    expect(await changedBy(machineUserId)).toMatchObject([
      { text: 'changed', edited: true, writer: undefined, isOthers: false },
    ]);
    expect(await changedBy(agentId(agent.key))).toMatchObject([
      { text: 'changed', edited: true, writer: agent.name, isOthers: true },
    ]);
  });

  it('is not even tried with a key known to lack the right', async () => {
    const { contact, connection, posts } = open();
    const denied = { ...connection, facts: { noteRights: 'update remove' } };
    const fail = () => Promise.reject(new TypeError('called'));
    const ports = { connection: denied, transport: { send: fail }, now: Date.now, remember: fail };
    const notes = customerNotes(ports, Object.create(null));
    const request = { changes: [{ kind: 'create', copy }], destination: nowhere } as const;
    await expect(notes.write(contact, request, signal)).rejects.toMatchObject({
      reason: 'missing-right',
    });
    expect(posts()).toEqual([]);
  });
});
