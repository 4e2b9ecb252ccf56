import { describe, expect, it } from 'vitest';
import { readImport } from '../../../../lib/replies/import';
import { entryOf, readToolFile } from './read-file';

describe('a match file of espanso', () => {
  const file = readToolFile('espanso-base.yml');
  const entry = (name: string) => entryOf(file, name);

  it('gives trigger, label and text, every sign of it', () => {
    expect(entry(':espanso')).toMatchObject({
      title: ':espanso',
      body: 'Hi there!',
      asWritten: true,
      told: undefined,
    });
    expect(entry(':order')).toMatchObject({
      title: 'Order 007',
      body: '24. Dezember bis 1. Januar *geschlossen*.\nAcme\n',
    });
  });

  it('tells of the cursor and of other triggers', () => {
    expect(entry(':hello')).toMatchObject({
      body: 'Hello , we are Acme',
      told: 'Its other triggers are not kept: :hi. The cursor position is not kept.',
    });
  });

  it('writes dates and times as ours, and says how', () => {
    expect(entry(':today')).toMatchObject({
      body: '{{date:short}} {{time}} {{date:long}} {{date:iso}}',
      told: expect.stringContaining('“%m/%d/%Y” is written in the format of {{date:short}}'),
    });
    expect(entry(':tomorrow').body).toBe('{{ask.tomorrow}}');
  });

  it('asks for choices, forms and what only espanso knows', () => {
    expect(entry(':size').body).toBe(
      'Size {{ask.size:S/M/L}}, {{ask.mood:Cheers/Bye=Cheers}}, {{ask.clip}}',
    );
    expect(entry(':form').body).toBe(
      'Dear {{ask.name=customer}}, your {{ask.fruit:Apple/Banana}} is on its way.\n',
    );
    expect(entry(':named').body).toBe('Hi {{ask.name}}');
  });

  it('takes in other matches', () => {
    expect(entry(':nested')).toMatchObject({
      body: 'See: Hi there! {{ask.unknown}}',
      told: 'Asks for “unknown”, which only the other tool knows.',
    });
  });

  it('reads Markdown and HTML as such', () => {
    expect(entry(':rich')).toMatchObject({ body: '**bold** Acme' });
    expect(entry(':rich').asWritten).toBeUndefined();
    expect(entry(':html')).toMatchObject({ body: 'Hi **there**\n\nBye' });
    expect(file.replies.filter(({ isMarkdown }) => isMarkdown)).toHaveLength(2);
  });

  it('leaves out programs, patterns and pictures, by name', () => {
    expect(entry(':ip').refused).toBe('It runs a program (shell), which Deskside doesn’t do.');
    expect(file.skipped.map(({ name, why }) => [name, why])).toEqual([
      [':ip', expect.stringContaining('runs a program')],
      ['Hi {{ask.person}}', expect.stringContaining('a pattern')],
      [':pic', 'It inserts a picture.'],
    ]);
  });
});

describe('other files of YAML', () => {
  const problem = (text: string) => {
    const file = readImport(text);
    return 'problem' in file ? file.problem : 'none';
  };

  it.each([
    ['matches:\n  - trigger: ":a\n    replace: b', 'can’t be read in line 3'],
    ['matches: "none"', 'no list named “matches”'],
    ['global_vars: []', 'no list named “matches”'],
    ['imports:\n  - "../other.yml"', 'no list named “matches”'],
    ['imports:\n  - "../other.yml"', 'only “imports” of other files'],
    ['global_vars: []\nimports: [a.yml]', 'only “imports” of other files'],
    [`matches: ${'['.repeat(100_000)}`, 'can’t be read'],
    [`# ${'x'.repeat(10_000_000)}\nmatches: []`, 'larger than 10 MB'],
  ])('say what is wrong (%#)', (text, words) => {
    expect(problem(text)).toContain(words);
  });

  it.each([
    '# a comment\n---\n\nmatches:\n- {trigger: a, replace: b}',
    'toggle_key: OFF\nbackend: Clipboard\nmatches:\n- {trigger: a, replace: b}',
    'imports:\n  - other.yml\nmatches:\n- {trigger: a, replace: b}\n',
  ])('are known by their keys: %j', (text) => {
    expect(readImport(text)).toMatchObject({ replies: [{ reply: { shortcut: 'a', body: 'b' } }] });
  });

  it('cost only themselves where single matches are wrong', () => {
    const file = readImport(
      '---\nmatches:\n- 7\n- trigger: ":a"\n- trigger: ":b"\n  replace: 007\n',
    );
    expect(file).toMatchObject({
      replies: [{ row: 3, reply: { shortcut: ':b', body: '007' } }],
      skipped: [
        { row: 1, why: 'This is not an espanso match.' },
        { row: 2, name: ':a', why: 'It has no text.' },
      ],
    });
  });

  it('survive matches that refer to one another in a circle, and aliases of aliases', () => {
    const circle =
      'matches:\n- trigger: ":a"\n  replace: "{{x}}{{x}}"\n  vars: [{name: x, type: match, params: {trigger: ":a"}}]\n';
    expect(readImport(circle)).toMatchObject({ replies: [{ reply: { shortcut: ':a' } }] });
    const bomb = `matches:\n- &a {trigger: ":a", replace: b}\n${'- *a\n'.repeat(1_000)}`;
    expect(readImport(bomb)).toMatchObject({ replies: { length: 1_001 } });
  });
});
