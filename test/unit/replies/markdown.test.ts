import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Block, composedTextSchema } from '../../../lib/model/composed-text';
import { composeReply } from '../../../lib/replies/compose-reply';
import { composeMarkdown, readMarkdown } from '../../../lib/replies/markdown';
import { plainText } from '../../../lib/replies/plain-text';

const paragraph = (...spans: object[]) => ({ kind: 'paragraph', spans });

function allText(source: string): string {
  const { blocks } = composeMarkdown(source);
  return JSON.stringify(blocks);
}

/** The text of each paragraph, list item or block of code. */
function linesOf(block: Block): string[] {
  if (block.kind === 'code') return [block.text];
  const lines = block.kind === 'list' ? block.items : [block.spans];
  return lines.map((spans) => spans.map((span) => span.text).join(''));
}

describe('composeMarkdown', () => {
  it.each([
    ['one\ntwo', [paragraph({ text: 'one\ntwo' })]],
    ['one\r\ntwo', [paragraph({ text: 'one\ntwo' })]],
    ['one\n\ntwo', [paragraph({ text: 'one' }), paragraph({ text: 'two' })]],
    [
      'one\n\n\n\ntwo',
      [paragraph({ text: 'one' }), paragraph(), paragraph(), paragraph({ text: 'two' })],
    ],
    ['# Big', [paragraph({ text: 'Big', marks: ['bold'] })]],
    ['***', [paragraph({ text: '***' })]],
    ['Best regards,\n-- \nAcme', [paragraph({ text: 'Best regards,\n-- \nAcme' })]],
    ['> a\n> -- \n> b', [{ kind: 'quote', spans: [{ text: 'a\n-- \nb' }] }]],
    ['~~no~~ ~yes~', [paragraph({ text: 'no', marks: ['strike'] }, { text: ' ~yes~' })]],
    ['`a*b*`', [paragraph({ text: 'a*b*', marks: ['code'] })]],
    [
      '> one\n>\n> two',
      [{ kind: 'quote', spans: [{ text: 'one' }, { text: '\n\n' }, { text: 'two' }] }],
    ],
    ['```js\nlet a;\n```', [{ kind: 'code', text: 'let a;' }]],
    ['1. a\n2. b', [{ kind: 'list', ordered: true, items: [[{ text: 'a' }], [{ text: 'b' }]] }]],
    ['*&amp;* &lt;', [paragraph({ text: '&', marks: ['italic'] }, { text: ' <' })]],
    ['    indented', [paragraph({ text: 'indented' })]],
    ['', []],
    [
      '24. a\n25. b',
      [{ kind: 'list', ordered: true, start: 24, items: [[{ text: 'a' }], [{ text: 'b' }]] }],
    ],
    [
      '1) a\n\n2) b',
      [
        {
          kind: 'list',
          ordered: true,
          delimiter: ')',
          isLoose: true,
          items: [[{ text: 'a' }], [{ text: 'b' }]],
        },
      ],
    ],
    [
      'a:\n- b\nc',
      [
        paragraph({ text: 'a:' }),
        { kind: 'list', ordered: false, isClose: true, items: [[{ text: 'b' }]] },
        { ...paragraph({ text: 'c' }), isClose: true },
      ],
    ],
    [
      '1. *a*\n   - b\n1. c',
      [
        paragraph({ text: '1. ' }, { text: 'a', marks: ['italic'] }),
        { kind: 'list', ordered: false, isClose: true, items: [[{ text: 'b' }]] },
        { ...paragraph({ text: '1. c' }), isClose: true },
      ],
    ],
    ['a\\\n\\\nb', [paragraph({ text: 'a' }), paragraph({ text: 'b' })]],
    ['a\n\n\\\nb', [paragraph({ text: 'a' }), paragraph(), paragraph({ text: 'b' })]],
    ['**重要：**请', [paragraph({ text: '重要：', marks: ['bold'] }, { text: '请' })]],
    [
      '<https://x.example/> a@x.example',
      [paragraph({ text: 'https://x.example/' }, { text: ' a@x.example' })],
    ],
    ['[a@x.example](mailto:a@x.example)', [paragraph({ text: 'a@x.example' })]],
    [
      '![A cat](https://x.example/1.png)',
      [paragraph({ text: 'A cat', link: 'https://x.example/1.png', isPicture: true })],
    ],
    [
      '[a](https://x.example "b")',
      [paragraph({ text: 'a', link: 'https://x.example' }, { text: ' “b”' })],
    ],
    ['[@Ana](mention://user/1/Ana)', [paragraph({ text: '@Ana' })]],
  ])('reads %j', (source, blocks) => {
    expect(composeMarkdown(source).blocks).toEqual(blocks);
  });

  it('joins the looks of what stands within each other', () => {
    expect(composeMarkdown('**a *b* [c](https://x.example)**').blocks).toEqual([
      paragraph(
        { text: 'a ', marks: ['bold'] },
        { text: 'b', marks: ['bold', 'italic'] },
        { text: ' ', marks: ['bold'] },
        { text: 'c', marks: ['bold'], link: 'https://x.example' },
      ),
    ]);
  });

  it('takes a number with a blank behind its plus for no list', () => {
    for (const text of ['+ 49 30 1234', 'Call us:\n+ 49 30 1234', '> + 5 %', '+ 1\n\nx']) {
      expect(plainText(composeMarkdown(text))).toBe(text);
    }
    expect(composeMarkdown('+ 1 pear\n+ 2 plums').blocks).toMatchObject([{ kind: 'list' }]);
    expect(composeMarkdown('+ pear').blocks).toMatchObject([{ kind: 'list' }]);
  });

  it('keeps a list within a list as lines of the item', () => {
    expect(composeMarkdown('- a\n  - b').blocks).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [[{ text: 'a' }, { text: '\n' }, { text: '  - ' }, { text: 'b' }]],
      },
    ]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b>c</b>',
    '[a]: javascript:alert(1)',
  ])('shows %s as the text it is', (source) => {
    expect(composeMarkdown(source).blocks).toEqual([paragraph({ text: source })]);
  });

  it.each([
    '[a](javascript:alert(1))',
    '[a](JAVASCRIPT:alert)',
    '[a](&#106;avascript:alert)',
    '[a](data:text/html,x)',
    '[a](//evil.example)',
    '[a](/path)',
    '<javascript:alert>',
    '![a](file:///etc/passwd)',
  ])('leaves %s as it is written', (source) => {
    expect(allText(source)).not.toContain('"link"');
    expect(composeMarkdown(source).blocks).toEqual([paragraph({ text: source })]);
  });

  it.each(['https://x.example/a?b=c', 'mailto:a@x.example', 'tel:+4612345'])(
    'links to %s',
    (to) => {
      expect(composeMarkdown(`[a](${to})`).blocks).toEqual([paragraph({ text: 'a', link: to })]);
    },
  );

  it('keeps emoji, right-to-left text, combining marks and tabs', () => {
    const text = 'e\u0301\t👩‍💻 مُحَمَّد \u200fx';
    expect(composeMarkdown(text).blocks).toEqual([paragraph({ text })]);
  });

  it.each([
    ['20,000 signs', '*a '.repeat(6_667)],
    ['thousands of paragraphs', 'a\n\n'.repeat(2_500)],
    ['quotes without an end', '> '.repeat(20_000)],
    ['lists without an end', '- '.repeat(20_000)],
    ['brackets', '['.repeat(20_000)],
    ['emphasis that closes nothing', '*a_'.repeat(13_333)],
    ['numbers that count nothing', '24. D\n'.repeat(6_666)],
    ['quotes and answers', '> a\nb\n'.repeat(6_666)],
    ['backslashes', '\\'.repeat(40_000)],
  ])('takes %s as what the model holds', (_name, source) => {
    const composed = composeMarkdown(source);
    expect(v.is(composedTextSchema, composed)).toBe(true);
    expect(composed.blocks.length).toBeGreaterThan(0);
  });
});

describe('readMarkdown', () => {
  it.each([
    ['logs\\_temp\\*.log', 2],
    ['¯\\_(ツ)_/¯', 1],
    ['a\\*b', 1],
    ['C:\\Users\\_temp\\*.log and \\\\srv\\share\\_x', 0],
    ['\\*not bold\\* and 1\\. no list', 0],
    ['https://x.example/a\\_b', 0],
    ['`a\\_b` a\\b', 0],
    ['no *sign*', 0],
    ['[old\\_name](docs/x)', 0],
    ['[@Nia\\_S](mention://user/1/Nia)', 1],
  ])('counts the backslashes that are lost in %j', (source, count) => {
    expect(readMarkdown(source).lostBackslashes).toBe(count);
  });
});

describe('composeReply', () => {
  const values = new Map([
    ['contact.name', '*Ana* [x](https://evil.example) <b>\n# Souza'],
    ['contact.email', 'a&b@x.example'],
    ['contact.custom_attribute.site', 'https://shop.example/a?b'],
  ]);

  it('keeps values out of the reach of Markdown', () => {
    expect(composeReply('**{{contact.name}}**', values).text.blocks).toEqual([
      paragraph({ text: values.get('contact.name'), marks: ['bold'] }),
    ]);
    expect(composeReply('`{{contact.email}}`', values).text.blocks).toEqual([
      paragraph({ text: 'a&b@x.example', marks: ['code'] }),
    ]);
  });

  it('encodes a value within an address, and checks one that is the address', () => {
    const links =
      '[a](https://x.example/?to={{contact.email}}) [b]({{contact.custom_attribute.site}}) [c]({{contact.name}})';
    expect(
      JSON.stringify(composeReply(links, values).text.blocks).match(/"link":"[^"]*"/g),
    ).toEqual([
      '"link":"https://x.example/?to=a%26b%40x.example"',
      '"link":"https://shop.example/a?b"',
    ]);
  });

  it('marks gaps and tells them', () => {
    const { text, missing } = composeReply('Hi {{agent.name}}', values);
    expect(text.blocks).toEqual([paragraph({ text: 'Hi ‹agent.name›' })]);
    expect(missing.map(({ name }) => name)).toEqual(['agent.name']);
  });

  it('never gives out two opening braces side by side', () => {
    const bodies = fc.string({
      unit: fc.constantFrom(
        '{',
        '{{a}}',
        '**',
        '`',
        '\\{',
        '&#123;',
        '\n',
        '- ',
        '> ',
        'x',
        '[',
        '](tel:1)',
      ),
    });
    const value = fc.string({ unit: fc.constantFrom('{', '{{', '}', 'x') });
    fc.assert(
      fc.property(bodies, value, (body, a) => {
        const { blocks } = composeReply(body, new Map([['a', a]])).text;
        for (const line of blocks.flatMap(linesOf)) expect(line).not.toContain('{{');
      }),
    );
  });
});

describe('what is too much to read', () => {
  it.each(['a\n=\n', '> a\nb\n', '- a\nb\n', '- a\n', '1) \n', 'a\n\n'])(
    'lines without end (%j) are shown as they are written',
    (lines) => {
      const text = `*a*\n${lines.repeat(10_000)}`;
      const [first] = composeMarkdown(text).blocks;
      expect(first).toMatchObject({ kind: 'paragraph' });
      expect(first === undefined ? '' : linesOf(first)[0]).toMatch(/^\*a\*/);
    },
  );

  it('a thousand lines and a long text are read', () => {
    expect(allText(`*a*${'\nb'.repeat(999)}`)).not.toContain('*');
    expect(allText(`*a* ${'b '.repeat(40_000)}`)).not.toContain('*');
  });
});
