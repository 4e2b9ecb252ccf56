import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { path } from '../../../../lib/http/encode-path';
import type { TransportRequest } from '../../../../lib/http/transport';
import { KeysLocked } from '../../../../lib/storage/passphrase';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { ConsentWindow, startWith } from './consent-window';
import { MembraneWorld } from './membrane-world';

const minute = 60_000;
let served: ServedMembrane;
let world: MembraneWorld;
beforeAll(async () => {
  served = await serveMembrane({ now: () => world.clock });
});
afterAll(() => served.stop());

const signal = AbortSignal.timeout(60_000);
const window = new ConsentWindow();

/** Signed in on the page, with a token for an hour. */
async function begin(): Promise<void> {
  served.membrane.reset();
  served.membrane.switches.consent = 'at-once';
  world = new MembraneWorld(served.origin);
  window.client = undefined;
  startWith(world, window);
  expect(await world.membrane.account.signInOnPage(served.origin)).toEqual({ kind: 'ok' });
  served.membrane.log.clear();
}
beforeEach(begin);

const kept = () => world.kept.get('membrane')?.secrets;
const asked = (way: RegExp) => served.membrane.log.entries.filter((each) => way.test(each.path));
const renewals = () => asked(/^\/oauth\/token$/);

async function send(request: Partial<TransportRequest> = {}): Promise<unknown> {
  const line = await world.membrane.account.line();
  return line.send({ method: 'GET', path: path`/self`, signal, ...request });
}
const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => Reflect.get(Object(error), 'failure'),
  );

test('a token is renewed before it ends, once for all who wait, and kept before it is used', async () => {
  const { token, refreshToken } = kept() ?? {};
  await send();
  expect(renewals()).toHaveLength(0);
  world.clock += 59 * minute;
  await Promise.all(Array.from({ length: 12 }, () => send()));
  expect(renewals()).toHaveLength(1);
  expect(kept()?.token).not.toBe(token);
  expect(kept()?.refreshToken).not.toBe(refreshToken);
  const used = asked(/^\/self$/).map(({ headers }) => headers.authorization);
  expect(new Set(used.slice(1))).toEqual(new Set([`Bearer ${kept()?.token}`]));
});

test('a worker that was stopped goes on with what was kept, for days', async () => {
  for (const rotatesRefreshTokens of [true, false, true]) {
    served.membrane.switches.rotatesRefreshTokens = rotatesRefreshTokens;
    for (let time = 0; time < 3; time += 1) {
      world.clock += 24 * 60 * minute;
      startWith(world, window);
      await send();
    }
  }
  expect(renewals()).toHaveLength(9);
  expect(world.account?.isSignedOut).toBe(false);
});

test('stopped before the answer of a renewal came, it renews again where the old token still counts', async () => {
  served.membrane.switches.rotatesRefreshTokens = false;
  world.clock += 2 * 60 * minute;
  served.membrane.faults.add({ fault: { kind: 'lost', after: 'work' }, path: /token/, times: 1 });
  await expect(send()).rejects.toBeInstanceOf(Error);
  startWith(world, window);
  await send();
  expect(world.account?.isSignedOut).toBe(false);
});

test('where it does not, the sign-in has ended, and that is said once', async () => {
  world.clock += 2 * 60 * minute;
  served.membrane.faults.add({ fault: { kind: 'lost', after: 'work' }, path: /token/, times: 1 });
  await expect(send()).rejects.toBeInstanceOf(Error);
  startWith(world, window);
  expect(await failure(send())).toBe('relay-signed-out');
  expect([world.account?.isSignedOut, kept()]).toEqual([true, undefined]);
  const before = served.membrane.log.entries.length;
  for (let time = 0; time < 5; time += 1) expect(await failure(send())).toBe('relay-signed-out');
  expect(served.membrane.log.entries).toHaveLength(before);
  // Signing in again is enough.
  expect(await world.membrane.account.signInOnPage(served.origin)).toEqual({ kind: 'ok' });
  await send();
});

test('a token that Membrane refuses early is renewed once, and what was asked is asked again', async () => {
  world.clock += 5 * minute;
  const body = JSON.stringify({ type: 'bad_request', key: 'not_authenticated', message: 'no' });
  const fault = { kind: 'status', status: 401, body } as const;
  served.membrane.faults.add({ fault, path: /ensure/, times: 1 });
  const request = { method: 'POST', path: path`/connections/ensure` } as const;
  await send({ ...request, body: { appUrl: 'https://chatra.io' } });
  expect(renewals()).toHaveLength(1);
  expect(asked(/ensure/)).toHaveLength(2);
  expect(world.account?.isSignedOut).toBe(false);
  // A new one that is refused, too, is not renewed for that.
  served.membrane.faults.add({ fault, path: /ensure/ });
  expect(await failure(send({ ...request, body: { appUrl: 'x.example' } }))).toBe(
    'relay-signed-out',
  );
  expect(world.account?.isSignedOut).toBe(true);
  expect(renewals()).toHaveLength(1);
});

test('a clock that was put back since is no newer token: the one that is refused is renewed', async () => {
  world.clock -= 24 * 60 * minute;
  const body = JSON.stringify({ type: 'bad_request', key: 'not_authenticated', message: 'no' });
  const fault = { kind: 'status', status: 401, body } as const;
  served.membrane.faults.add({ fault, path: /ensure/, times: 1 });
  const request = { method: 'POST', path: path`/connections/ensure` } as const;
  await send({ ...request, body: { appUrl: 'https://chatra.io' } });
  expect(renewals()).toHaveLength(1);
});

test.each([
  [500, '', 'server-error'],
  [503, '{"error":"temporarily_unavailable"}', 'server-error'],
  [400, '{"error":"slow_down"}', 'server-error'],
  [403, '<html>edge</html>', 'server-error'],
  [200, 'no json', 'server-error'],
  [429, '', 'rate-limited'],
])(
  'trouble (%d %s) ends no sign-in: the old token goes on as long as it lasts',
  async (status, body, due) => {
    const fault = { kind: 'status', status, body } as const;
    served.membrane.faults.add({ fault, path: /oauth/ });
    world.clock += 59.5 * minute;
    await send();
    world.clock += minute;
    expect(await failure(send())).toBe(due);
    expect(world.account?.isSignedOut).toBe(false);
    served.membrane.faults.clear();
    await send();
  },
);

test('what comes while the keys are locked is kept once they are open', async () => {
  world.clock += 2 * 60 * minute;
  const { readSecrets, writeSecrets } = world.accountPorts;
  const locked = () => Promise.reject(new KeysLocked());
  Object.assign(world.accountPorts, { writeSecrets: locked });
  startWith(world, window);
  expect(await failure(send())).toBe('locked');
  Object.assign(world.accountPorts, { readSecrets: locked });
  expect(await failure(send())).toBe('locked');
  const { refreshToken } = kept() ?? {};
  Object.assign(world.accountPorts, { readSecrets, writeSecrets });
  await send();
  expect(renewals()).toHaveLength(1);
  expect(kept()?.refreshToken).not.toBe(refreshToken);
});

test('on a full disk the sign-in goes on, through several renewals, and is kept once there is room', async () => {
  const { writeSecrets } = world.accountPorts;
  const before = kept();
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  Object.assign(world.accountPorts, { writeSecrets: full });
  startWith(world, window);
  for (let time = 1; time <= 3; time += 1) {
    world.clock += 2 * 60 * minute;
    await send();
    await send();
    expect(renewals()).toHaveLength(time);
  }
  expect(kept()).toEqual(before);
  expect(world.account?.isSignedOut).toBe(false);
  Object.assign(world.accountPorts, { writeSecrets });
  await send();
  expect(renewals()).toHaveLength(3);
  expect(kept()?.refreshToken).not.toBe(before?.refreshToken);
  startWith(world, window);
  world.clock += 2 * 60 * minute;
  await send();
  expect(asked(/^\/oauth\/revoke$/)).toHaveLength(0);
});

test.each([
  ['signing out', () => world.membrane.account.signOut()],
  ['signing in again', () => world.membrane.account.signInOnPage(served.origin)],
])(
  'on a full disk, %s ends the sign-in that is used, not the one that is stored',
  async (_how, end) => {
    const { writeSecrets } = world.accountPorts;
    let isFull = true;
    let used: string | undefined;
    const full: typeof writeSecrets = (id, origin, secrets) => {
      if (!isFull) return writeSecrets(id, origin, secrets);
      used = secrets.refreshToken;
      return Promise.reject(new DOMException('full', 'QuotaExceededError'));
    };
    Object.assign(world.accountPorts, { writeSecrets: full });
    startWith(world, window);
    for (let time = 0; time < 2; time += 1) {
      world.clock += 2 * 60 * minute;
      await send();
    }
    expect(used).not.toBe(kept()?.refreshToken);
    isFull = false;
    expect(await end()).toEqual({ kind: 'ok' });
    const ended = () =>
      asked(/^\/oauth\/revoke$/).map(({ body }) => new URLSearchParams(body).get('token'));
    await expect.poll(ended).toEqual([used]);
  },
);

test('whoever signs out while it is renewed stays signed out, and nothing stays open', async () => {
  world.clock += 2 * 60 * minute;
  served.membrane.faults.add({ fault: { kind: 'held' }, path: /oauth\/token/ });
  const work = failure(send());
  await expect.poll(() => renewals().length).toBe(1);
  // Membrane does not hear of it: it renews once more.
  const fault = { kind: 'status', status: 500 } as const;
  served.membrane.faults.add({ fault, path: /oauth\/revoke/, times: 1 });
  expect(await world.membrane.account.signOut()).toMatchObject({ kind: 'failed' });
  served.membrane.faults.clear();
  expect(await work).toBe('relay-signed-out');
  expect([world.account, kept()]).toEqual([undefined, undefined]);
  expect(asked(/^\/oauth\/revoke$/)).toHaveLength(2);
});

test('signing out tells Membrane, forgets it here in any case, and says when Membrane did not hear', async () => {
  const { refreshToken = '' } = kept() ?? {};
  expect(await world.membrane.account.signOut()).toEqual({ kind: 'ok' });
  const [told] = asked(/^\/oauth\/revoke$/);
  expect(new URLSearchParams(told?.body).get('token')).toBe(refreshToken);
  await world.membrane.account.signInOnPage(served.origin);
  served.membrane.faults.add({ fault: { kind: 'status', status: 500 } });
  expect(await world.membrane.account.signOut()).toMatchObject({
    message: expect.stringContaining('console'),
  });
  expect([world.account, kept()]).toEqual([undefined, undefined]);
});

const step = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 0, max: 200 }) }),
  fc.constantFrom({ do: 'stop' } as const, { do: 'break' } as const, { do: 'mend' } as const),
  fc.record({ do: fc.constant('ask' as const), calls: fc.integer({ min: 1, max: 4 }) }),
);

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

/** What happens to the world in a step; whether Membrane's sign-in is broken after it. */
function happen(each: Step, isBroken: boolean): boolean {
  switch (each.do) {
    case 'pass':
      world.clock += each.minutes * minute;
      return isBroken;
    case 'stop':
      startWith(world, window);
      return isBroken;
    case 'break':
      served.membrane.faults.add({ fault: { kind: 'status', status: 502 }, path: /oauth/ });
      return true;
    case 'mend':
      served.membrane.faults.clear();
      return false;
    case 'ask':
      return isBroken;
  }
}

async function askTogether(calls: number, isBroken: boolean): Promise<void> {
  const before = renewals().length;
  const outcomes = new Set(await Promise.all(Array.from({ length: calls }, () => failure(send()))));
  expect(outcomes).not.toContain('relay-signed-out');
  if (isBroken) return;
  expect(outcomes).toEqual(new Set(['none']));
  expect(renewals().length - before).toBeLessThanOrEqual(1);
}

test('law: whatever happens, calls work while Membrane does, and each renewal is asked for once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      await begin();
      let isBroken = false;
      for (const each of steps) {
        isBroken = happen(each, isBroken);
        if (each.do === 'ask') await askTogether(each.calls, isBroken);
      }
      expect(world.account?.isSignedOut).toBe(false);
    }),
    { numRuns: 25 },
  );
});
