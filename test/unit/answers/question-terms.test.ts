import { expect, test } from 'vitest';
import { closenessOf, rankedQuestion } from '../../../lib/answers/question-closeness';
import { questionTerms } from '../../../lib/answers/question-terms';

/** What two texts have in common, by their terms. */
function shared(one: string, other: string): number {
  const keys = questionTerms(other);
  return [...questionTerms(one).keys()].filter((key) => keys.has(key)).length;
}

test.each([
  ['I want my money back', 'When is the refund on my card?'],
  ['The package has not arrived', 'My parcel was never delivered'],
  ['Ich komme nicht ins Konto, Kennwort vergessen', 'Passwort zurücksetzen'],
  ['Gibt es Selbstabholung?', 'Kann ich es im Laden abholen?'],
  ['快递没收到', '我的包裹在哪里'],
  ['je veux résilier', 'comment annuler mon abonnement'],
  ['¿dónde está mi envío?', 'el paquete no ha llegado'],
])('%s – %s', (one, other) => {
  expect(shared(one, other)).toBeGreaterThan(0);
});

test('greetings, function words and long numbers are no terms', () => {
  expect([...questionTerms('Hello, can you please help me? It is 4711223344. Danke!')]).toEqual([]);
  expect([...questionTerms('error 503').keys()]).toContain('#503');
});

test('a text of any length gives a bounded number of terms', () => {
  const text = Array.from({ length: 5_000 }, (_none, index) => `word${index}x`).join(' ');
  expect(questionTerms(text).size).toBeLessThanOrEqual(60);
});

test('a rare word brings two questions closer than a common one', () => {
  const terms = [...questionTerms('waterproof boots').values()].map(({ term }) => term);
  const having = terms.map(({ key }) => (key === 'boot' ? 500 : 3));
  const ranked = rankedQuestion(terms, having, 1_000);
  const rare = closenessOf(ranked, { question: 'is it waterproof', reply: '' });
  const common = closenessOf(ranked, { question: 'my boots', reply: '' });
  expect(rare).toBeGreaterThan(common);
  const answered = closenessOf(ranked, { question: 'my boots', reply: 'they are waterproof' });
  expect(answered).toBeGreaterThan(common);
  expect(closenessOf(ranked, { question: 'hello', reply: 'the boots are waterproof' })).toBe(0);
  expect(closenessOf(ranked, { question: 'hello', reply: '' })).toBe(0);
});
