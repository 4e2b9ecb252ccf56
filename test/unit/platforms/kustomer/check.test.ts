import { describe, expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { ConnectionProblem } from '../../../../lib/platforms/contract/api';
import { checkConnection } from '../../../../lib/platforms/kustomer/check';
import { withExpiredKeys } from '../../../../lib/platforms/kustomer/refused-key';
import { rememberRights } from '../../../../lib/platforms/kustomer/roles';
import { FakeKustomer, MACHINE, refused, signal, user } from './fakes';

const read = [
  ...['customer', 'conversation', 'message', 'note', 'user', 'shortcut'].map(
    (object) => `org.permission.${object}.read`,
  ),
  ...['create', 'update', 'delete'].flatMap((act) => [
    `org.permission.note.${act}`,
    `org.permission.shortcut.${act}`,
  ]),
];

function token(roles: unknown) {
  return { data: { type: 'auth_token', id: 't', attributes: { name: 'side-panel', roles } } };
}

function organisation(name: unknown = 'acme') {
  return { data: { type: 'org', id: 'o', attributes: { name } } };
}

function script(roles: unknown, more: Record<string, unknown> = {}) {
  return new FakeKustomer({
    '/v1/auth/tokens/current': token(roles),
    '/v1/orgs/current': organisation(),
    '/v1/users/current': {
      data: user(MACHINE, { displayName: 'Deskside key', userType: 'machine' }),
    },
    ...more,
  });
}

async function problemOf(kustomer: FakeKustomer): Promise<ConnectionProblem> {
  const error = await checkConnection(kustomer.ports(), signal).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ConnectionProblem);
  if (!(error instanceof ConnectionProblem)) throw error;
  return error;
}

describe('a key that works', () => {
  it('names the organisation, and no agent: a machine signs nothing', async () => {
    const kustomer = script(read);
    expect(await checkConnection(kustomer.ports(), signal)).toEqual({
      accountName: 'acme',
      provesAccount: true,
      agentName: undefined,
      warnings: [],
    });
    expect(kustomer.requests).toEqual([
      '/v1/auth/tokens/current',
      '/v1/orgs/current',
      '/v1/users/current',
    ]);
  });

  it('names the human whose key it is', async () => {
    const human = { name: 'Sam', email: 'sam@acme.example', userType: 'user' };
    const own = { '/v1/users/current': { data: user(MACHINE, human) } };
    const report = await checkConnection(script(read, own).ports(), signal);
    expect(report).toMatchObject({ agentName: 'Sam', agentEmail: 'sam@acme.example' });
  });

  it.each([
    ['roots', ['org.permission']],
    ['an administrator', ['org.admin']],
    [
      'prefixes',
      ['customer', 'conversation', 'message', 'note', 'user', 'shortcut'].map(
        (o) => `org.permission.${o}`,
      ),
    ],
    [
      'legacy names',
      [
        ...['customer', 'conversation', 'message', 'note'].map((o) => `org.user.${o}.read`),
        'org.user.note.write',
        'org.admin.user.read',
        'org.user.content.shortcut.read',
        'org.admin.shortcut.write',
      ],
    ],
    ['junk beside them', [...read, null, 7, 'org.permission.customerx']],
  ])('is told from %s', async (_case, roles) => {
    const { warnings } = await checkConnection(script(roles).ports(), signal);
    expect(warnings).toEqual([]);
  });

  it('says what it cannot do', async () => {
    const roles = ['org.permission.customer', 'org.permission.conversation.read'];
    const { warnings } = await checkConnection(script(roles).ports(), signal);
    expect(warnings).toEqual([
      'Deskside cannot read messages in Kustomer. The role org.permission.message.read is missing.',
      'Deskside cannot read internal notes in Kustomer. The role org.permission.note.read is missing.',
      'Deskside cannot create pinned notes in Kustomer. The role org.permission.note.create is missing.',
      'Deskside cannot change pinned notes in Kustomer. The role org.permission.note.update is missing.',
      'Deskside cannot delete pinned notes in Kustomer. The role org.permission.note.delete is missing.',
      'Deskside cannot read colleagues’ names in Kustomer. The role org.permission.user.read is missing.',
      'Deskside cannot read shortcuts in Kustomer. The role org.permission.shortcut.read is missing.',
      'Deskside cannot create shortcuts in Kustomer. The role org.permission.shortcut.create is missing.',
      'Deskside cannot change shortcuts in Kustomer. The role org.permission.shortcut.update is missing.',
      'Deskside cannot delete shortcuts in Kustomer. The role org.permission.shortcut.delete is missing.',
    ]);
  });

  it('may be refused its own names, in either status', async () => {
    const kustomer = script(read, {
      '/v1/orgs/current': refused(401),
      '/v1/users/current': refused(403),
    });
    expect(await checkConnection(kustomer.ports(), signal)).toEqual({
      accountName: 'acme',
      provesAccount: false,
      agentName: undefined,
      warnings: [],
    });
  });

  it.each([undefined, null, 'org'])('warns when the roles are %j', async (roles) => {
    const { warnings } = await checkConnection(script(roles).ports(), signal);
    expect(warnings).toEqual([expect.stringContaining('did not say which roles')]);
  });
});

describe('a key that does not work', () => {
  it.each([[[]], [['org.permission.customer.create']], [['org.permission.customer.readonly']]])(
    'cannot find customers with %j',
    async (roles) => {
      const problem = await problemOf(script(roles));
      expect(problem.reason).toBe('missing-right');
      expect(problem.message).toContain('org.permission.customer.read');
    },
  );

  it('belongs to another organisation, which is named', async () => {
    const problem = await problemOf(script(read, { '/v1/orgs/current': organisation('Globex') }));
    expect(problem.reason).toBe('other-account');
    expect(problem.message).toContain('“globex”');
    expect(problem.message).toContain('“acme”');
  });

  it.each(['Acme', 'Acme Incorporated', null, 7])(
    'is not accused because its organisation is called %j',
    async (name) => {
      const kustomer = script(read, { '/v1/orgs/current': organisation(name) });
      await expect(checkConnection(kustomer.ports(), signal)).resolves.toHaveProperty('warnings');
    },
  );

  it.each([
    [401, { errors: [{ status: 401, code: 'unauthorized', title: 'Expired token' }] }],
    [401, { errors: [{ code: 'unauthorized', message: 'Expired token', meta: {} }] }],
    [403, 'Expired token'],
  ] as const)('has expired (%i, %j)', async (status, body) => {
    const kustomer = new FakeKustomer({ '/v1/auth/tokens/current': refused(status, body) });
    const ports = kustomer.ports();
    const marked = { ...ports, transport: withExpiredKeys(ports.transport) };
    await expect(checkConnection(marked, signal)).rejects.toMatchObject({ reason: 'expired-key' });
  });

  it.each([
    [
      {
        errors: [
          { status: '401', code: 'unauthorized', title: 'Unauthorized', detail: 'Bad token' },
        ],
      },
      'Unauthorized: Bad token',
    ],
    [{ errors: [{ code: 'unauthorized', message: 'Invalid token', meta: {} }] }, 'Invalid token'],
    [{ errors: [{ code: 'unauthorized' }] }, 'unauthorized'],
    [{ errors: [null, 7, { title: null, message: 'Nope' }] }, 'Nope'],
  ])('is refused with Kustomer’s words %j', async (body, words) => {
    const problem = await problemOf(
      new FakeKustomer({ '/v1/auth/tokens/current': refused(401, body) }),
    );
    expect(problem.reason).toBe('wrong-key');
    expect(problem.message).toContain(`“${words}”`);
  });

  it.each(['', '{"errors":[{"tit', '<html>', '[]', '{"errors":"x"}'])(
    'is refused without words for the body %j',
    async (body) => {
      const problem = await problemOf(
        new FakeKustomer({ '/v1/auth/tokens/current': refused(401, body) }),
      );
      expect(problem.reason).toBe('wrong-key');
      expect(problem.message).toContain('(401)');
      expect(problem.message).not.toContain('It says');
    },
  );

  it.each([
    new TransportError('refused', { status: 400, body: pod() }),
    new TransportError('refused', { status: 400, body: '{"errors":[{"detail":"autre région"}]}' }),
    new TransportError('refused', { status: 421 }),
    new TransportError('unauthorised', { status: 401, body: pod() }),
  ])('may belong to another region, whatever the words (%s)', async (error) => {
    const problem = await problemOf(new FakeKustomer({ '/v1/auth/tokens/current': error }));
    expect(problem.reason).toBe('wrong-key');
    expect(problem.message).toContain('region');
  });

  it('meets a host without such an organisation', async () => {
    expect((await problemOf(new FakeKustomer({}))).reason).toBe('not-the-platform');
  });

  it.each([[null], [[]], ['ok'], [{ data: null }], [{ data: { attributes: 7 } }], [{}]])(
    'meets an answer that is not Kustomer’s: %j',
    async (body) => {
      const problem = await problemOf(new FakeKustomer({ '/v1/auth/tokens/current': () => body }));
      expect(problem.reason).toBe('not-the-platform');
    },
  );
});

describe('Kustomer that cannot be asked', () => {
  it.each([
    'offline',
    'timeout',
    'server-error',
    'rate-limited',
    'redirected',
    'not-json',
  ] as const)('passes %s on', async (failure) => {
    const kustomer = script(read, { '/v1/auth/tokens/current': new TransportError(failure) });
    await expect(checkConnection(kustomer.ports(), signal)).rejects.toMatchObject({ failure });
  });

  it('passes a failure of the second call on', async () => {
    const kustomer = script(read, { '/v1/orgs/current': new TransportError('server-error') });
    await expect(checkConnection(kustomer.ports(), signal)).rejects.toMatchObject({
      failure: 'server-error',
    });
  });
});

function pod(): string {
  return JSON.stringify({
    errors: [
      {
        code: 'bad_request',
        message: 'Token is associated with pod prod2 but the request is handled by prod1',
      },
    ],
  });
}

it('keeps which rights a key lacks, and nothing where Kustomer does not tell its roles', async () => {
  const facts = new Map<string, string>();
  const ports = {
    remember: async (name: string, value: string) => void facts.set(name, value),
  };
  await rememberRights(ports, ['org.permission.note', 'org.permission.customer.read']);
  expect(facts.get('missingRights')?.split(' ')).toContain('org.permission.message.read');
  expect(facts.get('missingRights')).not.toMatch(/note|customer\.read/);
  await rememberRights(ports, ['org']);
  expect(facts.get('missingRights')).toBe('');
  facts.clear();
  await rememberRights(ports, undefined);
  expect(facts.has('missingRights')).toBe(false);
});
