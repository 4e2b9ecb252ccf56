import { expect, test } from 'vitest';
import { hostsIn, registeredName, subdomains } from '../../../lib/answers/host-labels';

test.each([
  ['See https://www.acme.example/a and www.bakery.example.', ['acme.example', 'bakery.example']],
  ['My page is https://millerpottery.example...', ['millerpottery.example']],
  ['My page is millerpottery.com, or shop.müller.de/cups', ['millerpottery.com', 'shop.müller.de']],
  ['It came yesterday.Thanks! I am at anna@bakery.com, see notes.txt', []],
])('hosts in: %s', (text, hosts) => expect(hostsIn(text)).toEqual(hosts));

test.each([
  ['acme.example', 'acme', []],
  ['help.acme.co.uk', 'acme', ['help']],
  ['acme.com', 'acme', []],
  ['my.shop.acme.example', 'acme', ['my', 'shop']],
  ['localhost', '', []],
])('%s: %s', (host, name, before) => {
  expect(registeredName(host)).toBe(name);
  expect(subdomains(host)).toEqual(before);
});
