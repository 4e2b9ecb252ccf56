// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { type PersonFile, personPage } from '../../../../../components/panel/people/person-page';
import { ref } from '../../../refs';
import { conversation, message } from '../../../timeline/samples';
import { contact } from '../snapshots';

const hostile = '<img src=x onerror=alert(1)>"\'&';
const sample = message();

const file: PersonFile = {
  title: hostile,
  contacts: [contact({ name: hostile, attributes: [{ label: hostile, value: 'Pro' }] })],
  conversations: [conversation({ subject: 'About the order' })],
  messages: [
    message({ id: 'b', sentAt: 2_000, text: `later ${hostile}` }),
    message({ id: 'a', sentAt: 1_000, text: 'earlier', quoted: { kind: 'quoted', text: 'quote' } }),
  ],
  notes: [
    {
      ...{
        id: 'n1',
        revision: 2,
        text: 'calls in the morning',
        author: 'Sam',
        at: 5,
        pinned: true,
      },
      ...{
        urgency: 'urgent',
        scope: { kind: 'everywhere' },
        createdAt: 1,
        contacts: [ref('cw/1')],
      },
      versions: [{ revision: 1, text: 'calls at noon', at: 1 }],
    },
  ],
  replicas: [],
  natives: [
    {
      ...{ connectionId: 'cw', contactId: '1', id: 'text', kind: 'free-text' },
      text: 'a native',
      fetchedAt: 1,
    },
  ],
  decisions: [
    {
      ...{ a: undefined, b: undefined },
      link: { a: ref('cw/1'), b: ref('ku/2'), verdict: 'same', by: 'Lena', at: 1 },
    },
  ],
  why: () => ['same e-mail address as in Kustomer'],
  labelOf: (id) => `Desk ${id}`,
  now: 10_000,
};

describe('practice 16: the page about a person', () => {
  const html = personPage(file);
  const page = new DOMParser().parseFromString(html, 'text/html');
  const said = page.body.textContent ?? '';

  it('tells the records, the reasons, the notes and the timeline of all platforms, oldest first', () => {
    for (const words of [
      ...['Pro', 'same e-mail address as in Kustomer', 'linked by Lena', 'calls in the morning'],
      ...['calls at noon', 'a native', 'earlier', 'quote', `Desk ${sample.connectionId}`],
    ]) {
      expect(said).toContain(words);
    }
    expect(said.indexOf('earlier')).toBeLessThan(said.indexOf('later'));
  });

  it('shows notes and messages that are Markdown as their writers saw them', () => {
    const [message] = file.messages;
    if (message === undefined) throw new TypeError('no message');
    const text = 'Do **not** call <b>. [Rules](https://a.example/r)';
    const styled = personPage({ ...file, messages: [{ ...message, text, format: 'markdown' }] });
    expect(styled).toContain('Do <b>not</b> call &#60;b&#62;. Rules (https://a.example/r)');
    const typed = personPage({ ...file, messages: [{ ...message, text, format: undefined }] });
    expect(typed).toContain('Do **not** call');
  });

  it('names an earlier version beside its text, and reads that for itself', () => {
    const [note] = file.notes;
    if (note === undefined) throw new TypeError('no note');
    const versions = [{ revision: 1, text: '> said\n\n1. one\n2. two', at: 1, author: '**Sam' }];
    const told = new DOMParser().parseFromString(
      personPage({ ...file, notes: [{ ...note, versions }] }),
      'text/html',
    );
    const figure = told.querySelector('figure');
    expect(figure?.querySelector('figcaption')?.textContent).toContain('Earlier version (**Sam');
    expect(figure?.querySelector('blockquote')?.textContent).toBe('said');
    expect(figure?.textContent).toContain('1. one\n2. two');
  });

  it('names nobody as the writer of what somebody changed in a helpdesk', () => {
    const [note] = file.notes;
    if (note === undefined) throw new TypeError('no note');
    const changed = { ...note, author: undefined, createdBy: 'Sam', changedOn: 'Chaport' };
    const [head] =
      personPage({ ...file, notes: [changed] }).match(/<article><small>.*?<\/small>/) ?? [];
    expect(head).toContain('Somebody on Chaport');
    expect(head).not.toContain('Sam');
  });

  it('practice 10: shows hostile text as text, and loads and executes nothing', () => {
    expect(page.querySelector('img, script, [onerror]')).toBeNull();
    expect(said).toContain(`later ${hostile}`);
    expect(html).toContain("default-src 'none'");
  });
});
