import { expect, test } from 'vitest';
import { lastQuestion } from '../../../lib/answers/last-question';
import { told } from './stories';

test('all that came since a colleague wrote, without greetings', () => {
  const asked = lastQuestion(
    told([
      ['customer', 'Where is my parcel?'],
      ['agent', 'In Lyon, it comes tomorrow.'],
      ['customer', 'hello again'],
      ['customer', 'should I wax the boots'],
      ['bot', 'We are closed.'],
      ['customer', 'before the first walk?'],
      ['customer', 'thanks!'],
    ]),
  );
  expect(asked).toEqual({
    kind: 'question',
    text: 'should I wax the boots\nbefore the first walk?',
    ids: new Set(['m2', 'm3', 'm5', 'm6']),
  });
});

test('the last message counts also when it was answered; nothing older does', () => {
  const answered = told([
    ['customer', 'Where is my parcel?'],
    ['agent', 'In Lyon, it comes tomorrow.'],
  ]);
  expect(lastQuestion(answered)).toMatchObject({ text: 'Where is my parcel?' });
  const thanked = [...answered, ...told([['customer', 'ok, thank you', { id: 'x', sentAt: 9e6 }]])];
  expect(lastQuestion(thanked)).toEqual({ kind: 'small-talk' });
});

test('quoted mail, markup and files are not asked', () => {
  const html = '<p>Is the tent <b>waterproof</b>?</p><blockquote>Old words</blockquote>';
  expect(lastQuestion(told([['customer', html]]))).toMatchObject({
    text: 'Is the tent waterproof?',
  });
  const quoting = 'Is it warm?\n\nOn Monday Lena wrote:\n> The parcel is late';
  expect(lastQuestion(told([['customer', quoting]]))).toMatchObject({ text: 'Is it warm?' });
  expect(lastQuestion(told([['customer', '']]))).toEqual({ kind: 'none' });
  expect(lastQuestion(told([['agent', 'Anything else?']]))).toEqual({ kind: 'none' });
  expect(lastQuestion([])).toEqual({ kind: 'none' });
});

test.each([
  'hello',
  'Guten Tag',
  '你好',
  '在吗',
  'ok',
  'merci beaucoup',
  '👍',
  '¡Hola! Buenos días',
])('small talk: %s', (text) =>
  expect(lastQuestion(told([['customer', text]]))).toEqual({ kind: 'small-talk' }),
);
