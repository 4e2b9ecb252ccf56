import { expect, test } from 'vitest';
import {
  addressOfRemedy,
  cardFailureWords,
  droppedWords,
  lackingWords,
} from '../../../lib/cards/card-words';
import { cardFailures } from '../../../lib/model/data-card';

const card = { origin: 'https://shop.example:8443' };

test.each(cardFailures)('%s is a whole sentence that names the host', (kind) => {
  const { text } = cardFailureWords(card, { kind });
  expect(text).toContain('shop.example:8443');
  expect(text).toMatch(/^\S.*[^.]\.$/);
});

test('a failure says when, with which status, and where it is mended', () => {
  const retryAt = new Date(2026, 10, 29, 14, 5).getTime();
  expect(cardFailureWords(card, { kind: 'rate-limited', retryAt }).text).toContain('14:05');
  expect(cardFailureWords(card, { kind: 'server-error', status: 503 }).text).toContain('(503)');
  const { remedy } = cardFailureWords(card, { kind: 'locked' });
  expect(addressOfRemedy(remedy)).toBe('/options.html#keys');
  expect(addressOfRemedy('settings')).toBe('/options.html#cards');
  expect(addressOfRemedy('retry')).toBeUndefined();
});

test('what is lacking and what was dropped is told in words', () => {
  expect(lackingWords(['email'])).toBe('Not asked: the contact on screen has no e-mail address.');
  expect(lackingWords(['email', 'external_id'])).toContain('no e-mail address or external id');
  expect(droppedWords(0)).toBe('');
  expect(droppedWords(1)).toMatch(/^1 item/);
  expect(droppedWords(3)).toMatch(/^3 items/);
});
