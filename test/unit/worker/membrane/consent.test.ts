import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ServedMembrane, serveMembrane } from '../../helpdesks/membrane-server';
import { ConsentWindow, redirect, startWith } from './consent-window';
import { MembraneWorld } from './membrane-world';

let now = Date.now();
let served: ServedMembrane;
beforeAll(async () => {
  served = await serveMembrane({ now: () => now });
});
afterAll(() => served.stop());

let world: MembraneWorld;
let window: ConsentWindow;
beforeEach(() => {
  served.membrane.reset();
  served.membrane.switches.consent = 'at-once';
  world = new MembraneWorld(served.origin);
  world.clock = now;
  window = new ConsentWindow();
  startWith(world, window);
});

const signIn = () => world.membrane.account.signInOnPage(served.origin);
const kept = () => world.kept.get('membrane')?.secrets;
const asked = (path: RegExp) => served.membrane.log.entries.filter((each) => path.test(each.path));

test('a person signs in on the page: nothing secret is in an address, and it renews itself', async () => {
  expect(await signIn()).toEqual({ kind: 'ok' });
  expect(world.account).toMatchObject({
    base: served.origin,
    tenantId: 'ten-desk',
    isRenewed: true,
    isSignedOut: false,
  });
  expect(world.account?.expiresAt).toBeUndefined();
  const { token = '', refreshToken = '' } = kept() ?? {};
  expect(world.kept.get('membrane')?.origin).toBe(served.origin);
  expect(JSON.stringify(world.account)).not.toContain(token);
  expect(JSON.stringify(world.account)).not.toContain(refreshToken);
  const [page] = window.shown;
  expect(Object.fromEntries(page?.searchParams ?? [])).toMatchObject({
    response_type: 'code',
    scope: 'tenant',
    redirect_uri: redirect,
    code_challenge_method: 'S256',
  });
  const form = new URLSearchParams(asked(/^\/oauth\/token$/)[0]?.body);
  const verifier = form.get('code_verifier') ?? '';
  expect(page?.href).not.toContain(verifier);
  expect(createHash('sha256').update(verifier).digest('base64url')).toBe(
    page?.searchParams.get('code_challenge'),
  );
  expect(form.get('client_id')).not.toBe('membrane-cli');
  for (const { path, query } of served.membrane.log.entries) {
    expect(`${path}${JSON.stringify(query)}`).not.toContain(token);
  }
});

test('Deskside registers once, and each sign-in has a state and a verifier of its own', async () => {
  for (let time = 0; time < 3; time += 1) expect(await signIn()).toEqual({ kind: 'ok' });
  expect(asked(/^\/oauth\/register$/)).toHaveLength(1);
  for (const name of ['state', 'code_challenge']) {
    const values = window.shown.map(({ searchParams }) => searchParams.get(name));
    expect(new Set(values).size).toBe(3);
    for (const value of values) expect(value?.length).toBeGreaterThanOrEqual(32);
  }
  // The earlier ones are worth nothing any more.
  await expect.poll(() => asked(/^\/oauth\/revoke$/).length).toBe(2);
});

test('without a refresh token it ends like one that was pasted', async () => {
  served.membrane.switches.givesRefreshTokens = false;
  expect(await signIn()).toEqual({ kind: 'ok' });
  expect(world.account).toMatchObject({ isRenewed: false, expiresAt: now + 3_600_000 });
});

/** One row for each thing that can go wrong: what makes it happen, and a word of what is said. */
const failures: [string, string, () => void][] = [
  ['the window is closed', 'was closed', () => rejecting('The user did not approve access.')],
  [
    'the window is closed in Firefox',
    'was closed',
    () => rejecting('User cancelled or denied access.'),
  ],
  ['nothing comes back', 'was closed', () => returning(() => undefined)],
  [
    'the page does not load',
    'could not be loaded',
    () => rejecting('Authorization page could not be loaded.'),
  ],
  ['the person refuses', 'was denied on', () => changing(['error', 'access_denied'])],
  ['the page has trouble', 'internal error', () => changing(['error', 'server_error'])],
  ['the page refuses', 'refused the sign-in', () => changing(['error', 'invalid_scope'])],
  ['another state', 'does not belong', () => changing(['state', 'another'])],
  ['no state', 'does not belong', () => changing(['state', undefined])],
  ['no code', 'without an answer', () => changing(['code', undefined])],
  ['a wrong code', 'no longer valid', () => changing(['code', 'made-up'])],
  [
    'a code that took too long',
    'no longer valid',
    () =>
      returning((back) => {
        now += 61_000;
        return back;
      }),
  ],
  [
    'a code that was used',
    'no longer valid',
    () =>
      returning(async (back) => {
        await fetch(`${served.origin}/oauth/token`, {
          method: 'POST',
          body: new URLSearchParams({
            grant_type: 'authorization_code',
            client_id: window.client?.clientId ?? '',
            code: new URL(back).searchParams.get('code') ?? '',
          }),
        });
        return back;
      }),
  ],
  [
    'Membrane takes no extension',
    'Paste a token instead',
    () => {
      served.membrane.switches.takesExtensions = false;
    },
  ],
  ['Membrane fails', 'Membrane reports an internal error', () => faultAt('/oauth/register', 500)],
  ['Membrane has enough', 'too many requests', () => faultAt('/oauth/token', 429)],
  ['an edge answers the exchange', 'refused the sign-in', () => faultAt('/oauth/token', 403)],
  ['the exchange fails', 'Membrane reports an internal error', () => faultAt('/oauth/token', 503)],
  ['an unreadable answer', 'cannot read', () => answerAt('/oauth/token', '{"access_token":"x"}')],
  [
    'an answer that is another kind of token',
    'cannot read',
    () => answerAt('/oauth/token', '{"access_token":"x","token_type":"mac","expires_in":5}'),
  ],
  ['an answer without a client', 'cannot read', () => answerAt('/oauth/register', '{}')],
  [
    'the new token is refused',
    'does not accept this sign-in',
    () => answerAt('/oauth/token', '{"access_token":"x","token_type":"bearer","expires_in":5}'),
  ],
];

test.each(failures)('%s: “%s”, and nobody is signed in', async (_name, words, happen) => {
  happen();
  const answer = await signIn();
  expect(answer.kind === 'failed' ? answer.message : '').toContain(words);
  expect(answer).not.toMatchObject({ message: expect.stringMatching(/undefined|made-up/) });
  expect([world.account, kept()]).toEqual([undefined, undefined]);
  // What came in between opens nothing: what was given out is taken back.
  served.membrane.faults.clear();
  served.membrane.switches.takesExtensions = true;
  window.showPage = new ConsentWindow().showPage;
  expect(await signIn()).toEqual({ kind: 'ok' });
});

test('what fails leaves the earlier sign-in as it was', async () => {
  await signIn();
  const before = [world.account, kept()];
  rejecting('The user did not approve access.');
  expect(await signIn()).toMatchObject({ kind: 'failed' });
  expect([world.account, kept()]).toEqual(before);
});

test('a client that Membrane forgot is registered anew at the next try', async () => {
  window.client = { base: served.origin, redirect, clientId: 'oauth_gone' };
  expect(await signIn()).toMatchObject({ kind: 'failed' });
  expect(await signIn()).toEqual({ kind: 'ok' });
  startWith(world, window);
  returning((back) => {
    window.client = undefined;
    return back;
  });
  window.client = { base: 'https://another.example', redirect, clientId: 'of-another' };
  expect(await signIn()).toEqual({ kind: 'ok' });
});

test('a build without it says so, and sends nothing', async () => {
  world.restart();
  expect(await signIn()).toMatchObject({
    kind: 'failed',
    message: expect.stringContaining('can only sign in to Membrane with a token'),
  });
  expect(served.membrane.log.entries).toEqual([]);
});

function rejecting(message: string): void {
  window.showPage = () => Promise.reject(new Error(message));
}

function returning(change: (back: string) => string | undefined | Promise<string>): void {
  const { showPage } = new ConsentWindow();
  window.showPage = async (address) => change((await showPage(address)) ?? '');
}

function changing([name, value]: [string, string | undefined]): void {
  returning((back) => {
    const url = new URL(back);
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return url.href;
  });
}

function faultAt(path: string, status: number): void {
  const fault = { kind: 'status', status, body: '<html>edge</html>' } as const;
  served.membrane.faults.add({ fault, path: new RegExp(`^${path}$`) });
}

function answerAt(path: string, body: string): void {
  const fault = { kind: 'status', status: 200, body } as const;
  served.membrane.faults.add({ fault, path: new RegExp(`^${path}$`) });
}
