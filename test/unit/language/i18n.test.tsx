// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { i18n } from '../../../lib/language/i18n';
import { activateLanguage } from '../../../lib/language/load-language';
import { TranslatedElements } from '../../../lib/language/Trans';

afterEach(cleanup);

/** What Lingui gives a meaning of its own, among what people may be called or write. */
const foreign = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\\u0041',
    '\\x41',
    '<0>a</0>',
    '<0/>',
    '{name}',
    "''",
    "'{'",
    '#',
    '\\\\u0041',
    '$&',
  ),
  fc.string({
    unit: fc.constantFrom('\\', 'u', 'x', '0', '4', '1', '<', '>', '/', '{', '}', "'", '#'),
  }),
);

test('a value comes out of a sentence exactly as it went in', () => {
  fc.assert(
    fc.property(foreign, (name) => {
      const sentence = { id: 'a', message: 'Read from {name}.', values: { name } };
      expect(i18n._(sentence)).toBe(`Read from ${name}.`);
    }),
  );
});

test('nothing is said before there is a language: neither the id of a sentence nor another language', () => {
  i18n.loadAndActivate({ locale: '', messages: {} });
  expect(() => i18n._({ id: 'a', message: 'Read.' })).toThrow();
  activateLanguage('en', {});
  expect(i18n._({ id: 'a', message: 'Read.' })).toBe('Read.');
});

test('a value beside elements comes out exactly as it went in, and becomes none itself', () => {
  fc.assert(
    fc.property(foreign, (name) => {
      const { container } = render(
        <TranslatedElements
          id="b"
          message="<0>{name}</0> of {name}"
          values={{ name }}
          components={{ 0: <b /> }}
        />,
      );
      expect(container.querySelector('b')?.textContent).toBe(name);
      expect(container.textContent).toBe(`${name} of ${name}`);
      cleanup();
    }),
  );
});
