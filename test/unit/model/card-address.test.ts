import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type CardAddress,
  cardVariables,
  fillCardAddress,
  madeUpPerson,
  readCardAddress,
} from '../../../lib/model/card-address';

function read(text: string): CardAddress {
  const address = readCardAddress(text);
  if ('problem' in address) throw new Error(address.problem);
  return address;
}

describe('an address', () => {
  it('is read with its origin and its variables', () => {
    expect(read(' https://Shop.example:443/a/{contact_id}?email={email}&e={email} ')).toEqual({
      address: 'https://Shop.example:443/a/{contact_id}?email={email}&e={email}',
      origin: 'https://shop.example',
      variables: ['contact_id', 'email'],
    });
    expect(read('https://shop.example:8443?q={name}').origin).toBe('https://shop.example:8443');
    expect(read('https://müller.example/{phone}').origin).toBe('https://xn--mller-kva.example');
  });

  test.each([
    ['', /starts with https/],
    ['http://shop.example/?e={email}', /starts with https/],
    ['javascript:alert({email})', /starts with https/],
    ['//shop.example/{email}', /starts with https/],
    ['https:///{email}', /starts with https/],
    ['https://{name}.shop.example/?e={email}', /must be fixed/],
    ['https://shop.example:{contact_id}/', /must be fixed/],
    ['https://shop.example{email}', /must be fixed/],
    ['{platform}://shop.example/{email}', /starts with https/],
    ['https://ana:pw@shop.example/{email}', /secret header/],
    ['https://shop.example@evil.example/{email}', /secret header/],
    ['https://shop.example\\@evil.example/{email}', /backslash/],
    ['https://shop.example/\\evil.example/{email}', /backslash/],
    ['https://shop.example/a b?e={email}', /spaces/],
    ['https://shop.example/?e={email}\nX: y', /spaces/],
    ['https://shop.example/#{email}', /never sent/],
    ['https://shop.example/?e={mail}', /\{mail\} is not a variable/],
    ['https://shop.example/?e={Email}', /is not a variable/],
    ['https://shop.example/?e={email', /brace/],
    ['https://shop.example/?e=}{email}', /brace/],
    ['https://shop.example/', /Name the person/],
    ['https://shop.example/?p={platform}', /Name the person/],
    ['https://shop.example:99999/{email}', /not a valid address/],
    [`https://shop.example/${'x'.repeat(3_000)}{email}`, /longer than/],
  ])('%j is refused', (text, why) => {
    expect(readCardAddress(text)).toEqual({ problem: expect.stringMatching(why) });
  });
});

const address = read('https://shop.example/people/{external_id}/card?email={email}&n={name}');

describe('a filled address', () => {
  it('has each value as one piece', () => {
    const values = { email: 'ana+x@ex.com', name: 'A & B=C#?/', external_id: '../7/%2e' };
    expect(fillCardAddress(address, values)).toEqual({
      url: 'https://shop.example/people/..%2F7%2F%252e/card?email=ana%2Bx%40ex.com&n=A%20%26%20B%3DC%23%3F%2F',
      sent: values,
    });
  });

  it('is none where something is not known, blank, too long or a step up', () => {
    const whole = { email: 'a@x.example', name: 'Ana', external_id: '7' };
    expect(fillCardAddress(address, { ...whole, email: ' ' })).toEqual({ lacking: ['email'] });
    expect(fillCardAddress(address, { name: 'Ana' })).toEqual({
      lacking: ['external_id', 'email'],
    });
    for (const external_id of ['.', '..', ' .. ', 'x'.repeat(2_000)]) {
      expect(fillCardAddress(address, { ...whole, external_id })).toEqual({
        lacking: ['external_id'],
      });
    }
    const joined = read('https://shop.example/.{name}/x?e={email}');
    expect(fillCardAddress(joined, { ...whole, name: '.' })).toEqual({ lacking: ['name'] });
  });

  it('never leads elsewhere, adds a parameter or changes the path, whatever the values', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '/../..',
        '%2e%2e',
        '//evil.example',
        '@evil.example',
        '\ud800',
        '&a=b',
        '\r\n',
      ),
    );
    fc.assert(
      fc.property(value, value, value, (email, name, external_id) => {
        const filled = fillCardAddress(address, { email, name, external_id });
        if (filled.lacking !== undefined) return;
        const url = new URL(filled.url);
        expect(url.origin).toBe('https://shop.example');
        expect(url.hash).toBe('');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(url.pathname.endsWith('/card')).toBe(true);
        expect([...url.searchParams.keys()]).toEqual(['email', 'n']);
        const wellFormed = (text: string) => text.trim().replace(/\p{Cs}/gu, '\ufffd');
        expect(url.searchParams.get('email')).toBe(wellFormed(email));
        expect(url.searchParams.get('n')).toBe(wellFormed(name));
      }),
    );
  });

  it('can be made for the person who does not exist, with every variable', () => {
    const all = cardVariables.map((name) => `{${name}}`).join('/');
    expect(fillCardAddress(read(`https://shop.example/${all}`), madeUpPerson)).toMatchObject({
      sent: madeUpPerson,
    });
  });
});
