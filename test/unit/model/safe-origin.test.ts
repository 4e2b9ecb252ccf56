import { expect, test } from 'vitest';
import { safeOriginOf } from '../../../lib/model/safe-origin';

test.each([
  ['https://api.example', 'https://api.example'],
  // As browsers copy it, and as people write it.
  ['https://api.example/', 'https://api.example'],
  ['https://API.Example', 'https://api.example'],
  [' https://api.example:443\n', 'https://api.example'],
  ['https://api.example:8443', 'https://api.example:8443'],
  ['https://münchen.example', 'https://xn--mnchen-3ya.example'],
  ['http://localhost:8080', 'http://localhost:8080'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
])('%s is the origin %s', (text, origin) => {
  expect(safeOriginOf(text)).toBe(origin);
});

test.each([
  '',
  'api.example',
  'http://api.example',
  'http://localhost.example',
  'https://api.example/v1',
  'https://api.example?a=1',
  'https://api.example#a',
  'https://mara:secret@api.example',
  'https://a\\b',
  'https://%',
  'ftp://api.example',
  'file:///etc',
  'null',
])('%s is none', (text) => {
  expect(safeOriginOf(text)).toBeUndefined();
});
