import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import fc from 'fast-check';
import { findBrowser } from '../browser/find-browser';
import '../setup/laws';
import { editorsScript } from './editors/bundle';
import type { ChatwootDraft, ChatwootResult } from './editors/exact';

/** Chatwoot's own editor, without its dashboard: many texts in little time. */
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  const script = await editorsScript('exact.ts');
  browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  page = await browser.newPage();
  await page.route('https://desk.example/**', (route) =>
    route.fulfill(
      route.request().url().endsWith('.js')
        ? { contentType: 'text/javascript', body: script }
        : { contentType: 'text/html', body: '<script type="module" src="/page.js"></script>' },
    ),
  );
  await page.goto('https://desk.example/');
});

test.afterAll(() => browser.close());

interface Into extends Partial<ChatwootDraft> {
  channel: string;
  isTakenBack?: boolean;
}

function insert({ isTakenBack = false, ...draft }: Into, body: string): Promise<ChatwootResult> {
  const empty = { isNote: false, hasWholeMenu: false, head: '', tail: '' };
  return page.evaluate(
    ([into, text, back]) => Reflect.get(window, 'insertIntoChatwoot')(into, text, back),
    [{ ...empty, ...draft }, body, isTakenBack] as const,
  );
}

const web = 'Channel::WebWidget';
const picture = '![A cat](https://x.example/1.png)';

for (const [what, body, alone, amid] of [
  [
    'a date',
    '24. Dezember bis 2. Januar',
    '24. Dezember bis 2. Januar',
    '24. Dezember bis 2. Januar',
  ],
  ['a list', '1. a\n2. b', '1. a\n\n2. b', '\n\n1. a\n\n2. b\n\n'],
  ['a list that goes on', '24. a\n25. b', '24. a\n\n25. b', '\n\n24. a\n\n25. b\n\n'],
  ['brackets', '1) a\n2) b', '1) a\n2) b', '1) a\n2) b'],
  ['bullets', 'a\n- b\n- c', 'a\n\n* b\n\n* c', 'a\n\n* b\n\n* c\n\n'],
  ['a quote', '> said', '> said', '\n\n> said\n\n'],
  ['a picture', picture, picture, `\n\n${picture}\n\n`],
  ['a picture in a text', `a ${picture} b`, `a \n\n${picture}\n\n b`, `a \n\n${picture}\n\n b`],
  ['a link', '[a](https://x.example)', '[a](https://x.example)', '[a](https://x.example)'],
  ['a mail address', 'to <a@x.example>', 'to a@x.example', 'to a@x.example'],
  ['code', '```\n1\n```', '```\n1\n```', '\n\n```\n1\n```\n\n'],
  ['a signature', 'Best,\n--\nAcme', 'Best,\n--\\\nAcme', 'Best,\n--\\\nAcme'],
  ['a product', '20*30*40 cm', '20*30*40 cm', '20*30*40 cm'],
] as const) {
  test(`Chatwoot’s live chat, alone and within a draft: ${what}`, async () => {
    const first = await insert({ channel: web, isTakenBack: true }, body);
    expect(first).toEqual({ kind: 'inserted', before: '', after: alone, undone: '' });
    const draft = { channel: web, head: 'My draft', tail: 'rest', isTakenBack: true };
    const second = await insert(draft, body);
    expect(second).toMatchObject({ kind: 'inserted', after: `My draft${amid}rest` });
    expect(second.undone).toBe('My draftrest');
  });
}

const all = `1. a\n2. b\n\n> said\n\n${picture} [c](https://x.example/3)`;
const allLines = '1. a\n2. b\n\n> said\n\nA cat (https://x.example/1.png) c (https://x.example/3)';

for (const [channel, isNote, after] of [
  ['Channel::Email', false, `1. a\n\n2. b\n\n> said\n\n${picture}\n\n [c](https://x.example/3)`],
  ['Channel::Api', false, allLines],
  ['Channel::Sms', false, allLines],
  ['Channel::Telegram', false, allLines.replace(/https:[^)]*/g, '<$&>')],
  ['Channel::Whatsapp', false, allLines],
  [
    'Channel::WebWidget',
    true,
    '1. a\n\n2. b\n\n> said\n\n[A cat](https://x.example/1.png) [c](https://x.example/3)',
  ],
] as const) {
  const into = isNote ? 'a private note' : channel;
  test(`what ${into} cannot hold is written out, also where its menu shows all buttons`, async () => {
    const whole = { channel, isNote, hasWholeMenu: true };
    expect(await insert({ ...whole, isTakenBack: true }, all)).toMatchObject({
      kind: 'inserted',
      after,
      undone: '',
    });
  });
}

const channels = [
  web,
  ...['Email', 'Api', 'Whatsapp', 'Telegram', 'Sms'].map((each) => `Channel::${each}`),
];
const piece = fc.constantFrom(
  ...[
    '1. a',
    '2. b',
    '3. c',
    '24. Dezember',
    '7) a',
    '8) b',
    '- 5 a',
    '> 6 said',
    '1986',
    '20*30*40',
  ],
  ...[
    '**7**',
    'a_1_b',
    '`9`',
    '[10](https://x.example/11)',
    '![12](https://x.example/13.png)',
    '--',
  ],
  ...['https://x.example/_14_', '重要：15', '```\n16\n```', '# 17', '', '', '\\', '   - 18'],
);
const digits = (text: string) => text.match(/\d+/g) ?? [];

test('every run of digits is in what Chatwoot would send, in order, on every channel', async () => {
  test.setTimeout(300_000);
  const draft = fc.record({
    channel: fc.constantFrom(...channels),
    isNote: fc.boolean(),
    hasWholeMenu: fc.boolean(),
    head: fc.constantFrom('', 'My 19,'),
    tail: fc.constantFrom('', ', rest 20'),
  });
  const body = fc.array(piece, { minLength: 1, maxLength: 8 }).map((lines) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(draft, body, async (into, text) => {
      const { kind, after } = await insert(into, text);
      expect(kind).toBe('inserted');
      expect(digits(after)).toEqual([into.head, text, into.tail].flatMap(digits));
    }),
    { numRuns: 300 },
  );
});
