import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { descriptorSchema } from '../../../../lib/model/descriptor';
import { kustomer } from '../../../../lib/platforms/kustomer/definition';
import { connection } from './fakes';

describe('readFields', () => {
  it.each([
    'acme',
    ' ACME ',
    'acme.kustomerapp.com',
    'Acme.KustomerApp.com/',
    'https://acme.kustomerapp.com/app/customers/66a0000000000000000000c1?x=1#y',
    'http://acme.kustomerapp.com:443/app',
    'acme.api.kustomerapp.com',
    'https://acme.api.kustomerapp.com/v1/customers',
  ])('leads %j to the organisation acme', (org) => {
    expect(kustomer.readFields({ org, key: '' })).toEqual({
      apiOrigin: 'https://acme.api.kustomerapp.com',
      pageOrigin: 'https://acme.kustomerapp.com',
      label: 'acme',
    });
  });

  it('takes a sandbox', () => {
    expect(kustomer.readFields({ org: 'acme-sandbox' })).toMatchObject({ label: 'acme-sandbox' });
  });

  it.each([
    '',
    '   ',
    'api',
    'cdn',
    'api.kustomerapp.com',
    'api.prod2.kustomerapp.com',
    'kustomerapp.com',
    '.kustomerapp.com',
    '-acme',
    'acme-',
    'ac_me',
    'ac me',
    'äcme',
    'a'.repeat(64),
    'acme.example.com',
    'https://acme.kustomerapp.com.evil.example/app',
    'https://evil.example/acme.kustomerapp.com',
    'https://user:secret@acme.kustomerapp.com',
    '../acme',
  ])('refuses %j with words for the field', (org) => {
    const answer = kustomer.readFields({ org });
    expect(answer).toHaveProperty('problems.org', expect.stringMatching(/organisation/i));
  });

  it('answers for a form without fields', () => {
    expect(kustomer.readFields({})).toHaveProperty('problems.org');
  });

  it('never leads off Kustomer’s hosts, whatever is typed', async () => {
    await fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (org) => {
        const answer = kustomer.readFields({ org });
        if ('problems' in answer) return;
        const { hostname, origin } = new URL(answer.apiOrigin);
        expect(origin).toBe(answer.apiOrigin);
        expect(hostname).toMatch(/^[a-z0-9-]+\.api\.kustomerapp\.com$/);
      }),
    );
  });
});

describe('authorise', () => {
  it('puts exactly one space between Bearer and the trimmed key', () => {
    expect(kustomer.authorise({ key: ' \teyJhbGciOi.abc-_.x7Q\n' })).toEqual({
      Authorization: 'Bearer eyJhbGciOi.abc-_.x7Q',
    });
  });

  it.each([
    undefined,
    '',
    '  ',
    'two words',
    'Bearer eyJ',
    'line\nbreak',
    'nul\0',
    'schlüssel',
    'zero\u200bwidth',
  ])('throws TypeError for %j', (key) => {
    expect(() => kustomer.authorise(key === undefined ? {} : { key })).toThrow(TypeError);
  });
});

describe('descriptor', () => {
  it('is plain data of the agreed shape', () => {
    expect(v.is(descriptorSchema, JSON.parse(JSON.stringify(kustomer.describe())))).toBe(true);
  });

  it('offers what its capabilities promise', () => {
    const api = kustomer.createApi({
      connection,
      transport: { send: async () => ({ status: 200, body: {} }) },
      now: () => 0,
      remember: async () => undefined,
    });
    expect(api.find).toBeDefined();
    expect(api.history).toBeDefined();
    expect(api.directoryPage).toBeUndefined();
  });

  it('stays below the smallest plan’s 300 calls a minute', () => {
    const { perInterval, intervalMs } = kustomer.pace;
    expect((perInterval * 60_000) / intervalMs).toBeLessThan(300);
  });
});
