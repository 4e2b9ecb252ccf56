import { getCatalogs } from '@lingui/cli/api';
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';
import { beforeAll, expect, test } from 'vitest';
import { linguiConfig } from '../../../lib/language/build/config';
import { languageTags, sourceLanguage } from '../../../lib/language/languages';

const translations = languageTags.filter((tag) => tag !== sourceLanguage);

async function readCatalogues() {
  const [catalog] = await getCatalogs(linguiConfig);
  if (catalog === undefined) throw new Error('no catalogue');
  const [inCode, source, ...translated] = await Promise.all([
    catalog.collect(),
    catalog.read(sourceLanguage),
    ...translations.map((tag) => catalog.read(tag)),
  ]);
  return { inCode: inCode ?? {}, source, translated };
}

let read: Awaited<ReturnType<typeof readCatalogues>>;
beforeAll(async () => {
  read = await readCatalogues();
}, 60_000);

test('the English catalogue has every sentence of the code, and no other', () => {
  // Otherwise: npm run sentences
  expect(Object.keys(read.source).sort()).toEqual(Object.keys(read.inCode).sort());
});

test.each(translations.map((tag, index) => [tag, index] as const))(
  '%s has every sentence, each translated, and no other',
  (_tag, index) => {
    const catalogue = read.translated[index] ?? {};
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(read.source).sort());
    const missing = Object.values(catalogue).filter(({ translation }) => translation === '');
    expect(missing.map(({ message }) => message)).toEqual([]);
  },
);

test.each(translations.map((tag, index) => [tag, index] as const))(
  '%s uses the values and elements of the English sentences, whole',
  (_tag, index) => {
    const wrong = Object.entries(read.translated[index] ?? {}).filter(
      ([id, { translation }]) =>
        translation !== '' && partsOf(translation) !== partsOf(read.source[id]?.message ?? ''),
    );
    expect(wrong.map(([, { message, translation }]) => [message, translation])).toEqual([]);
  },
);

test('no sentence begins or ends with a space: it would be half of one', () => {
  const messages = Object.values(read.source).map(({ message = '' }) => message);
  expect(messages.filter((message) => message !== message.trim())).toEqual([]);
});

/** The values and elements that a sentence uses, each once: what a translation may neither lose nor invent. */
function partsOf(sentence: string): string {
  return [...new Set(partsIn(compileMessage(sentence)))].sort().join(' ');
}

function partsIn(message: CompiledMessage | string): string[] {
  const tokens = typeof message === 'string' ? [message] : message;
  return tokens.flatMap((token) =>
    typeof token === 'string'
      ? (token.match(/<\/?\d+\/?>/g) ?? [])
      : [`{${token[0]}}`, ...choicesOf(token[2]).flatMap(partsIn)],
  );
}

/** What a number or a kind chooses between. */
function choicesOf(format: unknown): (CompiledMessage | string)[] {
  if (!isChoices(format)) return [];
  return Object.values(format).filter(
    (choice) => choice !== undefined && typeof choice !== 'number',
  );
}

function isChoices(
  format: unknown,
): format is Record<string, CompiledMessage | string | number | undefined> {
  return typeof format === 'object' && format !== null;
}

test('parts are found wherever they stand', () => {
  expect(partsOf('<0>{name}</0> has {n, plural, one {# <1>note</1>} other {{list} notes}}')).toBe(
    '</0> </1> <0> <1> {list} {name} {n}',
  );
});
