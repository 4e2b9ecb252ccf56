import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './sources';

/**
 * A contact's `handle` is a secret (whoever knows a Chatra client's id can reach the conversation):
 * only a platform's own folder may touch it. It is stored, and never displayed, logged or exported.
 */
const touch = /\.\s*handle\b|\[\s*['"`]handle['"`]\s*\]|[{,]\s*handle\s*[,}:]/;

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

test.each([
  ['contact.handle', true],
  ["contact['handle']", true],
  ['const { name, handle } = contact', true],
  ['const { handle: id } = contact', true],
  ['createHandlers(ports)', false],
  ['this.#handler(message)', false],
])('the pattern sees %s: %s', (code, expected) => {
  expect(touch.test(code)).toBe(expected);
});

test('nothing outside a platform’s folder touches the secret id of a contact', () => {
  const offenders = sourceFiles().filter(
    (file) =>
      !/^lib\/platforms\/[a-z]+\//.test(file) &&
      file !== 'lib/model/contact.ts' &&
      touch.test(read(file)),
  );
  expect(offenders).toEqual([]);
});

test('no page shows, copies or exports whole contacts', () => {
  // Serialised as a whole, or spread into an element, a contact would take its handle along.
  const wholesale = /JSON\.stringify\([^)]*\bcontacts?\b|\{\.\.\.contact\}/;
  const offenders = sourceFiles().filter(
    (file) => file.startsWith('components/') && wholesale.test(read(file)),
  );
  expect(offenders).toEqual([]);
});
