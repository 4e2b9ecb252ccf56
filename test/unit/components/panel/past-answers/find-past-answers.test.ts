import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findPastAnswers } from '../../../../../components/panel/past-answers/find-past-answers';
import { TemplateIndex } from '../../../../../lib/answers/template-index';
import { type ContactRef, contactRef } from '../../../../../lib/model/ids';
import { DesksideDatabase } from '../../../../../lib/storage/database';
import { readHeldPeople } from '../../../../../lib/storage/held-people';
import { indexMarking } from '../../../../../lib/storage/index-marks';
import { IndexReader } from '../../../../../lib/storage/index-reader';
import { hold, type Story } from './held';

let db: DesksideDatabase;
let reader: IndexReader;

beforeEach(async () => {
  db = new DesksideDatabase(`past-answers-${crypto.randomUUID()}`);
  db.use(indexMarking);
  await db.open();
  reader = new IndexReader(db);
});

afterEach(async () => {
  reader.close();
  await db.delete();
});

interface Asked {
  ids?: readonly string[];
  templates?: TemplateIndex;
  personOf?: ReadonlyMap<ContactRef, ContactRef>;
  signal?: AbortSignal;
}

/** The texts that would be inserted for this question. */
async function find(text: string, asked: Asked = {}): Promise<string[]> {
  const { ids = [], templates = new TemplateIndex(), personOf = new Map(), signal } = asked;
  const question = { kind: 'question', text, ids: new Set(ids) } as const;
  const wanted = { question, connectionId: 'cw', templates, personOf };
  const found = await findPastAnswers(db, reader, wanted, signal ?? new AbortController().signal);
  return found.map(({ body }) => body);
}

const question = 'Do my boots need waterproofing before the first walk?';
const answer = 'They come treated. Wax them once the leather no longer beads.';
const boots: Story = {
  who: 'oliver',
  lines: [
    ['customer', question],
    ['agent', answer],
  ],
};
const others: Story[] = [
  {
    who: 'p1',
    lines: [
      ['customer', 'Where is my parcel?'],
      ['agent', 'It is in Lyon and comes tomorrow.'],
    ],
  },
  {
    who: 'p2',
    lines: [
      ['customer', 'How do I reset the password?'],
      ['agent', 'Open Settings and choose Reset.'],
    ],
  },
];

test('the answer to the same question in other words, and none to another question', async () => {
  await hold(db, [boots, ...others]);
  expect(await find('should I waterproof my new boots?')).toEqual([answer]);
  expect(await find('Which museum is open on Monday?')).toEqual([]);
  expect(await find('!? 👍')).toEqual([]);
});

test('with date, account, ending, and the words of both', async () => {
  await hold(db, [
    { ...boots, conversation: { status: 'snoozed', url: 'https://desk.example/1' } },
  ]);
  const wanted = {
    ...{ connectionId: 'cw', templates: new TemplateIndex(), personOf: new Map() },
    question: { kind: 'question', text: question, ids: new Set<string>() } as const,
  };
  const [found] = await findPastAnswers(db, reader, wanted, new AbortController().signal);
  expect(found).toMatchObject({
    ...{ question, connectionId: 'cw', at: 1_060_000, files: 0 },
    conversation: { status: 'snoozed', url: 'https://desk.example/1' },
  });
});

test('never a note, a bot, the very question, or what only a quoted mail asks', async () => {
  await hold(db, [
    {
      who: 'n',
      lines: [
        ['customer', question],
        ['note', answer],
      ],
    },
    {
      who: 'b',
      lines: [
        ['customer', question],
        ['bot', answer],
      ],
    },
    {
      who: 'q',
      lines: [
        ['customer', 'Hello', { quoted: { kind: 'quoted', text: question } }],
        ['agent', answer],
      ],
    },
    { ...boots, who: 'me' },
  ]);
  expect(await find(question, { ids: ['me-m0'] })).toEqual([]);
  expect(await find(question, { ids: ['me-m7'] })).toEqual([answer]);
});

test('a canned response, filled, is no answer; the same answer to many is shown once', async () => {
  const templates = new TemplateIndex();
  templates.add({
    body: '{{contact.first_name}}, they come treated. Wax them once the leather no longer beads.',
    variants: [],
  });
  await hold(db, [
    {
      ...boots,
      lines: [
        ['customer', question],
        ['agent', `Oliver, they come treated. Wax them once the leather no longer beads.`],
      ],
    },
  ]);
  expect(await find(question, { templates })).toEqual([]);
  await hold(db, [boots, { ...boots, who: 'b' }, { ...boots, who: 'c' }]);
  expect(await find(question)).toHaveLength(1);
});

test('names of everybody in a conversation that was moved between people, and of their other records', async () => {
  await hold(db, [
    {
      who: 'oliver',
      record: { name: 'Oliver Grant' },
      conversation: { contactId: 'merged' },
      lines: [
        ['customer', question],
        [
          'agent',
          'As Ollie, Mr Grant and Beatrix were told: they come treated. Ask for Zoltan at the shop.',
        ],
      ],
    },
    { who: 'merged', record: { name: 'Beatrix Lind' }, lines: [] },
    { who: 'ollie', record: { name: 'Ollie' }, lines: [] },
    { who: 'zoltan', record: { name: 'Zoltan' }, lines: [] },
  ]);
  await db.sources.put({
    ...{ anchor: contactRef({ connectionId: 'cw', id: 'oliver' }), connectionId: 'cw' },
    ...{ contactIds: ['oliver', 'ollie'], phase: 'settled', updatedAt: 1 },
  });
  const { personOf } = await readHeldPeople(db);
  const [body] = await find(question, { personOf });
  expect(body).not.toMatch(/Ollie|Grant|Beatrix/);
  expect(body).toContain('Zoltan');
});

test('who was forgotten is not found, and what nobody waits for ends', async () => {
  await hold(db, [boots]);
  await db.messages.clear();
  expect(await find(question)).toEqual([]);
  await hold(db, [boots]);
  await expect(find(question, { signal: AbortSignal.abort() })).rejects.toThrow();
});
