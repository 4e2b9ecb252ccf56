import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMembraneToken, type TokenProblem } from '../../../../lib/http/membrane/read-token';

const now = Date.UTC(2026, 10, 29);
const inAMonth = now / 1_000 + 30 * 86_400;

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function jwt(claims: Record<string, unknown>, signatureLength = 43): string {
  return `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}.${'s'.repeat(signatureLength)}`;
}

const claims = { workspaceKey: 'ws', tenantKey: 'desk', exp: inAMonth };
const token = jwt(claims);

const pasted: [string, string][] = [
  ['as it is', token],
  ['with blanks and a line break', `  ${token} \r\n`],
  ['in quotes', `"${token}"`],
  ['in single quotes', `'${token}'`],
  ['as a header', `Authorization: Bearer ${token}`],
  ['as a header in capitals', `AUTHORIZATION: BEARER ${token}`],
  ['after Bearer', `Bearer ${token}`],
  ['as a variable', `MEMBRANE_TOKEN=${token}`],
  ['as a quoted variable', `export MEMBRANE_TOKEN="${token}"`],
  ['with the prompt and other lines', `$ membrane token --expiresIn 720h\n${token}\n$ `],
  ['with a line of the program before', `Using workspace acme.\n\n${token}\n\nCopied.`],
  ['as JSON', JSON.stringify({ accessToken: token }, null, 2)],
  ['with an invisible mark', `\ufeff${token.slice(0, 9)}\u200b${token.slice(9)}`],
  [
    'in a curl command',
    `curl -H "Authorization: Bearer ${token}" https://api.getmembrane.com/self`,
  ],
  ['in Markdown', `\`${token}\``],
];

test.each(pasted)('a token is found %s', (_name, text) => {
  expect(readMembraneToken(text, now)).toMatchObject({
    kind: 'token',
    token,
    isPersonal: false,
    expiresAt: inAMonth * 1_000,
  });
});

test.each([
  ['of a company', { workspaceKey: 'ws', tenantKey: 't' }],
  [
    'of the service itself',
    { workspaceKey: 'ws', tenantId: 'ten', isAdmin: false, iss: 'membrane' },
  ],
  ['with an empty name of its tenant', { tenantKey: '', tenantId: 't' }],
  ['of the older form', { iss: 'ws', id: 'tenant', exp: inAMonth }],
] as const)('a token %s is taken', (_name, given) => {
  expect(readMembraneToken(jwt(given), now).kind).toBe('token');
});

test('whom a long-lived token stands for is told, and that it does not expire', () => {
  const given = { workspaceKey: 'ws', tenantId: 't', subject: { type: 'user', name: ' Mara ' } };
  const read = readMembraneToken(jwt(given, 86), now);
  expect(read).toMatchObject({ kind: 'token', subject: 'Mara', expiresAt: undefined });
});

test('a personal token is taken as such', () => {
  expect(readMembraneToken('MEMBRANE_ACCESS_TOKEN=pat-abc_DEF-123', now)).toEqual({
    kind: 'token',
    token: 'pat-abc_DEF-123',
    isPersonal: true,
  });
});

const secret = 'b6f2c9e4a1d84f0d9e3b7c5a2f1e0d9c8b7a69584736251403f2e1d0c9b8a796';
const refusals: [string, TokenProblem, string][] = [
  ['nothing', 'empty', ' \n '],
  [
    'the credentials of a workspace',
    'workspace-secret',
    JSON.stringify({ workspaceKey: 'k', workspaceSecret: secret }),
  ],
  ['its secret as a variable', 'workspace-secret', `MEMBRANE_WORKSPACE_SECRET=${secret}`],
  ['its secret beside a good token', 'workspace-secret', `Workspace Secret: ${secret}\n${token}`],
  ['a bare secret', 'no-token', secret],
  ['a token of the whole workspace', 'whole-workspace', jwt({ workspaceKey: 'ws', isAdmin: true })],
  ['an admin’s token that names a tenant', 'whole-workspace', jwt({ ...claims, isAdmin: true })],
  ['an admin’s token in text', 'whole-workspace', jwt({ ...claims, isAdmin: 'true' })],
  ['an admin’s token in figures', 'whole-workspace', jwt({ ...claims, isAdmin: 1 })],
  ['a token without tenant', 'no-tenant', jwt({ workspaceKey: 'ws', exp: inAMonth })],
  ['a token with an empty tenant', 'no-tenant', jwt({ workspaceKey: 'ws', tenantKey: ' ' })],
  [
    'a helpdesk’s key by its audience',
    'helpdesk-key',
    jwt({ aud: 'urn:consumer', iss: 'urn:api', user: 'u', org: 'o', id: 'x' }),
  ],
  [
    'a helpdesk’s key by one of its audiences',
    'helpdesk-key',
    jwt({ aud: ['a', 'urn:consumer'], id: 'x' }),
  ],
  ['a helpdesk’s key by its issuer', 'helpdesk-key', jwt({ iss: 'urn:api', id: 'x' })],
  ['an expired token', 'expired', jwt({ ...claims, exp: now / 1_000 - 1 })],
  ['a token that ends this very moment', 'expired', jwt({ ...claims, exp: now / 1_000 })],
  ['the beginning of a token', 'cut-off', token.slice(0, 60)],
  ['a token without its signature', 'cut-off', token.split('.').slice(0, 2).join('.')],
  ['a helpdesk’s key that is no web token', 'no-token', 'cw-admin-token-for-tests'],
  ['two keys joined by a colon', 'no-token', 'abcdEFGHijkmNPQRs:secret-1234'],
  ['a sentence', 'no-token', 'please see the other tab'],
  ['a whole book', 'no-token', 'word '.repeat(20_000)],
];

test.each(refusals)('%s is refused', (_name, problem, text) => {
  expect(readMembraneToken(text, now)).toMatchObject({ kind: 'refused', problem });
});

test('each refusal has a sentence of its own, which repeats nothing of what was pasted', () => {
  const messages = new Map<TokenProblem, string>();
  for (const [, problem, text] of refusals) {
    const read = readMembraneToken(text, now);
    if (read.kind !== 'refused') throw new Error('it was taken');
    expect(read.message).not.toContain(secret.slice(0, 12));
    expect(read.message).not.toContain(token.slice(0, 20));
    messages.set(problem, read.message);
  }
  expect(new Set(messages.values()).size).toBe(8);
});

describe('laws', () => {
  test('whatever is pasted, reading it ends and throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(['token', 'refused']).toContain(readMembraneToken(text, now).kind);
      }),
    );
  });
});
