import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Connection, MembraneLink } from '../../../../lib/model/connection';
import { ConnectionProblem, type ConnectionReport } from '../../../../lib/platforms/contract/api';
import { KeysLocked } from '../../../../lib/storage/passphrase';
import type { Secrets } from '../../../../lib/storage/secrets';
import {
  describeDraft,
  removeConnection,
  saveConnection,
  testDraft,
} from '../../../../lib/worker/connections/connections';
import type { ConnectionPorts } from '../../../../lib/worker/connections/ports';
import { ref } from '../../refs';
import { contact, message, TestWorld } from '../world';

const membraneLink: MembraneLink = {
  connectionId: 'con1',
  base: 'https://api.getmembrane.com',
  tenantId: 'ten-1',
  route: { kind: 'prefix', prefix: '' },
  proof: 'told',
};

/** A world in which platform `alpha` accepts `check`; everything it was asked with is kept. */
class ConnectionWorld extends TestWorld implements ConnectionPorts {
  check: (secrets: Secrets) => Promise<ConnectionReport> = async () => ({ warnings: [] });
  readonly tried: { host: string; secrets: Secrets }[] = [];
  readonly secrets = new Map<string, Secrets>();
  readonly origins = new Map<string, string>();
  readonly drafts = new Map<string, Secrets>();
  changes = 0;
  #ids = 0;

  createApi: ConnectionPorts['createApi'] = (connection, read) => ({
    check: async () => {
      const secrets = await read();
      this.tried.push({ host: connection.apiOrigin, secrets });
      return this.check(secrets);
    },
    identify: async () => {
      throw new TypeError('not asked here');
    },
  });
  isLocked = false;
  keysAreLocked = async () => this.isLocked;
  forgetApi = () => undefined;
  membrane: ConnectionPorts['membrane'] = {
    base: async () => 'https://api.getmembrane.com',
    link: async (_draft, connectionId) => ({ ...membraneLink, connectionId }),
    prove: async ({ membrane = membraneLink }) => membrane,
  };
  readSecrets = async (id: string, origin: string) =>
    this.origins.get(id) === origin ? this.secrets.get(id) : undefined;
  readDraftSecrets = async (id: string) => this.drafts.get(id) ?? {};
  writeSecrets = async (id: string, origin: string, secrets: Secrets) => {
    this.secrets.set(id, secrets);
    this.origins.set(id, origin);
  };
  whileStopped = <T>(act: () => Promise<T>) => act();
  forgetSecrets = async (id: string) => void this.secrets.delete(id);
  forgetDraft = async (id: string) => void this.drafts.delete(id);
  newId = (platform: string) => {
    this.#ids += 1;
    return `${platform}-${this.#ids}`;
  };
  /** The connection of the last change, as it was before. */
  changed: Connection | undefined;
  connectionsChanged = async (before?: Connection) => {
    this.changes += 1;
    this.changed = before;
  };
}

let world: ConnectionWorld;

beforeEach(async () => {
  world = new ConnectionWorld();
  await world.connect('alpha', {}, undefined, {
    readFields: ({ host, account }) =>
      host === undefined
        ? { problems: { host: 'Enter the address.' } }
        : { apiOrigin: `https://${host}`, pageOrigin: `https://${host}`, account, label: host },
  });
  await world.database.connections.clear();
});

const draft = (
  fields: Record<string, string>,
  more: { connectionId?: string; label?: string } = {},
) => ({
  draftId: 'd',
  platform: 'alpha',
  fields,
  ...more,
});

async function saveWith(token: string, fields: Record<string, string>, connectionId?: string) {
  world.drafts.set('d', token === '' ? {} : { token });
  return saveConnection(world, draft(fields, connectionId === undefined ? {} : { connectionId }));
}

async function onlyConnection() {
  const [connection, ...others] = await world.database.connections.toArray();
  if (connection === undefined || others.length > 0) throw new Error('not exactly one connection');
  return connection;
}

describe('connections', () => {
  test('the form is read without asking anybody', async () => {
    expect(await describeDraft(world, draft({ host: 'desk.example' }))).toEqual({
      kind: 'target',
      permissions: ['https://desk.example/*'],
      label: 'desk.example',
      page: 'https://desk.example',
    });
    expect(await describeDraft(world, draft({}))).toEqual({
      kind: 'problems',
      problems: { host: 'Enter the address.' },
    });
  });

  test.each([
    [undefined, 'https://api.getmembrane.com/*'],
    ['https://relay.example', 'https://relay.example/*'],
  ])(
    'through Membrane (signed in at %s) nobody is asked for the helpdesk’s own host',
    async (base, pattern) => {
      const ports = { ...world, membrane: { ...world.membrane, base: async () => base } };
      const asked = { ...draft({ host: 'desk.example' }), isThroughMembrane: true };
      const answer = await describeDraft(ports, asked);
      const permissions = answer.kind === 'target' ? answer.permissions : [];
      expect(permissions).toContain(pattern);
    },
  );

  test('an accepted draft is kept with what the platform reported, its secrets apart', async () => {
    world.check = async () => ({
      accountName: 'Acme',
      agentName: 'Lena',
      accounts: [{ id: '7', name: 'Acme' }],
      warnings: [],
    });
    const answer = await saveWith('key', { host: 'desk.example' });
    expect(answer).toMatchObject({ kind: 'ok', accountName: 'Acme' });
    const connection = await onlyConnection();
    expect(connection).toMatchObject({
      label: 'Acme',
      account: '7',
      agentName: 'Lena',
      health: { state: 'ok' },
    });
    expect(world.secrets.get(connection.id)).toEqual({ token: 'key' });
    expect(JSON.stringify(connection)).not.toContain('key"');
    expect(world.drafts.size).toBe(0);
    expect(world.changes).toBe(1);
  });

  test('a refused draft leaves nothing behind and says why', async () => {
    world.check = async () => {
      throw new TransportError('unauthorised', { status: 401 });
    };
    const answer = await saveWith('bad', { host: 'desk.example' });
    expect(answer).toMatchObject({ kind: 'failed', httpStatus: 401 });
    expect(answer.kind === 'failed' && answer.message).toContain('ALPHA does not accept this key');
    expect(await world.database.connections.count()).toBe(0);
    expect([world.secrets.size, world.drafts.size]).toEqual([0, 0]);
  });

  test.each([
    ['unauthorised', 'does not accept this key'],
    ['forbidden', 'does not allow it to read'],
    ['not-found', 'not like ALPHA'],
    ['redirected', 'redirects to another address'],
    ['offline', 'cannot be reached'],
    ['timeout', 'did not answer'],
    ['not-json', 'empty or incomplete'],
    ['permission-missing', 'does not allow Deskside to reach'],
    ['no-secret', 'Enter the key'],
    ['rate-limited', 'too many requests'],
    ['server-error', 'internal error'],
    ['too-large', 'far more data'],
    ['refused', 'refused the request'],
  ] as const)('%s is explained in words', async (failure, words) => {
    world.check = async () => {
      throw new TransportError(failure, { body: '' });
    };
    const answer = await testDraft(world, draft({ host: 'desk.example' }));
    expect(answer.kind === 'failed' && answer.message).toContain(words);
  });

  test('a web page in place of the API, an expired key, and the platform’s own words', async () => {
    const say = async (error: Error) => {
      world.check = async () => {
        throw error;
      };
      const answer = await testDraft(world, draft({ host: 'desk.example' }));
      return answer.kind === 'failed' ? answer.message : '';
    };
    expect(await say(new TransportError('not-json', { body: '<!doctype html>' }))).toContain(
      'a web page',
    );
    expect(await say(new TransportError('unauthorised', { isExpired: true }))).toContain(
      'has expired',
    );
    const ofProxy = new TransportError('unauthorised', { body: 'Your session has expired' });
    expect(await say(ofProxy)).not.toContain('has expired');
    expect(await say(new ConnectionProblem('wrong-key', 'Key of another account.'))).toBe(
      'Key of another account.',
    );
  });

  test('editing keeps the stored key for the same host and never shows it to another', async () => {
    await saveWith('key', { host: 'desk.example' });
    const { id } = await onlyConnection();
    await saveWith('', { host: 'desk.example', account: '2' }, id);
    await saveWith('', { host: 'evil.example' }, id);
    expect(world.tried.map((each) => [each.host, each.secrets.token])).toEqual([
      ['https://desk.example', 'key'],
      ['https://desk.example', 'key'],
      ['https://evil.example', undefined],
    ]);
  });

  test('another account behind the same connection forgets what came from the first', async () => {
    await saveWith('key', { host: 'desk.example', account: '1' });
    const { id } = await onlyConnection();
    const ana = contact(id, 'ana');
    await world.database.contacts.put(ana);
    await world.database.messages.put(message(ana, 'm', 'hello'));
    await saveWith('', { host: 'desk.example', account: '1' }, id);
    expect(await world.database.messages.count()).toBe(1);
    await saveWith('', { host: 'desk.example', account: '2' }, id);
    expect([await world.database.contacts.count(), await world.database.messages.count()]).toEqual([
      0, 0,
    ]);
  });

  test('what was learned of an account’s visitors outlives its key, and not the account', async () => {
    await saveWith('key', { host: 'desk.example', account: '1' });
    const { id } = await onlyConnection();
    const facts = { seenBesideSeveral: '["agent@team.example"]', ownUserId: '7' };
    await world.database.connections.update(id, { facts });
    await saveWith('new', { host: 'desk.example', account: '1' }, id);
    expect((await onlyConnection()).facts).toEqual({ seenBesideSeveral: facts.seenBesideSeveral });
    await saveWith('new', { host: 'desk.example', account: '2' }, id);
    expect((await onlyConnection()).facts).toEqual({});
  });

  test('the same account twice is one connection, and an edit cannot make two', async () => {
    await saveWith('old', { host: 'desk.example', account: '1' });
    await saveWith('new', { host: 'desk.example', account: '1' });
    const first = await onlyConnection();
    expect(world.secrets.get(first.id)).toEqual({ token: 'new' });
    await saveWith('key', { host: 'desk.example', account: '2' });
    const second = (await world.database.connections.toArray()).find(
      (each) => each.account === '2',
    );
    const answer = await saveWith('key', { host: 'desk.example', account: '1' }, second?.id ?? '');
    expect(answer.kind === 'failed' && answer.message).toContain('already connected');
  });

  test('a mere test changes nothing of a kept connection, whatever comes of it', async () => {
    world.drafts.set('d', { token: 't' });
    await saveConnection(world, draft({ host: 'a.example' }));
    const kept = await onlyConnection();
    const again = draft({ host: 'a.example' }, { connectionId: kept.id });
    world.check = async () => {
      throw new TransportError('unauthorised', { status: 401 });
    };
    expect(await testDraft(world, again)).toMatchObject({ kind: 'failed' });
    world.check = async () => ({ warnings: [], agentName: 'Mallory', accountName: 'Other' });
    expect(await testDraft(world, again)).toMatchObject({ kind: 'ok' });
    expect(await onlyConnection()).toEqual(kept);
    expect(world.secrets.get(kept.id)).toEqual({ token: 't' });
  });

  test('what waited for a failing connection goes on once its stored key is accepted again', async () => {
    world.drafts.set('d', { token: 't' });
    await saveConnection(world, draft({ host: 'a.example' }));
    const { id } = await onlyConnection();
    const again = draft({ host: 'a.example' }, { connectionId: id });
    const before = world.changes;
    await testDraft(world, again);
    expect(world.changes).toBe(before);
    const health = { state: 'failing', reason: 'missing-right' } as const;
    await world.database.connections.update(id, { health });
    world.drafts.set('d', { token: 'another' });
    await testDraft(world, again);
    expect(world.changes).toBe(before);
    world.drafts.delete('d');
    await testDraft(world, again);
    expect(world.changes).toBe(before + 1);
  });

  test('removing takes its secrets and everything that came through it, and nothing else', async () => {
    await saveWith('key', { host: 'desk.example' });
    const { id } = await onlyConnection();
    const [ana, other] = [contact(id, 'ana'), contact('beta', 'ana')];
    await world.database.contacts.bulkPut([ana, other]);
    await world.database.messages.bulkPut([message(ana, 'm', 'x'), message(other, 'm', 'y')]);
    await world.database.lookups.put({
      connectionId: id,
      identifier: 'email:a@b.c',
      contactIds: [],
      checkedAt: 1,
    });
    await world.database.sources.put({
      anchor: ref(`${id}/ana`),
      connectionId: 'beta',
      phase: 'settled',
      contactIds: [],
      updatedAt: 1,
    });
    await removeConnection(world, id);
    expect(await world.database.connections.count()).toBe(0);
    expect(world.secrets.size).toBe(0);
    expect((await world.database.contacts.toArray()).map((row) => row.connectionId)).toEqual([
      'beta',
    ]);
    expect((await world.database.messages.toArray()).map((row) => row.text)).toEqual(['y']);
    expect([await world.database.lookups.count(), await world.database.sources.count()]).toEqual([
      0, 0,
    ]);
  });

  test('the same account connected again is the same one: what was decided and noted holds', async () => {
    await saveWith('key', { host: 'desk.example', account: '7' });
    const { id } = await onlyConnection();
    await world.database.links.put({
      a: ref('beta/1'),
      b: ref(`${id}/ana`),
      verdict: 'same',
      at: 1,
    });
    await removeConnection(world, id);
    await saveWith('another key', { host: 'desk.example', account: '7' });
    expect((await onlyConnection()).id).toBe(id);
    expect(await world.database.links.count()).toBe(1);
    await removeConnection(world, id);
    await saveWith('key', { host: 'desk.example', account: '8' });
    expect((await onlyConnection()).id).not.toBe(id);
  });

  test('led to another account, a connection begins anew: what was decided stays with the first', async () => {
    await saveWith('key', { host: 'desk.example', account: '7' });
    const { id } = await onlyConnection();
    await world.database.connections.update(id, { createdAt: world.now() - 1_000 });
    await saveWith('key', { host: 'desk.example', account: '8' }, id);
    const other = await onlyConnection();
    expect(other.id).not.toBe(id);
    // What is known of it reaches back to now, and notes of colleagues from before wait for it.
    expect(other.createdAt).toBe(world.now());
    await saveWith('key', { host: 'desk.example', account: '7' });
    const ids = (await world.database.connections.toArray()).map((each) => each.id);
    expect(ids.sort()).toEqual([id, other.id].sort());
  });
});

test('while the keys are locked nothing is tried, kept or lost, and it says why', async () => {
  world.isLocked = true;
  world.drafts.set('d', { token: 't' });
  for (const attempt of [testDraft, saveConnection]) {
    expect(await attempt(world, draft({ host: 'a.example' }))).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('locked'),
    });
  }
  expect(world.tried).toEqual([]);
  expect(await world.database.connections.count()).toBe(0);
});

test('keys that lock while an edit is saved cost nothing of the account before', async () => {
  await saveWith('key', { host: 'desk.example', account: '1' });
  const kept = await onlyConnection();
  const ana = contact(kept.id, 'ana');
  await world.database.contacts.put(ana);
  world.writeSecrets = async () => {
    throw new KeysLocked();
  };
  expect(await saveWith('key', { host: 'desk.example', account: '2' }, kept.id)).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('locked'),
  });
  expect(await onlyConnection()).toEqual(kept);
  expect(world.secrets.get(kept.id)).toEqual({ token: 'key' });
  expect(await world.database.contacts.toArray()).toEqual([ana]);
});

test('a key that was stored for a connection that then could not be is not kept', async () => {
  const { whileStopped } = world;
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  world.whileStopped = full;
  await expect(saveWith('key', { host: 'desk.example', account: '1' })).rejects.toThrow('full');
  expect(world.secrets.size).toBe(0);
  world.whileStopped = whileStopped;
  await saveWith('key', { host: 'desk.example', account: '1' });
  const { id } = await onlyConnection();
  world.whileStopped = full;
  await expect(saveWith('new', { host: 'desk.example', account: '1' }, id)).rejects.toThrow('full');
  expect([...world.secrets]).toEqual([[id, { token: 'new' }]]);
});

test('after every change it is told how the connection was, so that its hosts can be given back', async () => {
  await saveWith('key', { host: 'desk.example', account: '1' });
  expect(world.changed).toBeUndefined();
  const direct = await onlyConnection();
  const fields = { host: 'desk.example', account: '1' };
  const membrane = { connectionId: 'con1' };
  await saveConnection(world, { ...draft(fields, { connectionId: direct.id }), membrane });
  expect(world.changed).toEqual(direct);
  const through = await onlyConnection();
  expect(through.transport).toBe('membrane');
  await saveWith('key', fields, direct.id);
  expect(world.changed).toEqual(through);
  const again = await onlyConnection();
  await saveWith('key', { host: 'other.example', account: '1' }, again.id);
  expect(world.changed).toEqual(again);
});

describe('what was proven of an account through Membrane', () => {
  let known: (MembraneLink | undefined)[];
  const saveThrough = async (fields: Record<string, string>, connectionId?: string) => {
    const membrane = { connectionId: 'con1' };
    return saveConnection(world, {
      ...draft(fields, connectionId === undefined ? {} : { connectionId }),
      membrane,
    });
  };

  beforeEach(() => {
    known = [];
    world.membrane.prove = async ({ membrane = membraneLink }, _api, _report, before) => {
      known.push(before);
      return { ...membrane, proof: before?.proof ?? 'none' };
    };
    world.check = async () => ({ accounts: [{ id: '1', name: 'Acme' }], warnings: [] });
  });

  async function confirmed(fields: Record<string, string>) {
    await saveThrough(fields);
    const { id } = await onlyConnection();
    const membrane: MembraneLink = { ...membraneLink, proof: 'confirmed' };
    await world.database.connections.update(id, { membrane });
    return id;
  }

  test.each([
    ['address', { host: 'other.example', account: '1' }],
    ['account', { host: 'desk.example', account: '2' }],
    ['address and account', { host: 'other.example', account: '2' }],
  ])('is not carried over to another %s', async (_what, fields) => {
    const id = await confirmed({ host: 'desk.example', account: '1' });
    await saveThrough(fields, id);
    expect(known.at(-1)).toBeUndefined();
    expect((await onlyConnection()).membrane?.proof).toBe('none');
  });

  test('is not carried over when another account answers than did before', async () => {
    const id = await confirmed({ host: 'desk.example' });
    world.check = async () => ({ accounts: [{ id: '4', name: 'Other' }], warnings: [] });
    await saveThrough({ host: 'desk.example' }, id);
    expect((await onlyConnection()).membrane?.proof).toBe('none');
  });

  test('holds for the same account, whether its number was entered or told', async () => {
    const id = await confirmed({ host: 'desk.example' });
    await saveThrough({ host: 'desk.example' }, id);
    expect((await onlyConnection()).membrane?.proof).toBe('confirmed');
    await saveThrough({ host: 'desk.example', account: '1' }, id);
    expect((await onlyConnection()).membrane?.proof).toBe('confirmed');
  });

  test('holds when the same account is added once more, and not for another account', async () => {
    const id = await confirmed({ host: 'desk.example' });
    await saveThrough({ host: 'desk.example' });
    expect(await onlyConnection()).toMatchObject({ id, membrane: { proof: 'confirmed' } });
    await saveThrough({ host: 'other.example' });
    const other = await world.database.connections.filter((each) => each.id !== id).first();
    expect(other?.membrane?.proof).toBe('none');
  });
});
