import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../lib/model/reply';
import { readCsv, writeCsv } from '../../../lib/replies/csv';
import { planImport, readImport, readImportFile } from '../../../lib/replies/import';
import { type FileReplies, writeReplyFile } from '../../../lib/replies/reply-file';
import { contentOf } from '../../../lib/replies/same-reply';
import { readTeamFile } from '../../../lib/replies/team-file';
import { reply } from './samples';

function read(text: string): FileReplies {
  const file = readImport(text);
  if ('problem' in file) throw new Error(file.problem);
  return file;
}

function problem(text: string): string {
  const file = readImport(text);
  return 'problem' in file ? file.problem : 'none';
}

const rows = (file: FileReplies) =>
  file.replies.map(({ reply: { shortcut, title, body } }) => [shortcut, title, body]);

let ids = 0;
const ports = {
  now: 5,
  newId: () => {
    ids += 1;
    return `new-${ids}`;
  },
};

describe('readImport of CSV', () => {
  it.each([
    ['title,body', 'Hello,Hi there', ['', 'Hello', 'Hi there']],
    ['Shortcut,Expansion', '/hi,Hi there', ['hi', 'hi', 'Hi there']],
    ['Abbreviation;Content;Label', 'hi;Hi, there;Greeting', ['hi', 'Greeting', 'Hi, there']],
    ['short_code\tcontent', 'hi\tHi, there; you', ['hi', 'hi', 'Hi, there; you']],
    ['Name|Text', 'Greeting|Hi', ['', 'Greeting', 'Hi']],
    ['"Plain Text","Trigger"', '"Say ""hi""\nnow",hi', ['hi', 'hi', 'Say "hi"\nnow']],
    ['\ufeffbody', 'Only a text', ['', 'Only a text', 'Only a text']],
    ['Message,Nobody knows,Keyword', 'Hi,x,k', ['k', 'k', 'Hi']],
  ])('reads the columns %j', (header, row, expected) => {
    expect(rows(read(`${header}\r\n\r\n${row}\r\n`))).toEqual([expected]);
  });

  it.each([
    ['Atajo;Mensaje', 'hi;Hola', ['hi', 'hi', 'Hola']],
    ['Código,Título,Conteúdo', 'oi,Olá,Bom dia', ['oi', 'Olá', 'Bom dia']],
    ['Raccourci;Titre;Re\u0301ponse', 'b;Salut;Bonjour', ['b', 'Salut', 'Bonjour']],
    ['Kürzel\tText', 'mfg\tGruß', ['mfg', 'mfg', 'Gruß']],
    ['Scorciatoia,Messaggio', 'c,Ciao', ['c', 'c', 'Ciao']],
    ['快捷码,内容', 'nh,你好', ['nh', 'nh', '你好']],
    ['Déclencheur;Libellé;Formule', 'b;Salut;Bonjour', ['b', 'Salut', 'Bonjour']],
    ['Palabra clave;Asunto;Texto', 'h;Saludo;Hola', ['h', 'Saludo', 'Hola']],
    ['Trefwoord;Sjabloon', 'h;Hoi', ['h', 'h', 'Hoi']],
    ['Skrót;Tytuł;Treść', 'c;Powitanie;Cześć', ['c', 'Powitanie', 'Cześć']],
    ['Genväg;Innehåll', 'h;Hej', ['h', 'h', 'Hej']],
    ['Сокращение;Название;Ответ', 'п;Привет;Здравствуйте', ['п', 'Привет', 'Здравствуйте']],
    ['Kısayol;Başlık;Yanıt', 'm;Selam;Merhaba', ['m', 'Selam', 'Merhaba']],
    ['ショートカット,タイトル,メッセージ', 'k,挨拶,こんにちは', ['k', '挨拶', 'こんにちは']],
  ])('takes a header in another language for no response: %s', (header, row, expected) => {
    expect(rows(read(`${header}\n${row}`))).toEqual([expected]);
  });

  it('reads a table without a header as text expanders write it', () => {
    expect(rows(read('hi,"Hi, there"\nbye,Goodbye'))).toEqual([
      ['hi', 'hi', 'Hi, there'],
      ['bye', 'bye', 'Goodbye'],
    ]);
    expect(rows(read('hi;Hi;Greeting'))).toEqual([['hi', 'Greeting', 'Hi']]);
    expect(rows(read('hi;Hello, thanks\nbye;Goodbye, see you'))).toEqual([
      ['hi', 'hi', 'Hello, thanks'],
      ['bye', 'bye', 'Goodbye, see you'],
    ]);
  });

  it('takes tags and platforms apart at bars and full-width signs too, and leaves those within a tag of ours', () => {
    const [row] = read('body,tags,platforms\nHi,退款，发货；急|a,onedesk、twodesk').replies;
    const tags = ['退款', '发货', '急', 'a'];
    expect(row?.reply).toMatchObject({ tags, platforms: ['onedesk', 'twodesk'] });
    const file = { replies: [{ title: 'Hi', body: 'Hi', tags: '退款，发货；急|a' }] };
    expect(read(JSON.stringify(file)).replies[0]?.reply.tags).toEqual(tags);
    const ours = ['退款，发货；急', 'a|b'];
    const own = writeCsv([reply({ body: 'Hi', tags: ours })]);
    expect(read(own).replies[0]?.reply.tags).toEqual(ours);
  });

  it('writes the code of a language as browsers read it', () => {
    const [first] = read('body,language,body (zh_TW)\nOi,pt_BR,嗨').replies;
    expect(first?.reply).toMatchObject({
      language: 'pt-BR',
      variants: [{ language: 'zh-TW', body: '嗨' }],
    });
  });

  it('reads tags, language, variants, platforms and audience', () => {
    const [first] = read(
      'body,tags,language,platforms,audience,body (pt-BR),text: de\nHi,"a, b;a",en,onedesk Two!,internal,Oi,',
    ).replies;
    expect(first?.reply).toMatchObject({
      tags: ['a', 'b'],
      language: 'en',
      platforms: ['onedesk'],
      audience: 'internal',
      variants: [{ language: 'pt-BR', body: 'Oi' }],
    });
  });

  it.each([
    ['yes', true],
    ['TRUE', true],
    ['no', undefined],
    ['', undefined],
  ])('reads whether a text goes in as written: %j', (cell, asWritten) => {
    const [first] = read(`body,As written\n*a*,${cell}`).replies;
    expect(first?.reply.asWritten).toBe(asWritten);
  });

  it.each([
    ['sep=;\nshortcut;body\nhi;Hi, there', 'hi'],
    ['\ufeffsep=;\r\nshortcut;body\r\nhi;Hi, there', 'hi'],
    ['"sep=|"\nshortcut|body\nhi|Hi, there', 'hi'],
    ['SEP=\t\nshortcut\tbody\nhi\tHi, there', 'hi'],
    ['sep=,\nshortcut,body\nhi,"Hi, there"', 'hi'],
    ['sep=;\nhi;Hi, there', 'hi'],
    ['sep= ;\nshortcut;body\nhi;Hi, there', 'hi'],
    ['"sep = ; "\r\nshortcut;body\r\nhi;Hi, there', 'hi'],
  ])('goes by the line with which Excel names the sign between cells: %j', (text, shortcut) => {
    const { replies } = read(text);
    expect(replies).toMatchObject([{ reply: { shortcut, body: 'Hi, there' } }]);
  });

  it('counts that line among the rows', () => {
    expect(read('sep=;\ntitle;body\nA;').skipped).toMatchObject([{ row: 3, name: 'A' }]);
    expect(problem('sep=;\ntitle;body\na;"b\nc;d\n')).toContain('row 3');
    expect(problem('sep=;')).toContain('No column was recognised');
  });

  it.each([
    ['"say \\"hi\\"","x"', 'say "hi"'],
    ['"\\"",c', '"'],
    ['"say \\"hi\\", friend",x\n"\\"yo\\"",y', 'say "hi", friend'],
    ['"C:\\\\x \\"y\\"",c', 'C:\\x "y"'],
    ['"say ""hi""",x', 'say "hi"'],
    ['"C:\\dir\\",x', 'C:\\dir\\'],
    ['C:\\"x",y', 'C:\\"x"'],
  ])(
    'reads quotation marks after a backslash, where doubled ones make no sense: %j',
    (row, body) => {
      expect(read(`body,title\n${row}`).replies[0]?.reply.body).toBe(body);
    },
  );

  it('lists the columns that nobody knows', () => {
    const table = 'Shortcut,Body,Uses,,Label,Name,"Last edited"\nhi,Hi,3,,L,N,today';
    const names = ['Uses', 'Name', 'Last edited'];
    expect(read(table).notUnderstood).toEqual(names);
    expect(planImport(read(table), [], ports).notUnderstood).toEqual(names);
    expect(read('shortcut,body\nhi,Hi').notUnderstood).toBeUndefined();
    expect(read('hi,Hi').notUnderstood).toBeUndefined();
  });

  it('says which shortcuts are not as the file has them', () => {
    const long = 'x'.repeat(401);
    const codes = ['/hi', 'a  b', 'two\twords', long, ' edge ', '//deep', '//', 'plain'];
    const rows = codes.map((code, index) => `"${code}",Title ${index},text ${index}`);
    const file = read(`shortcut,title,body\n${rows.join('\n')}`);
    expect(file.told?.map(({ name, why }) => [name, why])).toEqual([
      ['Title 1', 'Its shortcut becomes “a b”.'],
      ['Title 2', 'Its shortcut becomes “two words”.'],
      ['Title 3', `Its shortcut becomes “${'x'.repeat(400)}”.`],
      ['Title 5', 'Its shortcut becomes “deep”.'],
      ['Title 6', 'Not kept: shortcut.'],
    ]);
  });

  it('calls a response by its first words, without half of a sign at their end', () => {
    const title = 'x'.repeat(59);
    expect(rows(read(`body\n${title}😀 and more`))).toEqual([['', title, `${title}😀 and more`]]);
    const long = 'y'.repeat(399);
    expect(rows(read(`shortcut,body\n${long}😀,Hi`))).toEqual([[long, long, 'Hi']]);
  });

  it('skips single rows and says why', () => {
    const { replies, skipped } = read(
      `title,body\nEmpty,\nLong,${'x'.repeat(40_001)}\nWide,a,b\nGood,text\n`,
    );
    expect(replies).toMatchObject([{ row: 5, reply: { title: 'Good' } }]);
    expect(skipped).toEqual([
      { row: 2, name: 'Empty', why: 'It has no text.' },
      { row: 3, name: 'Long', why: 'Its text has 40,001 characters. At most 40,000 are possible.' },
      { row: 4, name: '', why: 'The row has more cells than there are columns.' },
    ]);
  });

  it('counts empty rows, as a spreadsheet does', () => {
    const table = 'shortcut,body\n\nhi,a\n,,\n \nbad,\nhi,b\n\n';
    expect(read(table).skipped).toMatchObject([{ row: 6, name: 'bad' }]);
    expect(planImport(read(table), [], ports).skipped).toMatchObject([
      { row: 6 },
      { row: 7, why: 'Row 3 has the same shortcut.' },
    ]);
    expect(read('\n\nhi;Hi, there\n\nbye;Bye').replies.map(({ row }) => row)).toEqual([3, 5]);
  });

  it.each([
    ['', 'The file is empty.'],
    ['title,tags\na,b', 'No column was recognised as the text.'],
    ['a,b,c,d,e\n1,2,3,4,5', 'No column was recognised as the text.'],
    ['one column\nand nothing else', 'No column was recognised as the text.'],
    ['title,body\na,"b\nc,d\n', 'is never closed'],
    ['<!DOCTYPE html><p>', 'This is a web page'],
    ['<?xml version="1.0"?>\n<!DOCTYPE plist><plist/>', 'This is a property list'],
    ['PK\u0003\u0004\u0014\u0000', 'This is an Excel workbook'],
    ['\u00d0\u00cf\u0011\u00e0', 'This is an old Excel workbook'],
    ['%PDF-1.7', 'This is a PDF'],
    ['{\\rtf1 hello}', 'This is rich text'],
    ['title,body\na,\0\0', 'This is not a text file'],
  ])('says what is wrong with the whole of %j', (text, words) => {
    expect(problem(text)).toContain(words);
  });

  it('takes 50,000 rows and says of the rest that they are too many', () => {
    const many = Array.from({ length: 50_001 }, (_, index) => `s${index},text ${index}`);
    const file = read(`shortcut,body\n${many.join('\n')}`);
    expect(file.replies).toHaveLength(50_000);
    expect(file.skipped).toMatchObject([{ row: 50_002, name: 's50000' }]);
  });
});

describe('readImport of JSON', () => {
  it('checks each entry by itself', () => {
    const { replies, skipped } = read(
      JSON.stringify({
        replies: [
          { title: 'Good', body: 'a', tags: ['x', {}], platforms: ['ok', 'NOT'], asWritten: 'no' },
          { title: 'Empty' },
          7,
          null,
          { body: 'b', shortcut: ['x'], audience: 'everyone' },
        ],
      }),
    );
    expect(replies.map(({ row, reply: each }) => [row, each.title, each.tags])).toEqual([
      [1, 'Good', ['x']],
      [5, 'b', []],
    ]);
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [2, 'It has no text.'],
      [3, 'This is not a canned response.'],
      [4, 'This is not a canned response.'],
    ]);
  });

  it.each([
    [{ name: 'Greeting', text: 'Hi', keyword: '/hi', folder: 'Start; all' }],
    [{ Title: 'Greeting', Content: 'Hi', 'Short code': 'hi', Tags: ['Start', 'all'] }],
    [{ label: 'Greeting', body: ['Hi'], abbreviation: 'hi', category: 'Start|all' }],
    [{ name: 'Greeting', snippet: 'Hi', trigger: 'hi', labels: ['Start', 'all'] }],
  ])('understands the names that a table may have: %j', (entry) => {
    for (const json of [[entry, { x: 1 }], { snippets: [entry, 7] }, { data: [entry] }]) {
      const [first] = read(JSON.stringify(json)).replies;
      expect(first?.reply).toMatchObject({
        title: 'Greeting',
        shortcut: 'hi',
        body: 'Hi',
        tags: ['Start', 'all'],
      });
    }
  });

  it.each(['replies', 'canned_responses', 'Saved replies', 'templates', 'items', 'payload'])(
    'finds the list under “%s”',
    (name) => {
      expect(read(JSON.stringify({ version: 1, [name]: [{ text: 'Hi' }] })).replies).toHaveLength(
        1,
      );
    },
  );

  it('finds a list that stands within another, as APIs answer, and no deeper one', () => {
    const entry = { title: 'T', text: 'Hi' };
    const found = (json: object) => 'replies' in readImport(JSON.stringify(json));
    expect(found({ data: { items: [entry] } })).toBe(true);
    expect(read(JSON.stringify({ data: { canned_responses: [entry] } })).replies).toHaveLength(1);
    expect(found({ data: { data: { data: { items: [entry] } } } })).toBe(false);
  });

  it('takes its own names before those of others, and lists what nobody knows', () => {
    const entry = {
      name: 'Other',
      title: 'Own',
      text: 'no',
      body: 'yes',
      uuid: 7,
      'body (de)': 'ja',
    };
    const file = read(JSON.stringify([entry, { body: 'b', uses: 3 }]));
    expect(file.replies[0]?.reply).toMatchObject({
      title: 'Own',
      body: 'yes',
      variants: [{ language: 'de', body: 'ja' }],
    });
    expect(file.notUnderstood).toEqual(['name', 'text', 'uuid', 'uses']);
  });

  it('loses no other language with one that cannot be read', () => {
    const entry = {
      title: 'Hi',
      body: 'Hi',
      variants: [{ language: 'es', body: 'Hola' }, 7],
      'body (de)': null,
      'body (fr)': 'Salut',
    };
    expect(read(JSON.stringify([entry])).replies[0]?.reply.variants).toEqual([
      { language: 'es', body: 'Hola' },
      { language: 'fr', body: 'Salut' },
    ]);
  });

  it('takes a list of snippets without a name for no tool’s in particular', () => {
    const snippet = { shortcut: 'hi', title: 'Greeting', text: 'Hello **you**', tags: ['a'] };
    const [taken] = read(JSON.stringify({ snippets: [snippet] })).replies;
    expect(taken?.reply).toMatchObject({ title: 'Greeting', tags: ['a'], body: 'Hello **you**' });
    expect(taken?.reply.asWritten).toBeUndefined();
  });

  it.each([
    ['{"replies": [', 'not valid JSON'],
    ['{"answers": []}', 'no list named'],
  ])('says what is wrong with the whole of %s', (text, words) => {
    expect(problem(text)).toContain(words);
  });
});

const line = fc
  .string({ unit: fc.constantFrom('a', 'B', '"', ',', ';', "'", '=', '-', '@', '+', 'é', '😀') })
  .filter((text) => text.trim() !== '');
const body = fc
  .string({
    unit: fc.constantFrom('a', '"', ',', ';', '\n', '\t', "'", '=', '＝', '-', '{', ' ', '|'),
  })
  .filter((text) => text.trim() !== '');
const library = fc.uniqueArray(
  fc.record({
    title: line,
    shortcut: fc.constantFrom('', 'hi', "it's", '=1', '-x'),
    body,
    tags: fc.subarray([
      'a',
      'b c',
      '退款、发货',
      '急，急',
      'c, d',
      'e;f',
      '"g"',
      '"h',
      'i "j"',
      '"k", l',
    ]),
    variants: fc.subarray([
      { language: 'pt-BR', body: '=Oi\n"' },
      { language: 'de-x-du', body: 'Hallo' },
      { language: 'de-x-du', body: 'Servus' },
      { language: 'Klingon (old)', body: 'nuqneH' },
    ]),
    asWritten: fc.constantFrom(true, undefined),
  }),
  { selector: ({ title, shortcut }) => (shortcut === '' ? title.toLowerCase() : shortcut) },
);

describe('export', () => {
  const asReplies = (records: Partial<Reply>[]) =>
    records.map((record, index) => reply({ ...record, id: `r${index}` }));

  it.each([
    ['JSON', writeReplyFile],
    ['CSV', writeCsv],
  ])('as %s can be imported again and changes nothing', (_name, write) => {
    fc.assert(
      fc.property(library, (records) => {
        const replies = asReplies(records);
        if (replies.length === 0) return;
        const { added, changed, skipped } = planImport(read(write(replies)), replies, ports);
        expect({ added, changed }).toEqual({ added: [], changed: [] });
        expect(skipped.map(({ why }) => why)).toEqual(replies.map(() => 'It is already there.'));
      }),
    );
  });

  it.each([
    ['JSON', writeReplyFile],
    ['CSV', writeCsv],
  ])('as %s gives the same responses where there were none', (_name, write) => {
    fc.assert(
      fc.property(library, (records) => {
        const replies = asReplies(records);
        if (replies.length === 0) return;
        const { added } = planImport(read(write(replies)), [], ports);
        const inOrder = ({ variants, ...rest }: Reply) => ({
          ...contentOf({ ...rest, variants }),
          variants: variants.toSorted((a, b) => (a.language < b.language ? -1 : 1)),
        });
        expect(added.map(inOrder)).toEqual(replies.map(inOrder));
      }),
    );
  });

  it('as CSV holds no cell that a spreadsheet would calculate', () => {
    const table = writeCsv([reply({ title: '=1+1', shortcut: '@x', body: '-2\n=3' })]);
    expect(table).toContain(`'@x,'=1+1,"'-2\n=3"`);
    for (const sign of [
      ...'＝＋－＠﹦﹢﹣﹫−',
      ' =',
      '\u00a0=',
      '\u200b@',
      '\ufeff＝',
      '\u202e=',
    ]) {
      const guardedTable = writeCsv([reply({ title: 'x', shortcut: 'x', body: `${sign}1+1` })]);
      expect(guardedTable).toContain(`'${sign}1+1`);
    }
    expect(readCsv(table)).toMatchObject({
      replies: [{ reply: { title: '=1+1', body: '-2\n=3' } }],
    });
  });

  it('as JSON leaves out ids of helpdesks, which mean something within one account only', () => {
    const here = reply({ source: 'north', id: '3', shortcut: 'refund', body: 'a' });
    const there = reply({ source: 'south', id: '3', shortcut: 'shipping', body: 'b' });
    const own = reply({ source: 'own', id: 'mine', body: 'c' });
    const { replies } = JSON.parse(writeReplyFile([here, there, own]));
    const ids = replies.map(({ id, body }: Record<string, unknown>) => [body, id]);
    expect(ids.toSorted()).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', 'mine'],
    ]);
    const team = readTeamFile(JSON.parse(writeReplyFile([here, there])));
    expect(team?.replies).toHaveLength(2);
  });

  it('as JSON leaves out what only this browser knows', () => {
    const text = writeReplyFile([reply({ body: 'a', updatedAt: 1, source: 'own' })]);
    expect(Object.keys(JSON.parse(text).replies[0])).not.toContain('source');
    expect(text).not.toContain('updatedAt');
  });
});

describe('texts of other tools', () => {
  const one = (body: string) => {
    const file = read(
      JSON.stringify([
        { title: 'T', body },
        { title: 'U', body: 'u' },
      ]),
    );
    const told = file.told?.find(({ row }) => row === 1)?.why;
    return { body: file.replies.find(({ row }) => row === 1)?.reply.body, told, file };
  };

  it('become Markdown where they are HTML, and it is said', () => {
    expect(one('<p>Hi <b>Ana</b></p><p>Bye</p>')).toMatchObject({
      body: 'Hi **Ana**\n\nBye',
      told: 'Its HTML was converted to Markdown.',
    });
    expect(one('Hi `<b>`').told).toBeUndefined();
  });

  it('keep the lines of plain text in which a word or two are HTML', () => {
    const text = 'Hi,\n\nsee <a href="https://x.example">our page</a>.\n\n1. Open it\n2. Sign in';
    expect(one(text).body).toBe(
      'Hi,\n\nsee [our page](https://x.example).\n\n1\\. Open it\n2\\. Sign in',
    );
    expect(one('<p>a\nb</p>').body).toBe('a b');
  });

  it('are taken from numbers too, as a code or a tag', () => {
    const { replies } = read(
      JSON.stringify([{ shortcut: 101, title: 7, body: 'a', tags: [3, 'b'] }]),
    );
    expect(replies[0]?.reply).toMatchObject({ shortcut: '101', title: '7', tags: ['3', 'b'] });
    const { skipped } = read(
      JSON.stringify([
        { title: 'a', body: 'a' },
        { title: 'b', body: 7 },
      ]),
    );
    expect(skipped).toMatchObject([{ row: 2, why: 'It has no text.' }]);
  });

  it('are refused by name where they cannot be read', () => {
    for (const [body, why] of [
      ['<p>x</p><form></form>', 'Its HTML contains a form, which can’t be kept as text.'],
      ['{\\rtf1\\ansi Hi}', 'It is rich text (RTF), which Deskside doesn’t read.'],
    ] as const) {
      expect(one(body).file.skipped).toEqual([{ row: 1, name: 'T', why }]);
    }
  });

  it('have the variables of tools that are known by their signs', () => {
    expect(one('Hi #{input:name}#{cursor}').body).toBe('Hi {{ask.name}}');
    expect(one('Hi {formtext: name=who}{cursor}').body).toBe('Hi {{ask.who}}');
    expect(one('Hi $|$there')).toMatchObject({
      body: 'Hi there',
      told: 'The cursor position is not kept.',
    });
    expect(one('{cursor} #{x} stay').body).toBe('{cursor} #{x} stay');
  });

  it('of the own export stay as they are', () => {
    const own = [reply({ title: 'T', body: '<p>a</p> $|$ #{cursor}' })];
    for (const write of [writeReplyFile, writeCsv]) {
      expect(read(write(own)).replies[0]?.reply.body).toBe('<p>a</p> $|$ #{cursor}');
    }
    // As written by versions that knew no texts to be inserted as written.
    const older = writeCsv(own)
      .replace(/,"?as written"?(?=\r?\n)/, '')
      .replace(/,(?=\r?\n|$)/g, '');
    expect(read(older).replies[0]?.reply.body).toBe('<p>a</p> $|$ #{cursor}');
  });

  it('go in as written, or not, as is chosen for all; not those whose marks are needed', () => {
    const file = read(
      JSON.stringify([
        { title: 'A', body: '*a*' },
        { title: 'B', body: '<b>b</b>' },
        { title: 'C', body: 'c', asWritten: true },
      ]),
    );
    const asWritten = (chosen?: boolean) =>
      planImport(file, [], ports, chosen).added.map((each) => each.asWritten === true);
    expect(asWritten()).toEqual([false, false, true]);
    expect(asWritten(true)).toEqual([true, false, true]);
    expect(asWritten(false)).toEqual([false, false, false]);
  });
});

describe('previewImport', () => {
  const existing = [
    reply({ id: '1', shortcut: 'Hi', title: 'Hello', body: 'a' }),
    reply({ id: '2', title: 'No shortcut', body: 'b' }),
    reply({ id: '3', shortcut: 'gone', title: 'Gone', body: 'c', deletedAt: 1 }),
    reply({ id: '4', shortcut: 'far', title: 'Far', body: 'd', source: 'team' }),
  ];

  it('tells what is added, changed and skipped, and why', () => {
    const table =
      'shortcut,title,body\nhi,Hello,new\n,no shortcut,b\ngone,Gone,c\nfar,Far,d\nhi,Again,x\n,New,e';
    const { added, changed, skipped } = planImport(read(table), existing, ports);
    expect(added.map(({ title, source }) => [title, source])).toEqual([
      ['Gone', 'own'],
      ['Far', 'own'],
      ['New', 'own'],
    ]);
    expect(new Set(added.map(({ id }) => id)).size).toBe(3);
    expect(changed.map(({ before, after }) => [before.id, after.id, after.title])).toEqual([
      ['1', '1', 'Hello'],
      ['2', '2', 'no shortcut'],
    ]);
    expect(skipped).toEqual([{ row: 6, name: 'Again', why: 'Row 2 has the same shortcut.' }]);
  });

  it('says what a response loses because the file does not have it', () => {
    const whole = reply({
      id: '1',
      shortcut: 'refund',
      title: 'Refund',
      body: 'old',
      tags: ['money'],
      variants: [{ language: 'de', body: 'alt' }],
      audience: 'internal',
      asWritten: true,
    });
    const toldOf = (table: string) => planImport(read(table), [whole], ports).told;
    expect(toldOf('shortcut,body\nhi,Hi\n/refund,new')).toEqual([
      {
        row: 3,
        name: 'refund',
        why: 'Not kept: title, tags, texts in other languages, who it is written for and “Insert as written”.',
      },
    ]);
    expect(
      toldOf('shortcut,title,body,tags,audience,as written,de\nrefund,Money,new,x,internal,yes,a'),
    ).toEqual([{ row: 2, name: 'Money', why: 'Not kept: texts in other languages.' }]);
    expect(toldOf(writeCsv([{ ...whole, body: 'new' }]))).toEqual([]);
    expect(toldOf('shortcut,body\n//refund,new')).toMatchObject([
      { why: expect.stringMatching(/^Its shortcut becomes “refund”\. Not kept: title/) },
    ]);
  });

  it('goes by the id of an export before the shortcut', () => {
    const file = read(
      JSON.stringify([
        { id: '2', shortcut: 'hi', title: 'Renamed', body: 'b' },
        { id: '1', shortcut: 'hello', title: 'Hello', body: 'a' },
      ]),
    );
    const { changed } = planImport(file, existing, ports);
    expect(changed).toMatchObject([
      { before: { id: '2' }, after: { id: '2', title: 'Renamed' } },
      { before: { id: '1' }, after: { id: '1', shortcut: 'hello' } },
    ]);
  });

  it('gives no response a shortcut that another one has', () => {
    const file = read(
      JSON.stringify([
        { id: '2', shortcut: 'HI', title: 'Older', body: 'b' },
        { id: '1', shortcut: 'hi', title: 'Hello', body: 'x' },
        { id: '5', shortcut: 'new', title: 'Other', body: 'b' },
        { id: '6', shortcut: 'New', title: 'Third', body: 'c' },
      ]),
    );
    const { added, changed, skipped } = planImport(file, existing, ports);
    expect(added).toMatchObject([{ title: 'Other' }]);
    expect(changed).toMatchObject([{ before: { id: '1' }, after: { id: '1' } }]);
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [1, '“Hello” already has the shortcut “Hi”. Choose another one.'],
      [4, 'Row 3 has the same shortcut.'],
    ]);
    const renamed = read(
      JSON.stringify([
        { id: '2', shortcut: 'new', title: 'Renamed', body: 'b' },
        { shortcut: 'New', title: 'Other', body: 'c' },
      ]),
    );
    expect(planImport(renamed, existing, ports)).toMatchObject({
      added: [],
      changed: [{ after: { title: 'Renamed' } }],
      skipped: [{ row: 2, why: '“Renamed” already has the shortcut “new”. Choose another one.' }],
    });
  });

  it('takes responses without a shortcut for several, though their titles are the same', () => {
    const two = [
      reply({ id: 'x', title: 'Refund', body: 'in five days' }),
      reply({ id: 'y', title: 'refund', body: 'not possible' }),
    ];
    for (const write of [writeReplyFile, writeCsv]) {
      const file = read(write(two));
      const { added, skipped } = planImport(file, [], ports);
      expect(added.map(({ body }) => body)).toEqual(['in five days', 'not possible']);
      expect(skipped).toEqual([]);
      const again = planImport(file, added.toReversed(), ports);
      expect(again).toMatchObject({ added: [], changed: [] });
      expect(again.skipped.map(({ why }) => why)).toEqual(Array(2).fill('It is already there.'));
      // One of them was deleted or changed since.
      for (const kept of added) {
        expect(planImport(file, [kept], ports)).toMatchObject({ added: [{}], changed: [] });
        const changed = { ...kept, body: 'else' };
        const others = added.filter((each) => each !== kept);
        expect(planImport(file, [changed, ...others], ports)).toMatchObject({
          added: [],
          changed: [{ before: changed, after: { body: kept.body } }],
        });
      }
    }
    const same = read('title,body\nRefund,same\nRefund,same');
    expect(planImport(same, [], ports).skipped).toMatchObject([
      { row: 3, why: 'Row 2 has the same title.' },
    ]);
  });

  it('changes nothing of the own library for what other sources call the same', () => {
    const replies = [
      reply({ source: 'chatwoot-1', id: '5', title: 'Hi', shortcut: 'hi', body: 'theirs' }),
      reply({ source: 'own', id: 'a', title: 'Hi', shortcut: 'HI', body: 'mine' }),
    ];
    for (const write of [writeReplyFile, writeCsv]) {
      const file = read(write(replies));
      expect(planImport(file, replies, ports)).toMatchObject({ added: [], changed: [] });
      expect(planImport(file, [], ports).added.map(({ body }) => body)).toEqual(['mine']);
    }
  });

  it.each([0, 1])('brings back what had a shortcut before another one got it (%i)', (at) => {
    const rows = [
      { id: '1', shortcut: 'hello', title: 'Hello', body: 'a' },
      { id: '9', shortcut: 'hi', title: 'Deleted since', body: 'b' },
    ];
    const file = read(JSON.stringify(at === 0 ? rows : rows.toReversed()));
    expect(planImport(file, existing, ports)).toMatchObject({
      added: [{ title: 'Deleted since', shortcut: 'hi' }],
      changed: [{ before: { id: '1' }, after: { id: '1', shortcut: 'hello' } }],
      skipped: [],
    });
  });
});

describe('readImportFile', () => {
  it('knows an archive by its bytes', () => {
    const archive = new Uint8Array([
      0x50, 0x4b, 3, 4, 20, 0, 8, 0, 8, 0, 0x21, 0, 0x5f, 0x1b, 0x9c,
    ]);
    expect(readImportFile(archive, ['en'])).toEqual({
      problem: expect.stringMatching(
        /Excel workbook or another archive\. Save the table as CSV\.$/,
      ),
    });
  });

  it('says how the characters were read, also where no column was recognised', () => {
    const gbk = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
    // “hi,你好”, and “啊,啊,啊,啊,啊” in GBK.
    expect(readImportFile(gbk('68692cc4e3bac3'), ['zh-CN'])).toMatchObject({
      replies: [{ reply: { shortcut: 'hi', body: '你好' } }],
      notice: expect.stringContaining('gb18030'),
    });
    expect(readImportFile(gbk('b0a12cb0a12cb0a12cb0a12cb0a1'), ['zh-CN'])).toEqual({
      problem: expect.stringMatching(/^No column was recognised.*not in UTF-8/s),
    });
  });
});
