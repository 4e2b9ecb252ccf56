import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { keepLanguage, languageChoice } from '../../../lib/storage/language-choice';
import { eventually } from '../eventually';

test('a choice is kept, told to whoever watches, and taken back', async () => {
  const heard: unknown[] = [];
  const stop = languageChoice.watch((chosen) => heard.push(chosen));
  expect(await languageChoice.read()).toBeUndefined();
  await keepLanguage('zh-CN');
  expect(await languageChoice.read()).toBe('zh-CN');
  await keepLanguage(undefined);
  expect(await languageChoice.read()).toBeUndefined();
  await eventually(() => expect(heard).toEqual(['zh-CN', undefined]));
  stop();
});

test('what is no language counts as no choice', async () => {
  await browser.storage.local.set({ language: 'xx' });
  expect(await languageChoice.read()).toBeUndefined();
});
