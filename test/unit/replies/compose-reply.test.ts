import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText } from '../../../lib/insert/degrade-formatting';
import {
  composeReply,
  composeText,
  filledMarkdown,
  filledText,
  openQuestions,
} from '../../../lib/replies/compose-reply';
import { plainText } from '../../../lib/replies/plain-text';

describe('editableText', () => {
  it('has the values in, and leaves formatting and open questions as they are written', () => {
    const values = new Map([['contact.first_name', 'Ana']]);
    expect(filledMarkdown('**Hi** {{contact.first_name}}, {{ask.order}}?', values)).toBe(
      '**Hi** Ana, {{ask.order}}?',
    );
  });

  it('never has a value read as formatting when the text comes back', () => {
    const value = fc.string({ unit: fc.constantFrom(...'a b*_`[]()<>~#\\é'), minLength: 1 });
    fc.assert(
      fc.property(
        value.map((text) => text.trim()),
        (name) => {
          fc.pre(name !== '');
          const body = 'Hi **there** {{contact.name}}, bye';
          const values = new Map([['contact.name', name]]);
          const again = composeReply(filledMarkdown(body, values), new Map());
          expect(plainText(again.text)).toBe(plainText(composeReply(body, values).text));
        },
      ),
    );
  });
});

describe('composeText', () => {
  const body = '# 1) *{{contact.name}}*\\\n--\n\n\n> {{ask.order}} [a](https://x.example)\n';
  const values = new Map([['contact.name', '_Ana_ {{x}}']]);

  it('reads nothing but variables in a text that goes in as written', () => {
    const { text, missing } = composeText({ body, asWritten: true }, values);
    expect(missing.map(({ name }) => name)).toEqual(['ask.order']);
    expect(blocksToText(text.blocks)).toBe(
      '# 1) *_Ana_ { {x}}*\\\n--\n\n\n> ‹ask.order› [a](https://x.example)\n',
    );
  });

  it('reads Markdown in all others', () => {
    expect(composeText({ body }, values)).toEqual(composeReply(body, values));
  });

  it('is edited by hand as it is written', () => {
    const source = { body: '*{{contact.name}}* {{ask.order}}', asWritten: true };
    expect(filledText(source, new Map([['contact.name', 'A_b_*']]))).toBe('*A_b_** {{ask.order}}');
  });
});

describe('openQuestions', () => {
  it('asks the questions of the text, then for values that are not known', () => {
    const body = '{{contact.name}} {{contact.email}} {{ask.size:S/M=S}}';
    const asked = openQuestions(body, new Map([['contact.name', 'Ana']]));
    expect(asked.map(({ name }) => name)).toEqual(['ask.size', 'contact.email']);
    expect(asked[0]).toMatchObject({ choices: ['S', 'M'], initial: 'S' });
  });

  it('asks nothing where all is known or has something to fall back on', () => {
    expect(openQuestions('{{contact.name | there}} {{date}}', new Map([['date', '1']]))).toEqual(
      [],
    );
  });
});
