import { describe, expect, it } from 'vitest';
import { readImport } from '../../../../lib/replies/import';
import { entryOf, readToolFile } from './read-file';

describe('a file of Text Blaze’s snippets', () => {
  const file = readToolFile('text-blaze.json');
  const entry = (name: string) => entryOf(file, name);

  it('gives shortcut, name, folder and text', () => {
    expect(entry('hi')).toMatchObject({
      title: 'Greeting',
      body: 'Hi {{ask.first_name=there}}, *yours*',
      tags: ['Support'],
      asWritten: true,
      told: 'The cursor position is not kept.',
    });
  });

  it('asks for the fields of its forms, each by itself', () => {
    expect(entry('menu').body).toBe(
      '{{ask.size:S/M/L=M}} {{ask.size}} {{ask.text}} {{ask.text_3}} {{ask.notes}}',
    );
  });

  it('writes dates as ours, and knows the agent', () => {
    expect(entry('d').body).toBe(
      '{{date:iso}} {{time}} {{date:long}} {{ask.date_+1d}} {{ask.clipboard}} {{agent.email}}',
    );
  });

  it('reads rich text as Markdown', () => {
    expect(entry('rich')).toMatchObject({ body: 'Hello **{{ask.who}}**\nBye' });
    expect(entry('rich').asWritten).toBeUndefined();
  });

  it('takes in other snippets, and presses no keys', () => {
    expect(entry('n')).toMatchObject({
      body: 'Start. Yours, {{agent.name}}',
      told: 'The keys it presses are not kept.',
    });
  });

  it('leaves out logic, formulas and what is no snippet, by name; other braces stay', () => {
    expect(file.skipped).toEqual([
      { row: 7, name: 'Logic', why: 'It uses “if”, which only Text Blaze can evaluate.' },
      {
        row: 8,
        name: 'Formula',
        why: 'It uses a formula ({=1 + 2}) that only Text Blaze can evaluate.',
      },
      {
        row: 9,
        name: 'Elsewhere',
        why: 'It includes another snippet ({import: /gone}) that is not in the file.',
      },
      { row: 11, name: '', why: 'This is not a Text Blaze snippet.' },
    ]);
    expect(entry('b').body).toBe('A {word} and {} stay');
  });

  it('may be one folder by itself, or a table', () => {
    const folder = { name: 'One', snippets: [{ name: 'A', shortcut: '/a', text: '{cursor}b' }] };
    const whole = readImport(JSON.stringify(folder));
    expect(whole).toMatchObject({ replies: [{ reply: { body: 'b', tags: ['One'] } }] });
    const table = readImport('Shortcut,Name,Snippet\n/a,A,"Hi {formtext: name=who}"');
    expect(table).toMatchObject({
      replies: [{ reply: { shortcut: 'a', body: 'Hi {{ask.who}}' } }],
    });
  });
});

describe('rich snippets', () => {
  const read = (
    ...snippets: { shortcut: string; html?: string; text?: string; type?: string }[]
  ) => {
    const file = readImport(JSON.stringify({ folders: [{ name: 'Mine', snippets }] }));
    if ('problem' in file) throw new Error(file.problem);
    return file.replies.map(({ reply: { body } }) => body);
  };
  const rich = (html: string, shortcut = 'a') => ({ shortcut, html, text: '', type: 'html' });

  it.each([
    ['<p>{formmenu: Bed &amp; Breakfast; Hotel}</p>', '{{ask.choice:Bed & Breakfast/Hotel}}'],
    ['<p>{formmenu: Yes;&nbsp;No;&nbsp;default=No}</p>', '{{ask.choice:Yes/No=No}}'],
    ['<p>{formtext: name=R&amp;D; default=Terms &#38; more}</p>', '{{ask.r&d=Terms & more}}'],
    ['<p>{formmenu: <b>Yes</b>; 1 &lt; 2}</p>', '{{ask.choice:Yes/1 < 2}}'],
    ['<p>{formtext: name=R&amp;D}, {=R&amp;D}</p>', '{{ask.r&d}}, {{ask.r&d}}'],
  ])('reads a command as it is shown: %s', (html, body) => {
    expect(read(rich(html))).toEqual([body]);
  });

  it('includes a plain snippet with its lines and signs, and in a plain one what a rich one shows', () => {
    const plain = { shortcut: 'b', text: 'Terms <b>\n& {formmenu: x; y}', type: 'text' };
    expect(read(rich('<p>Hi {import: b}</p>'), plain)[0]).toBe(
      'Hi Terms \\<b\\>\n& {{ask.choice:x/y}}',
    );
    expect(
      read({ shortcut: 'c', text: 'Hi {snippet: a}' }, rich('<b>Bed &amp; {formmenu: x; y}</b>')),
    ).toContain('Hi Bed & {{ask.choice:x/y}}');
  });
});
