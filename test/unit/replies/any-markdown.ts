import fc from 'fast-check';

/** What Markdown makes something of, in any order: no text that a person writes is as bad. */
const piece = fc.constantFrom(
  ...[
    '1',
    '24',
    '007',
    '0',
    'a',
    'Wort',
    '重',
    '：',
    '“',
    'é',
    ' ',
    '   ',
    '\t',
    '\n',
    '\n',
    '\n\n',
  ],
  ...['. ', ') ', '- ', '+ ', '> ', '# ', '#', '*', '**', '_', '__', '~~', '`', '``', '```', '--'],
  ...['\\', '|', '!', '[', '](https://x.example/1)', '![', '<', '>', '&#49;', '&', 'x_1@y.example'],
  ...['https://x.example/_1_', '[7](https://x.example/7 "8")', '`9`', '\\\n', '---\n'],
);

/** Any text of them. */
export const anyMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** The runs of digits of a text, in order. */
export const digits = (text: string) => text.match(/\d+/g) ?? [];
