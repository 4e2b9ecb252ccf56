import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillVariables, questionsOf } from '../../../lib/replies/fill-variables';
import { parseTemplate } from '../../../lib/replies/parse-template';

const values = new Map([
  ['contact.first_name', 'Ana'],
  ['contact.phone_number', '+5511987650001'],
  ['date', '3 May 2026'],
  ['date:iso', '2026-05-03'],
]);

describe('fill', () => {
  it.each([
    ['Hi {{contact.first_name}}!', 'Hi Ana!'],
    ['Hi {{ Contact.First_Name }}!', 'Hi Ana!'],
    ['{{contact.phone}} {{contact.phone_number}}', '+5511987650001 +5511987650001'],
    ['{{date:iso}} {{date}} {{date:unheard-of}}', '2026-05-03 3 May 2026 3 May 2026'],
    ['Hi {{contact.last_name | there}}!', 'Hi there!'],
    ["Hi {{ contact.last_name || 'there' }}!", 'Hi there!'],
    ['Hi {{ contact.last_name | default: "there" }}!', 'Hi there!'],
    ['Hi{{contact.last_name|}}!', 'Hi!'],
    ['{{ask.size:S/M/L=M}}', 'M'],
    ['{{ask.size=M | L}}', 'M'],
    ['{{ask.mood:Thanks!/Thank you!=Thanks!}}', 'Thanks!'],
    ['{{ask.sign:</>=<}}', '<'],
    ['Group {{ask.group:A+/A-=A-}} noted', 'Group A- noted'],
    ['{{- ask.size:S/M=M -}} it is', 'Mit is'],
    ['{{}} {{ }}', '{ {}} { { }}'],
    ['{{{contact.first_name}}}', '{Ana}'],
    ['Hi {{ contact.last_name | default: "a}b" }}!', 'Hi a}b!'],
    ["{{ contact.first_name | prepend: '}}' | append:'{' }}", '}}Ana{'],
    ['{{contact.first_name|append: “{x}”}} {{contact.first_name | append: ‘}’}}', 'Ana{x} Ana}'],
    ['{{contact.first_name | replace("n", "}}")}}', 'A}}a'],
    [`{{contact.last_name | "it's }" }} {{contact.first_name}}`, "it's } Ana"],
    ["{{contact.last_name | 'tis}} so, isn't it, {{contact.first_name}}", "'tis so, isn't it, Ana"],
    ['{{contact.last_name | "friend}}, "{{contact.first_name}}"', '"friend, "Ana"'],
    ["{{ask.size:5'/6'=5'}} or {{ask.size:'S/M=M}}'", "5' or M'"],
    ['"{{contact.first_name}}", "}}"', '"Ana", "}}"'],
    ['{{contact.first_name', '{ {contact.first_name'],
  ])('reads %s', (body, text) => {
    expect(fillVariables(body, values)).toMatchObject({ text, missing: [] });
  });

  it('marks each gap in the text and asks for it once', () => {
    const { text, missing } = fillVariables(
      '{{agent.name}}, {{agent.name}} {{ask.order_number}}',
      values,
    );
    expect(text).toBe('‹agent.name›, ‹agent.name› ‹ask.order_number›');
    expect(missing).toMatchObject([
      { name: 'agent.name', label: 'Agent name', choices: [] },
      { name: 'ask.order_number', label: 'Order number', choices: [] },
    ]);
  });

  it('takes an answer before a value, and no blank for either', () => {
    const answers = new Map([
      ['contact.first_name', 'Bo'],
      ['date', '  '],
    ]);
    const { text, used } = fillVariables(
      '{{contact.first_name}} {{date}} {{x | y}}',
      values,
      answers,
    );
    expect(text).toBe('Bo 3 May 2026 y');
    expect(used.map(({ from }) => from)).toEqual(['answer', 'value', 'fallback']);
  });

  it('takes no answer to begin with where somebody has emptied it', () => {
    const emptied = new Map([['ask.size', '']]);
    expect(fillVariables('{{ask.size:S/M=M}}', values, emptied)).toMatchObject({
      text: '‹ask.size›',
      missing: [{ name: 'ask.size', initial: 'M' }],
    });
    expect(fillVariables('{{ask.size=M | any}}', values, emptied).text).toBe('any');
  });

  it('treats what looks like logic as a variable that nobody knows', () => {
    const { missing } = fillVariables('{{#if contact.name}}x{{/if}} {{__proto__}}', values);
    expect(missing.map(({ name }) => name)).toEqual(['#if contact.name', '/if', '__proto__']);
  });

  const braces = fc.string({
    unit: fc.constantFrom('{', '}', '{{', '}}', 'a', '.', '|', ':', '=', '/', ' ', '\n', 'é', '😀'),
  });
  const names = ['a', 'b.c', 'ask.d'];
  const bodies = fc
    .array(fc.oneof(braces, fc.constantFrom(...names.map((name) => `{{${name}}}`))))
    .map((parts) => parts.join(''));
  const filled = fc.dictionary(fc.constantFrom(...names), braces).map((record) => {
    return new Map(Object.entries(record));
  });

  it('never gives out two opening braces, whatever the body and the values hold', () => {
    fc.assert(
      fc.property(bodies, filled, filled, (body, known, answers) => {
        const { text, parts } = fillVariables(body, known, answers);
        expect(text).not.toContain('{{');
        expect(parts.map((part) => part.text).join('')).toBe(text);
      }),
    );
  });

  it('reads a variable as it stands alone, whatever signs are in a quoted argument', () => {
    const signs = fc.string({ unit: fc.constantFrom('{', '}', '|', ',', ':', "'", ' ', 'a') });
    const said = signs.map((text) => `${text.replace(/\{+/g, '{')}.`);
    fc.assert(
      fc.property(said, said, (one, two) => {
        const body = `{{contact.last_name | default: "${one}"}} {{ contact.name | "${two}" }}!`;
        expect(fillVariables(body, new Map())).toMatchObject({
          text: `${one} ${two}!`,
          logic: undefined,
        });
      }),
    );
  });

  it('leaves a text without variables as it is', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => !text.includes('{{'));
    fc.assert(
      fc.property(texts, filled, (text, known) => {
        expect(fillVariables(text, known)).toEqual({
          text,
          parts: text === '' ? [] : [{ kind: 'text', text }],
          missing: [],
          used: [],
        });
      }),
    );
  });

  it('never interprets a value', () => {
    const tricks = fc.constantFrom('{{date}}', '$&', '$1', '{{ask.x}}', '\\', '}}', '<b>', '{{{');
    fc.assert(
      fc.property(tricks, (trick) => {
        const { text, missing } = fillVariables('<{{a}}>', new Map([...values, ['a', trick]]));
        expect(text).toBe(`<${trick.replace(/\{(?=\{)/g, '{ ')}>`);
        expect(missing).toEqual([]);
      }),
    );
  });
});

describe('piecesOf', () => {
  it('loses nothing but the variables', () => {
    const bodies = fc.string({ unit: fc.constantFrom('{{', '}}', '{', 'a', '|', '\n') });
    fc.assert(
      fc.property(bodies, (body) => {
        const texts = parseTemplate(body).map((piece) => (piece.kind === 'text' ? piece.text : ''));
        expect(texts.join('')).toBe(body.replace(/\{\{([^{}\n]*[^{}\s][^{}\n]*)\}\}/g, ''));
      }),
    );
  });
});

describe('questionsOf', () => {
  it('lists what is asked before insertion, with choices and the answer to begin with', () => {
    expect(questionsOf('{{ask.size:S/M=XL}} {{ask.name=Ana}}')).toMatchObject([
      { choices: ['S', 'M', 'XL'], initial: 'XL' },
      { choices: [], initial: 'Ana' },
    ]);
    expect(questionsOf('{{ask.group:A+/A-}} {{ask.mood:Hi!/Hello!}}')).toMatchObject([
      { choices: ['A+', 'A-'] },
      { choices: ['Hi!', 'Hello!'] },
    ]);
    expect(questionsOf('{{ask.size: S / M /L/S = M }} {{contact.name}} {{ask.size}}')).toEqual([
      { name: 'ask.size', label: 'Size', choices: ['S', 'M', 'L'], initial: 'M' },
    ]);
  });
});
