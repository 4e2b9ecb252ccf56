import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { reasonWords } from '../../../../lib/coverage/reason-words';
import { KeysLocked } from '../../../../lib/storage/passphrase';
import { testDraft } from '../../../../lib/worker/connections/connections';
import { coverageOfFailure } from '../../../../lib/worker/failure-coverage';
import type { ConnectionState, Held } from '../../../helpdesks/membrane/tenants';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { MembraneWorld } from './membrane-world';

let served: ServedMembrane;
let world: MembraneWorld;
let held: Held;
beforeAll(async () => {
  served = await serveMembrane();
});
afterAll(() => served.stop());

/** Kustomer, connected through Membrane and working. */
beforeEach(async () => {
  served.membrane.reset();
  for (const helpdesk of served.helpdesks) helpdesk.reset();
  world = new MembraneWorld(served.origin);
  await world.signIn(served.membrane.token('desk'));
  held = served.membrane.tenants.find('desk', 'kustomer');
  expect(await world.save('kustomer', held.id)).toMatchObject({ kind: 'ok' });
});

const own = (key: string) => JSON.stringify({ type: 'bad_request', key, message: 'No.' });
const page = '<!doctype html><title>Bad gateway</title>';

function membraneAnswers(status: number, body = '', headers: Record<string, string> = {}): void {
  served.membrane.faults.add({ fault: { kind: 'status', status, body, headers } });
}
function membraneDoes(kind: 'lost' | 'truncated' | 'login-page' | 'empty'): void {
  served.membrane.faults.add({ fault: { kind } });
}
function kustomerAnswers(status: number): void {
  const body = JSON.stringify({ errors: [{ status, title: 'no' }] });
  served.kustomer.faults.add({ fault: { kind: 'status', status, body } });
}
const inState = (state: ConnectionState) => () => {
  held.state = state;
};

const again = /Reconnect it in Membrane/;
const over = /Sign in to Membrane again/;
const gone = /does not know this connection/;
const trouble = /Membrane reports an internal error/;

/** What happens; what the settings say then; what the panel is told of a call that meets it. */
const rows: [string, RegExp, string, () => unknown][] = [
  ['the token has ended', over, 'relay-signed-out', () => (world.clock += 2 * 3_600_000)],
  ['nobody is signed in', over, 'relay-signed-out', () => world.membrane.account.signOut()],
  [
    'Membrane refuses the token',
    over,
    'relay-signed-out',
    () => membraneAnswers(401, own('not_authenticated')),
  ],
  [
    'the token is of the wrong kind',
    over,
    'relay-signed-out',
    () => membraneAnswers(403, own('access_denied')),
  ],
  ['the keys are locked', /are locked/, 'keys-locked', lock],
  [
    'the connection was removed',
    gone,
    'relay-gone',
    () => {
      held.archivedAt = 'now';
    },
  ],
  [
    'another tenant is signed in',
    gone,
    'relay-gone',
    () => world.signIn(served.membrane.token('new')),
  ],
  [
    'it is being built',
    /still being set up in Membrane\. Wait/,
    'relay-reconnect',
    inState('BUILDING'),
  ],
  ['a person has to act', again, 'relay-reconnect', inState('CLIENT_ACTION_REQUIRED')],
  ['it is configured wrongly', again, 'relay-reconnect', inState('CONFIGURATION_ERROR')],
  ['it could not be set up', again, 'relay-reconnect', inState('SETUP_FAILED')],
  ['it is being ended', again, 'relay-reconnect', inState('DISCONNECTING')],
  [
    'it is defunct',
    again,
    'relay-reconnect',
    () => {
      held.isDefunct = true;
    },
  ],
  [
    'its key is dead',
    again,
    'relay-reconnect',
    () => {
      held.isKeyDead = true;
    },
  ],
  [
    'it leads to another organisation',
    again,
    'relay-reconnect',
    () => {
      held.account = 'Kustomer of another organisation';
    },
  ],
  [
    'Membrane has enough',
    /Membrane is receiving too many requests/,
    'relay-limit',
    () => membraneAnswers(429, own('rate_limit_exceeded'), { 'retry-after': '120' }),
  ],
  [
    'Membrane fails',
    trouble,
    'relay-trouble',
    () => membraneAnswers(500, JSON.stringify({ type: 'internal', message: 'x' })),
  ],
  ['an edge fails', trouble, 'relay-trouble', () => membraneAnswers(502, page)],
  ['an edge refuses', trouble, 'relay-trouble', () => membraneAnswers(403, page)],
  [
    'a sign-in page comes in place of an answer',
    trouble,
    'relay-trouble',
    () => membraneDoes('login-page'),
  ],
  [
    'Membrane refuses the request',
    /Membrane refused the request/,
    'relay-trouble',
    () => membraneAnswers(400, own('invalid')),
  ],
  [
    'Membrane cannot be reached',
    /Membrane cannot be reached/,
    'relay-trouble',
    () => membraneDoes('lost'),
  ],
  [
    'Membrane sends on',
    /redirects to another/,
    'relay-trouble',
    () => membraneAnswers(302, '', { location: 'https://elsewhere.example/' }),
  ],
  [
    'Kustomer has enough',
    /Kustomer is receiving too many requests/,
    'rate-limited',
    () => kustomerAnswers(429),
  ],
  [
    'Kustomer fails',
    /Kustomer reports an internal error/,
    'server-error',
    () => kustomerAnswers(500),
  ],
];

const ofKeys = /\bAPI key\b|access token|undefined/;

test.each(rows)('%s', async (_name, said, reason, happen) => {
  await happen();
  const answer = await testDraft(world.connecting(), {
    draftId: 'd',
    platform: 'kustomer',
    fields: { org: 'acme' },
    membrane: { connectionId: held.id },
  });
  const message = answer.kind === 'failed' ? answer.message : 'it worked';
  expect(message).toMatch(said);
  expect(message).not.toMatch(ofKeys);
  const connection = await world.only();
  // As the worker's own calls meet it, without the pauses before they are repeated.
  const { definitionOf } = world.membrane.ports;
  const definition = definitionOf('kustomer');
  const api = world.membrane.api(
    definition.createApi({
      connection,
      transport: world.membrane.transport(connection, definition),
      now: () => world.clock,
      seal: async (text) => text,
      remember: async () => undefined,
    }),
    connection,
    () => 0,
  );
  const error: unknown = await api
    .check(AbortSignal.timeout(20_000))
    .catch((each: unknown) => each);
  const coverage = coverageOfFailure(error, 0);
  expect(coverage.reason).toBe(reason);
  const words = reasonWords(coverage, { platformLabel: 'Kustomer', now: 0 });
  expect(words?.what.length).toBeGreaterThan(10);
  expect(`${words?.what} ${words?.next}`).not.toMatch(ofKeys);
});

function lock(): void {
  const { readSecrets } = world.accountPorts;
  world.accountPorts.readSecrets = async (id, origin) => {
    if (id === 'membrane') throw new KeysLocked();
    return readSecrets(id, origin);
  };
  world.restart();
}
