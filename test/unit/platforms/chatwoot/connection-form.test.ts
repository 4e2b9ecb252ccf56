import { describe, expect, it } from 'vitest';
import { createDirectTransport } from '../../../../lib/http/direct';
import { safeOriginOf } from '../../../../lib/model/safe-origin';
import { chatwoot } from '../../../../lib/platforms/chatwoot/definition';

const { readFields, recogniseTab, authorise } = chatwoot;

describe('readFields', () => {
  it.each([
    ['', 'https://app.chatwoot.com', undefined],
    ['  ', 'https://app.chatwoot.com', undefined],
    ['https://desk.example.com', 'https://desk.example.com', undefined],
    ['https://desk.example.com/', 'https://desk.example.com', undefined],
    ['desk.example.com', 'https://desk.example.com', undefined],
    ['DESK.Example.com:8443/app', 'https://desk.example.com:8443', undefined],
    ['https://app.chatwoot.com/app/accounts/12/conversations/34', 'https://app.chatwoot.com', '12'],
    ['desk.example.com/app/accounts/5', 'https://desk.example.com', '5'],
    ['https://desk.example.com/app/accounts/5?x=1#y', 'https://desk.example.com', '5'],
    ['http://localhost:3000/app/accounts/1/dashboard', 'http://localhost:3000', '1'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000', undefined],
    ['https://chatwoot.localhost', 'https://chatwoot.localhost', undefined],
  ])('takes %j', (origin, apiOrigin, account) => {
    expect(readFields({ origin, token: '' })).toMatchObject({
      apiOrigin,
      pageOrigin: apiOrigin,
      account,
    });
    // What the form takes can be asked, and access to it can be given.
    const unasked = { authorise: async () => ({}), permitted: async () => true };
    expect(() => createDirectTransport({ origin: apiOrigin, ...unasked })).not.toThrow();
    expect(safeOriginOf(apiOrigin)).toBe(apiOrigin);
    expect(recogniseTab(new URL(`${apiOrigin}/app/accounts/1`), '')).toBeDefined();
  });

  it.each([
    'http://desk.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'http://[::1]:3000',
    'http://127.0.0.2:3000',
    'http://chatwoot.localhost:3000',
    'ftp://desk.example.com',
    'javascript:alert(1)',
    'https://',
    'https://ana:secret@desk.example.com',
    'my helpdesk',
    'https://desk.example.com:99999',
  ])('refuses %j with words at the field', (origin) => {
    expect(readFields({ origin })).toEqual({
      problems: { origin: expect.stringMatching(/\w{3}/) },
    });
  });

  it.each(['http://[::1]:3000', 'http://chatwoot.localhost:3000', 'http://127.0.0.2'])(
    'offers no tab at %s, to which nobody can give access',
    (origin) => {
      expect(recogniseTab(new URL(`${origin}/app/accounts/1`), 'Chatwoot')).toBeUndefined();
    },
  );

  it('takes the account number from its field', () => {
    expect(readFields({ origin: 'desk.example.com', account: ' 007 ' })).toMatchObject({
      account: '7',
      label: 'desk.example.com, account 7',
    });
  });

  it.each(['acme', '-1', '1/2', '0', '1.5'])('refuses the account number %j', (account) => {
    expect(readFields({ account })).toEqual({ problems: { account: expect.any(String) } });
  });

  it('tells when address and account contradict each other', () => {
    const origin = 'https://desk.example.com/app/accounts/1/dashboard';
    expect(readFields({ origin, account: '2' })).toEqual({
      problems: { account: 'The address is for account 1, but this field says account 2.' },
    });
    expect(readFields({ origin, account: '1' })).toMatchObject({ account: '1' });
  });
});

describe('authorise', () => {
  it('uses the hyphenated header, which nginx lets through', () => {
    expect(authorise({ token: ' aB3xYz ' })).toEqual({ 'Api-Access-Token': 'aB3xYz' });
  });

  it.each([{}, { token: '' }, { token: ' \n' }])('refuses a missing token %j', (secrets) => {
    expect(() => authorise(secrets)).toThrow(TypeError);
  });

  it.each(['a b', 'a\r\nHost: x', 'gehäuse', 'a\u0000b'])(
    'refuses %j without quoting it',
    (token) => {
      expect(() => authorise({ token })).toThrow(TypeError);
      expect(() => authorise({ token })).not.toThrow(token);
    },
  );
});
