import { expect, test } from 'vitest';
import { greetingAt } from '../../../lib/replies/greeting';

const noon = Date.UTC(2026, 4, 3, 12, 30);

test.each([
  ['en', 'UTC', 'Good afternoon'],
  ['en-GB', 'America/New_York', 'Good morning'],
  ['en', 'Asia/Tokyo', 'Good evening'],
  ['de-AT', 'Europe/Vienna', 'Guten Tag'],
  ['pt-BR', 'America/Sao_Paulo', 'Bom dia'],
  ['nn', 'UTC', 'God ettermiddag'],
  ['PT', 'UTC', 'Boa tarde'],
  ['iw', 'UTC', 'צהריים טובים'],
])('greets in %s at the customer’s place, %s', (language, timeZone, words) => {
  expect(greetingAt({ now: noon, language, timeZone })).toBe(words);
});

test.each([
  [Date.UTC(2026, 4, 3, 4, 59), 'Good evening'],
  [Date.UTC(2026, 4, 3, 5, 0), 'Good morning'],
  [Date.UTC(2026, 4, 3, 11, 59), 'Good morning'],
  [Date.UTC(2026, 4, 3, 12, 0), 'Good afternoon'],
  [Date.UTC(2026, 4, 3, 18, 0), 'Good evening'],
  [Date.UTC(2026, 4, 3, 0, 0), 'Good evening'],
])('knows the part of the day', (now, words) => {
  expect(greetingAt({ now, language: 'en', timeZone: 'UTC' })).toBe(words);
});

test('goes by the country where that leaves no doubt', () => {
  expect(greetingAt({ now: noon, language: 'en', region: 'JP' })).toBe('Good evening');
  // Noon in Lisbon, half past eight in New York, half past two at night in Honolulu.
  expect(greetingAt({ now: noon, language: 'en', region: 'US' })).toBeUndefined();
});

test('goes by the country where the browser does not know the time zone', () => {
  const place = { now: noon, language: 'en', timeZone: 'Nowhere', region: 'JP' };
  expect(greetingAt(place)).toBe('Good evening');
});

test.each([
  [{ language: 'en' }],
  [{ language: 'en', timeZone: 'Nowhere' }],
  [{ language: 'en', region: '??' }],
  [{ language: 'tlh', timeZone: 'UTC' }],
  [{ language: 'constructor', timeZone: 'UTC' }],
])('says nothing where the place or the language is not known: %j', (place) => {
  expect(greetingAt({ now: noon, ...place })).toBeUndefined();
});
