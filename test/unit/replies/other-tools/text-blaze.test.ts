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
