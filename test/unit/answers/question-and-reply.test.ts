import { expect, test } from 'vitest';
import { exchangeOf } from '../../../lib/answers/question-and-reply';
import { type Line, told } from './stories';

const never = () => false;

/** The texts of question and reply to the line `asked`; `undefined` where it was not answered. */
function exchange(
  lines: readonly Line[],
  asked = 0,
  isTemplate: (text: string) => boolean = never,
) {
  const found = exchangeOf(told(lines), { id: `m${asked}` }, isTemplate);
  return found && [found.question.map(({ text }) => text), found.reply.map(({ text }) => text)];
}

const question = 'How do I wash the down jacket?';
const answer = 'With down soap at thirty degrees, then in the dryer.';

test('a question in pieces, an answer in pieces, small talk around both', () => {
  const lines: Line[] = [
    ['customer', 'hello'],
    ['bot', 'Hi! A colleague will be with you in a minute.'],
    ['customer', question],
    ['agent', 'One moment please, let me check that for you.'],
    ['customer', 'ok'],
    ['note', 'She means the Bise, I think.'],
    ['agent', 'With down soap at thirty degrees.'],
    ['agent', 'Then put it in the dryer with tennis balls.'],
    ['customer', 'thanks'],
    ['agent', 'You are welcome, and enjoy your next trip to the mountains!'],
  ];
  expect(exchange(lines, 2)?.[1]).toEqual([
    'With down soap at thirty degrees.',
    'Then put it in the dryer with tennis balls.',
  ]);
});

test('what the agent asks back is no answer while a better one comes', () => {
  const lines: Line[] = [
    ['customer', question],
    ['agent', 'Which jacket is it?'],
    ['customer', 'the Bise in green'],
    ['agent', answer],
  ];
  expect(exchange(lines)).toEqual([[question, 'the Bise in green'], [answer]]);
  expect(exchange(lines.slice(0, 2))).toEqual([[question], ['Which jacket is it?']]);
});

test('an answer that belongs to another message is left out', () => {
  const earlier = 'Where is my parcel with the tent? The tracking shows nothing.';
  const toEarlier = 'The parcel with your tent is in Lyon, the tracking is late.';
  const lines: Line[] = [
    ['customer', earlier],
    ['agent', 'It left on Monday as far as we can see from here.'],
    ['customer', question],
    ['agent', toEarlier],
    ['agent', answer],
  ];
  expect(exchange(lines, 2)).toEqual([[question], [answer]]);
  expect(exchange(lines.slice(0, 4), 2)).toBeUndefined();
});

test.each<[string, Line[]]>([
  ['nobody answered', [['customer', question]]],
  [
    '"ok"',
    [
      ['customer', question],
      ['agent', 'ok'],
      ['agent', 'Sure!'],
    ],
  ],
  [
    'a file alone',
    [
      ['customer', question],
      ['agent', ''],
    ],
  ],
  [
    'a bot',
    [
      ['customer', question],
      ['bot', answer],
    ],
  ],
  [
    'a note',
    [
      ['customer', question],
      ['note', answer],
    ],
  ],
  [
    'taken back',
    [
      ['customer', question],
      ['agent', answer, { deleted: true }],
    ],
  ],
  [
    'not delivered',
    [
      ['customer', question],
      ['agent', answer, { deliveryError: 'blocked' }],
    ],
  ],
  [
    'only its beginning is held',
    [
      ['customer', question],
      ['agent', answer, { cut: true }],
    ],
  ],
  [
    'only a greeting was asked',
    [
      ['customer', 'hello!'],
      ['agent', answer],
    ],
  ],
  [
    'a week later',
    [
      ['customer', question],
      ['agent', answer, { sentAt: 9e8 }],
    ],
  ],
  [
    'what a mail quotes',
    [
      ['customer', question],
      ['agent', `> ${answer}`],
    ],
  ],
])('no answer: %s', (_why, lines) => {
  expect(exchange(lines)).toBeUndefined();
});

test('what was written beforehand is left out, and what was added to it stays', () => {
  const isTemplate = (text: string) => text.startsWith('Thank you');
  const canned: Line = ['agent', 'Thank you for asking, our team looks into every question.'];
  expect(exchange([['customer', question], canned], 0, isTemplate)).toBeUndefined();
  expect(exchange([['customer', question], canned, ['agent', answer]], 0, isTemplate)).toEqual([
    [question],
    [answer],
  ]);
});
