import { describe, expect, it } from 'vitest';
import { readImport } from '../../../../lib/replies/import';
import { entryOf, readToolFile } from './read-file';

describe('a file of Raycast’s snippets', () => {
  const file = readToolFile('raycast.json');
  const entry = (name: string) => entryOf(file, name);

  it('gives name, keyword and text', () => {
    expect(entry('Email')).toMatchObject({
      shortcut: '@@',
      body: 'ana@example.com',
      asWritten: true,
      told: undefined,
    });
  });

  it('asks for arguments', () => {
    expect(entry('Reply')).toMatchObject({
      body: 'Hi {{ask.first_name=there}},\n\n\nIt is a {{ask.tone:happy/sad}} day, {{date}} {{time}} {{date}} {{time}}.',
      told: 'The cursor position is not kept.',
    });
  });

  it('writes what it can of dates, and asks for the rest', () => {
    expect(entry('Dates').body).toBe('{{date:iso}} {{ask.date_+2d}} {{ask.day}} {{ask.uuid}}');
  });

  it('keeps what is done to a value where it is known here', () => {
    expect(entry('Clip').body).toBe(
      '{{ask.clipboard | strip | upcase}} {{ask.clipboard}} {{ask.selection}}',
    );
    expect(entry('Clip').told).toContain('“{clipboard | json-stringify}” does to its text');
  });

  it('takes in other snippets, and leaves braces that are none of Raycast’s', () => {
    expect(entry('Nested').body).toBe('Write to ana@example.com or {{ask.gone}}');
    expect(entry('Braces').body).toBe('A {word} and {"json": 1} stay');
  });

  it('ends where snippets refer to one another in a circle', () => {
    const circle = [{ name: 'a', text: '{snippet name="a"}' }];
    expect(readImport(JSON.stringify(circle))).toMatchObject({
      replies: [{ reply: { body: '{{ask.a}}' } }],
    });
  });
});
