import { expect, test } from 'vitest';
import { TemplateIndex } from '../../../lib/answers/template-index';

function indexOf(...bodies: string[]): TemplateIndex {
  const index = new TemplateIndex();
  for (const body of bodies) index.add({ body, variants: [] });
  return index;
}

const refund =
  'Hi {{contact.first_name | there}}, your **refund** of {{ask.amount}} goes out within five days.';

test('a response with values in it, formatted or not, is known again', () => {
  const index = indexOf(refund);
  expect(
    index.isTemplate('Hi Anna Maria, your refund of 49.90 EUR goes out within five days.'),
  ).toBe(true);
  expect(index.isTemplate('hi there, your refund of ten goes out within five days')).toBe(true);
});

test('one with a word changed or a line added is still that response', () => {
  const changed = 'Hi Anna, your refund of 10 € goes out within seven days. Enjoy!';
  expect(indexOf(refund).isTemplate(`${changed}`)).toBe(false);
  const long =
    'Please send a photo of the damage and of the box, and a new one leaves our warehouse today.';
  expect(indexOf(long).isTemplate(`${long} Sorry again, Anna!`)).toBe(true);
});

test('other words are no response, also where a short one is in them', () => {
  const index = indexOf(refund, 'Hi {{contact.name}}', '{{ask.text}}', '你好，{{contact.name}}');
  expect(index.isTemplate('Hi Anna, the parcel is in Lyon and comes tomorrow before noon.')).toBe(
    false,
  );
  expect(index.isTemplate('')).toBe(false);
});

test('the texts in other languages count too, also without blanks between words', () => {
  const index = new TemplateIndex();
  index.add({
    body: 'Thanks',
    variants: [{ language: 'zh', body: '{{contact.name}}您好，请拍一张外箱的照片' }],
  });
  expect(index.isTemplate('王芳您好，请拍一张外箱的照片')).toBe(true);
  expect(index.isTemplate('王芳您好，退款已经到账了')).toBe(false);
});
