import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksToText } from '../../../lib/insert/degrade-formatting';
import { pasteHtml } from '../../../lib/insert/paste-html';
import type { ComposedText } from '../../../lib/model/composed-text';
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
    const value = fc.string({
      unit: fc.constantFrom(...'a b*_`[]()<>~#\\é&;1.-+=!|@:/'),
      minLength: 1,
    });
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

  it.each([
    ['Ana', 'Ana'],
    ['&lt;b&gt;', '\\&lt;b\\&gt;'],
    ['- Ana', '\\- Ana'],
    ['+49 170 1', '+49 170 1'],
    ['# Ana', '\\# Ana'],
    ['*a*', '\\*a\\*'],
    ['{{date}}', '\\{\\{date\\}\\}'],
    ['two\n\nparagraphs', '{{contact.name}}'],
  ])('writes the value %j so that it is kept', (value, written) => {
    const values = new Map([['contact.name', value]]);
    expect(filledMarkdown('{{contact.name}}', values)).toBe(written);
  });

  it('leaves variables in a text so long that trying each value would take seconds', () => {
    const body = `{{contact.name}} ${'x'.repeat(8_000)}`;
    expect(filledMarkdown(body, new Map([['contact.name', '*a*']]))).toBe(body);
    expect(filledMarkdown(body, new Map([['contact.name', 'Ana']]))).toMatch(/^Ana x/);
  });

  it('reads as the response does, whatever the values hold', () => {
    const bodies = fc.constantFrom(
      'Hi **there** {{contact.name}}, bye',
      '{{contact.name}} {{contact.email | there}}',
      '- {{contact.name}}\n- `{{contact.email}}`',
      '[{{contact.name}}](https://e.example/{{contact.email}})',
      '{{contact.name}}\n{{contact.email}}\n\n{{ask.size:S/M}}',
      '{{{contact.name}}',
    );
    const signs = [
      ...'a b*_`[]()<>~#\\é{}|&;.-+=!1',
      '\n',
      '\n\n',
      '&lt;',
      '1. ',
      '{{date}}',
      'https://e.example/_a_',
    ];
    const value = fc.string({ unit: fc.constantFrom(...signs), minLength: 1 });
    fc.assert(
      fc.property(bodies, value, value, (body, name, email) => {
        const values = new Map([
          ['contact.name', name],
          ['contact.email', email],
          ['date', 'today'],
        ]);
        const again = composeReply(filledMarkdown(body, values), values);
        expect(again.text).toEqual(composeReply(body, values).text);
      }),
      { numRuns: 300 },
    );
  });
});

/** Every text and address that a composer could be given, blocks apart. */
function outputs({ blocks }: ComposedText): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block.text];
    const lines = block.kind === 'list' ? block.items : [block.spans];
    return lines.flatMap((spans) => [
      spans.map(({ text }) => text).join(''),
      ...spans.flatMap(({ link }) => link ?? []),
    ]);
  });
}

describe('composeReply', () => {
  const signs = [
    '{{',
    '}}',
    '{%',
    '%}',
    '{',
    '%',
    '|',
    '-',
    ' ',
    '\n',
    '[a](https://e.example/',
    ')',
  ];
  const more = [
    '`',
    '*',
    '\\',
    'contact.name',
    'ask.x',
    'upcase',
    'size',
    'if',
    '😀',
    '\ud83d',
    '1. ',
  ];
  const anything = fc.string({ unit: fc.constantFrom(...signs, ...more) });
  const known = fc.dictionary(
    fc.constantFrom('contact.name', 'ask.x', 'if'),
    fc.oneof(anything, fc.string({ unit: 'binary' })),
  );

  it.each([
    ['[Track it]({{contact.x}})', 'www.shop.example/12', 'Track it (www.shop.example/12)'],
    ['[**Track** it]({{contact.x}}) now', 'AB 12', 'Track it (AB 12) now'],
    ['[Write]({{contact.x}})', 'a@x.example', 'Write (a@x.example)'],
    ['![]({{contact.x}})', 'no-address-7', 'no-address-7'],
    ['[Track it]({{contact.y}})', '', 'Track it (‹contact.y›)'],
    ['[Write](mailto:{{contact.x}})', 'a+b@x.example', 'Write (a+b@x.example)'],
    [
      '[Write](mailto:x@x.example?subject={{contact.x}})',
      'a@b 7',
      'Write (x@x.example?subject=a%40b%207)',
    ],
    ['[Call](tel:{{contact.x}})', '+49 30 12 34', 'Call (+49301234)'],
    ['[Call](tel:{{contact.x}})', '+49 (0) 151/23', 'Call (+4915123)'],
    ['[Call](tel:{{contact.x}})', '+39 (0)6 123–4', 'Call (+39061234)'],
    ['[Call](tel:{{contact.x}})', '030/12 34-5', 'Call (0301234-5)'],
  ])('loses no value that stands for an address: %s with %j', (body, value, written) => {
    const { text } = composeReply(body, new Map([['contact.x', value]]));
    expect(plainText(text)).toBe(written);
  });

  it('never throws, and gives out no opening of a variable or a tag', () => {
    fc.assert(
      fc.property(anything, known, known, (body, values, answers) => {
        const given = new Map(Object.entries(values));
        const { text } = composeReply(body, given, new Map(Object.entries(answers)));
        expect(outputs(text).filter((each) => /\{[{%]/.test(each))).toEqual([]);
        expect(plainText(text)).not.toMatch(/\{[{%]/);
        openQuestions(body, given);
      }),
      { numRuns: 500 },
    );
  });

  it('shows a value exactly, wherever it stands', () => {
    const bodies = fc.constantFrom(
      'Hi **{{contact.name}}**, bye',
      '- {{contact.name}}',
      '> {{contact.name}}',
    );
    const value = fc.string({ unit: fc.oneof(fc.constantFrom(...signs, ...more), fc.string()) });
    fc.assert(
      fc.property(bodies, value, (body, name) => {
        fc.pre(name.trim() !== '' && !/\{[{%]/.test(name) && !/[\ufdd0-\ufdd2]/.test(name));
        const { text } = composeReply(body, new Map([['contact.name', name]]));
        expect(outputs(text).some((each) => each.includes(name))).toBe(true);
      }),
    );
  });

  it.each([
    ['[x](https://e.example/{{foo)', 'https://e.example/%7B{foo'],
    ['[x](https://e.example/{%foo)', 'https://e.example/%7B%foo'],
    ['[x](https://e.example/?q={{contact.name}})', 'https://e.example/?q=%EF%BF%BD'],
  ])('gives %s an address that holds', (body, link) => {
    const { text } = composeReply(body, new Map([['contact.name', '\ud83d']]));
    expect(text.blocks[0]).toMatchObject({ spans: [{ link }] });
  });

  it.each(['https://e.example/?q="a"&b=<c>', 'mailto:"a"<b>@e.example', 'tel:"1"'])(
    'keeps the address %s a link, whoever wrote it',
    (address) => {
      const values = new Map([['contact.custom_attribute.page', address]]);
      const link = address.replaceAll('"', '%22').replaceAll('<', '%3C').replaceAll('>', '%3E');
      const page = '{{contact.custom_attribute.page}}';
      const body = `[x](${page}), ![y](${page}), [z](<${address.replace(/[<>]/g, '\\$&')}>)`;
      const { text } = composeReply(body, values);
      const html = pasteHtml(text.blocks, true);
      const href = `<a href="${link.replaceAll('&', '&amp;')}">`;
      expect(html).toContain(`${href}x</a>`);
      expect(html).toContain(`${href}z</a>`);
      expect(JSON.stringify(text)).not.toMatch(/link":"[^"]*(?:\\"|[<>])/);
    },
  );

  it('does not write an address twice whose words have the signs that are coded in it', () => {
    const values = new Map([['contact.custom_attribute.page', 'https://e.example/?q="a"']]);
    const page = '{{contact.custom_attribute.page}}';
    const { text } = composeReply(`[See ${page} there](${page}).`, values);
    expect(text.blocks[0]).toMatchObject({
      spans: [{ link: 'https://e.example/?q=%22a%22' }, { text: '.' }],
    });
    expect(plainText(text)).toBe('See https://e.example/?q="a" there.');
  });

  it('codes the braces of a value that is the whole address', () => {
    const values = new Map([['contact.custom_attribute.page', 'https://e.example/{{x}}']]);
    const { text } = composeReply('[x]({{contact.custom_attribute.page}})', values);
    expect(text.blocks[0]).toMatchObject({ spans: [{ link: 'https://e.example/%7B{x}}' }] });
  });
});

describe('logic', () => {
  const values = new Map([['contact.first_name', 'Ana']]);
  const body = '{% if contact.email %}Hi {{contact.first_name}} ({{ contact.email }}){% endif %}';

  it.each([
    [body, 'liquid'],
    ['{%- unless x -%}y{%- endunless -%}', 'liquid'],
    ['{% comment %}internal{% endcomment %}', 'liquid'],
    ['{{ contact.first_name | size }}', 'filter'],
    ['{{ contact.first_name | split: "}" }}', 'filter'],
    ['{{#if contact.name}}x{{/if}}', 'foreign'],
    ['{{else}}', 'foreign'],
    ['{{> part}}', 'foreign'],
  ])('is told in %s, and keeps it from being inserted', (text, why) => {
    const { logic, missing } = composeReply(text, values);
    expect(logic?.[0]?.why).toBe(why);
    expect(missing.length).toBeGreaterThan(0);
    expect(openQuestions(text, values).filter(({ name }) => name !== 'contact.email')).toEqual([]);
  });

  it.each(['50 {%} off', '{% %}', '{% if x', 'a {%20b'])(
    'is not what only looks like it: %s',
    (text) => {
      expect(composeReply(text, values)).toMatchObject({ logic: undefined, missing: [] });
    },
  );

  it('is kept as it is written for a server that works it out, with what is not known here', () => {
    const { text, missing } = composeReply(body, values, new Map(), { keepsLogic: true });
    expect(plainText(text)).toBe('{% if contact.email %}Hi Ana ({{ contact.email }}){% endif %}');
    expect(missing).toEqual([]);
  });

  it('is kept with the underscores and stars in it', () => {
    const text = '**{{ contact.first_name | my_filter: "*a*" }}** {{ agent.first_name }}';
    const composed = composeReply(text, values, new Map(), { keepsLogic: true });
    expect(plainText(composed.text)).toBe(
      '{{ contact.first_name | my_filter: "*a*" }} {{ agent.first_name }}',
    );
  });

  it('never lets a value or a text become logic beside it', () => {
    const tricky = new Map([['contact.first_name', '{% assign x = 1 %}{{x}}{']]);
    const { text } = composeReply('{{contact.first_name}}{% x %} {{y}', tricky, new Map(), {
      keepsLogic: true,
    });
    expect(plainText(text)).toBe('{ % assign x = 1 %}{ {x}}{ {% x %} { {y}');
  });

  it('is not kept where it is another’s, or asks', () => {
    for (const text of ['{% if a %}{{#if b}}{% endif %}', '{% if a %}{{ask.x}}{% endif %}']) {
      const { missing } = composeReply(text, values, new Map(), { keepsLogic: true });
      expect(missing).toHaveLength(1);
    }
  });

  it('changes nothing about a response without any', () => {
    const { text, missing } = composeReply('{{agent.name}}', values, new Map(), {
      keepsLogic: true,
    });
    expect(plainText(text)).toBe('‹agent.name›');
    expect(missing).toHaveLength(1);
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
