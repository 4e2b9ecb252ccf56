import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { extensionFolder } from './extension';
import { pseudoSentence, type Sentence } from './pseudo-language';

export type Sentences = Readonly<Record<string, Sentence>>;

/** The sentences of a language as stored in the built extension, by id. */
function builtSentences(tag: string): Sentences {
  const file = path.join(extensionFolder, 'language', `${tag}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Sentences;
}

/** All English sentences in the pseudo-language. */
export function pseudoSentences(): Sentences {
  const entries = Object.entries(builtSentences('en'));
  return Object.fromEntries(entries.map(([id, sentence]) => [id, pseudoSentence(sentence)]));
}

/** What a sentence without values is in another language: finds a button by its English name. */
export type Say = (english: string) => string;

/** Throws when there is no such sentence, or when it has values. */
export function sayIn(spoken: Sentences): Say {
  const idOf = new Map(
    Object.entries(builtSentences('en')).map(([id, sentence]) => [textOf(sentence), id]),
  );
  return (english) => {
    const text = textOf(spoken[idOf.get(english) ?? '']);
    if (text === undefined) throw new Error(`no sentence without values: ${english}`);
    return text;
  };
}

export const sayInLanguage = (tag: string): Say => sayIn(builtSentences(tag));

function textOf(sentence: Sentence | undefined): string | undefined {
  if (typeof sentence === 'string' || sentence === undefined) return sentence;
  const [text, ...more] = sentence;
  return more.length === 0 && typeof text === 'string' ? text : undefined;
}

/**
 * Gives a page or the worker other sentences wherever it loads the English ones from now on. It loads them
 * when English is chosen, or when the page is reloaded.
 */
export async function replaceEnglish(place: Page | Worker, sentences: Sentences): Promise<void> {
  if (!('addInitScript' in place)) return place.evaluate(answerWith, sentences);
  await place.addInitScript(answerWith, sentences);
  await place.evaluate(answerWith, sentences);
}

function answerWith(sentences: Sentences): void {
  const ask = globalThis.fetch;
  globalThis.fetch = (input, init) =>
    String(input).endsWith('/language/en.json')
      ? Promise.resolve(Response.json(sentences))
      : ask(input, init);
}
