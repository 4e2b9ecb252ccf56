// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { ImportTable } from '../../../components/options/replies/ImportTable';
import { MessageBubble } from '../../../components/panel/history/MessageBubble';
import { NativeNotes } from '../../../components/panel/notes/NativeNotes';
import { NoteCard } from '../../../components/panel/notes/NoteCard';
import type { NotesScene } from '../../../components/panel/notes/notes-scene';
import { ContactLine } from '../../../components/panel/people/ContactLine';
import { PersonDetails } from '../../../components/panel/people/PersonDetails';
import { PersonHeader } from '../../../components/panel/people/PersonHeader';
import { Preview } from '../../../components/panel/replies/Preview';
import { mergePerson } from '../../../lib/identity/person';
import type { Contact } from '../../../lib/model/contact';
import type { Message } from '../../../lib/model/history';
import type { PageContext } from '../../../lib/model/page';
import { composeText } from '../../../lib/replies/compose-reply';
import { planImport, readImport } from '../../../lib/replies/import';
import type { StoryPerson, StoryRecord, World } from '../../helpdesks/world/types';
import { note, replica } from '../notes/note-rows';
import {
  type EmulatedRecord,
  onChaport,
  onChatra,
  onChatwoot,
  onKustomer,
} from '../platforms/emulated';
import { shown } from '../platforms/switches/contract';
import { ref } from '../refs';
import { beside } from './panel/notes/scene';
import { show, twoRecords } from './panel/people/person';
import { contact } from './panel/snapshots';

const payloads = [
  '<script>window.__owned=1</script>',
  '</script><script>window.__owned=1</script>',
  '<img src=x onerror=window.__owned=1>',
  '<img/src="x"/onerror="window.__owned=1">',
  '<svg onload=window.__owned=1>',
  '<svg><script href="data:text/javascript,window.__owned=1"></script></svg>',
  '<svg><animate onbegin=window.__owned=1 attributeName=x dur=1s></svg>',
  '<math><mtext></p><style><img src=x onerror=window.__owned=1></style></math>',
  '<iframe srcdoc="<script>parent.__owned=1</script>"></iframe>',
  '<iframe src="javascript:parent.__owned=1"></iframe>',
  '<object data="javascript:window.__owned=1"></object>',
  '<embed src="javascript:window.__owned=1">',
  '<a href="javascript:window.__owned=1">refund</a>',
  '[refund](javascript:window.__owned=1)',
  '[refund](JaVaScRiPt&#58;window.__owned=1)',
  '[refund](data:text/html,<script>window.__owned=1</script>)',
  '[refund](vbscript:x)',
  '![x](javascript:window.__owned=1)',
  '![x](https://evil.example/pixel.png)',
  '<https://a.example/"onmouseover="window.__owned=1>',
  'https://a.example/"onmouseover="window.__owned=1',
  'javascript:window.__owned=1',
  '\u0001javascript:window.__owned=1',
  '<form action=https://evil.example><button>Sign in</button></form>',
  '<input autofocus onfocus=window.__owned=1>',
  '<details open ontoggle=window.__owned=1>x</details>',
  '<video><source onerror=window.__owned=1></video>',
  '<body onload=window.__owned=1>',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=https://evil.example/x.css>',
  '<meta http-equiv=refresh content="0;url=https://evil.example">',
  '<style>body{display:none}</style>',
  '{{constructor.constructor("window.__owned=1")()}}',
  `\${window.__owned=1}`,
  '"><b onclick=window.__owned=1>x</b>',
  "' onmouseover='window.__owned=1",
  '<!--><script>window.__owned=1</script>-->',
  '<template><script>window.__owned=1</script></template>',
  '&lt;script&gt;window.__owned=1&lt;/script&gt;',
  '<x contenteditable onblur=window.__owned=1>x</x>',
];

const story = (payload: string, key: string): StoryPerson => {
  const record: StoryRecord = {
    name: payload,
    email: `${key}@hostile.example`,
    externalId: payload,
    company: payload,
    city: payload,
    country: payload,
    language: payload,
    timeZone: payload,
    notes: payload,
    custom: { plan: payload },
    socials: { twitter: payload },
    tags: [payload],
    conversations: [
      {
        channel: 'email',
        subject: payload,
        status: 'open',
        labels: [payload],
        messages: [
          { ago: 60, from: 'customer', text: payload, quoted: payload },
          { ago: 59, from: 'customer', text: payload, html: `<p>x</p>${payload}` },
          { ago: 58, from: 'agent', text: payload, failed: payload },
          { ago: 57, from: 'agent', text: payload, note: true },
          {
            ago: 56,
            from: 'customer',
            text: 'files',
            attachments: [{ name: payload, mime: payload, size: 1, transcript: payload }],
          },
        ],
      },
    ],
  };
  return {
    key,
    about: 'hostile',
    chatwoot: [record],
    kustomer: [record],
    chaport: [record],
    chatra: [record],
  };
};

const world: World = {
  now: Date.UTC(2026, 10, 20, 12),
  agents: [],
  people: payloads.map((payload, index) => story(payload, `p${index}`)),
};

const desks = {
  chatwoot: () => onChatwoot(world),
  kustomer: () => onKustomer(world),
  chaport: () => onChaport(world),
  chatra: () => onChatra(world),
};

const notesScene: NotesScene = {
  anchor: ref('cw/1'),
  refs: [ref('cw/1')],
  targets: [],
  labels: new Map(),
};

afterEach(cleanup);

const { signal } = new AbortController();

async function read({ api, contact }: EmulatedRecord) {
  const page: Partial<PageContext> =
    contact.platform === 'chatra'
      ? { conversationId: contact.id }
      : { contactId: contact.id, account: contact.platform === 'chatwoot' ? '1' : undefined };
  const answer = await api.identify(shown(contact.platform, page), signal);
  const messages: Message[] = [];
  const parts = api.history?.(contact, { wanted: 50, signal }) ?? [];
  for await (const part of parts) messages.push(...part.messages);
  return { contact: answer.kind === 'contact' ? answer.contact : undefined, messages };
}

/** Nothing in what was drawn can act, load anything, or lead anywhere but to the web, a mail or a call. */
function expectHarmless(container: HTMLElement): void {
  const active =
    'script, iframe, object, embed, form, base, meta, link, style, video, input, template';
  expect(container.querySelector(active)).toBeNull();
  const all = [...container.querySelectorAll('*')];
  const attributes = all.flatMap(({ attributes: own }) => [...own]);
  expect(attributes.filter(({ name }) => name.startsWith('on') || name === 'srcdoc')).toEqual([]);
  const links = attributes.filter(({ name }) => /^(xlink:)?href$|^(form)?action$/.test(name));
  for (const { value } of links) expect(value).toMatch(/^(https?:\/\/|mailto:|tel:)/);
  const sources = attributes.filter(({ name }) => name === 'src').map(({ value }) => value);
  for (const source of sources) expect(source).not.toMatch(/^(?!\/)(?!https?:)|evil\.example/);
  expect(Reflect.get(window, '__owned')).toBeUndefined();
}

function drawContact(contact: Contact): HTMLElement {
  const snapshot = twoRecords({ contacts: [contact] });
  const parts = (
    <>
      <ContactLine contact={contact} why={[]} />
      <PersonDetails contacts={[contact]} />
    </>
  );
  return show(snapshot, parts).container;
}

describe.each(Object.entries(desks))('practice 10: %s', (_name, open) => {
  test(`${payloads.length} payloads in every field of contacts and messages stay text`, async () => {
    const { records } = open();
    expect(records.length).toBeGreaterThanOrEqual(payloads.length);
    for (const record of records) {
      const { contact, messages } = await read(record);
      if (contact !== undefined) expectHarmless(drawContact(contact));
      for (const message of messages) {
        const row = `item:${message.id}`;
        const { container } = render(
          <MessageBubble rowKey={row} message={message} now={world.now} personName="x" />,
        );
        expectHarmless(container);
      }
      cleanup();
    }
  });
});

test.each(payloads)('practice 10: in a canned response %j stays text', (payload) => {
  const composed = composeText(
    { body: `Hello {{contact.name}}\n\n${payload}` },
    new Map([['contact.name', payload]]),
  );
  const preview = (
    <Preview composed={composed} whose={undefined} foreign={[]} limit={undefined} logic={undefined}>
      {null}
    </Preview>
  );
  const { container } = show(twoRecords(), preview);
  expectHarmless(container);
});

test.each(payloads)(
  'practice 10: in notes, their authors and their labels %j stays text',
  (payload) => {
    const { anchor } = notesScene;
    const ours = note({ text: payload, author: payload, createdBy: payload });
    const theirs = { connectionId: 'cw', format: 'markdown', at: 1 } as const;
    const native = { ...theirs, key: 'n', text: payload, author: payload };
    const { container } = render(
      beside(
        <>
          <NoteCard note={ours} replicas={[replica({ noteId: ours.id })]} scene={notesScene} />
          <NativeNotes
            notes={[native, { ...native, key: 'c', claim: { contact: anchor, nativeId: 'n' } }]}
            labels={new Map([['cw', payload]])}
            onPin={() => undefined}
          />
        </>,
      ),
    );
    expect(container.querySelectorAll('article').length).toBeGreaterThan(0);
    expectHarmless(container);
  },
);

test.each(payloads)('practice 10: in a file of responses and its name %j stays text', (payload) => {
  const entry = { title: payload, shortcut: 'x', body: payload, tags: [payload] };
  const file = readImport(JSON.stringify({ replies: [entry, { title: payload }], [payload]: 1 }));
  if ('problem' in file) throw new Error('the file was not read');
  const preview = planImport(file, [], { newId: () => 'r', now: 1 });
  expect(preview.added.length + preview.skipped.length).toBeGreaterThan(0);
  const { container } = render(<ImportTable fileName={payload} preview={preview} />);
  expectHarmless(container);
});

test.each(payloads)('practice 10: as the address of a picture %j loads nothing', (payload) => {
  const { container } = render(
    beside(<PersonHeader person={mergePerson([contact({ avatarUrl: payload })])} />),
  );
  expect(container.querySelector('img')).toBeNull();
  expectHarmless(container);
});
