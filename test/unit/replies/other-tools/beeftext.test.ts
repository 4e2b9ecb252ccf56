import { describe, expect, it } from 'vitest';
import { entryOf, readToolFile } from './read-file';

describe('a file of Beeftext’s combos', () => {
  const file = readToolFile('beeftext.json');
  const entry = (name: string) => entryOf(file, name);

  it('gives keyword, name, group and text as it is written', () => {
    expect(entry('hi')).toMatchObject({
      title: 'Greeting',
      body: 'Hello {{ask.first_name}},\n1) *yours*',
      tags: ['Support'],
      asWritten: true,
      told: 'The cursor position is not kept.',
    });
  });

  it('writes dates as ours, asks for what it cannot know, and tells what was switched off', () => {
    expect(entry('now')).toMatchObject({
      body: '{{date}} {{time}} {{date}} {{time}} {{date:iso}} {{time}} {{ask.date_+1d}} {{ask.clipboard}}',
      told: expect.stringContaining('switched off'),
    });
  });

  it('takes in other combos, and leaves what Beeftext would leave', () => {
    expect(entry('both').body).toBe(
      'Acme {{ask.username}} Acme {{ask.username}} {{ask.missing}} #{something}',
    );
    expect(entry('both').told).toContain('upper or lower case is not kept');
  });

  it('reads rich text, and the names of the first version', () => {
    expect(entry('rich')).toMatchObject({ body: 'Hi **you**' });
    expect(entry('rich').asWritten).toBeUndefined();
    expect(entry('old')).toMatchObject({ body: 'From version 1', title: 'Old' });
  });

  it('leaves out programs and what is no combo, by name', () => {
    expect(file.skipped).toEqual([
      { row: 5, name: 'Run', why: 'It runs a program (PowerShell), which Deskside doesn’t do.' },
      { row: 8, name: '', why: 'This is not a Beeftext combo.' },
    ]);
  });
});
