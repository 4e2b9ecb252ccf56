import { describe, expect, it } from 'vitest';
import { composeReply } from '../../../lib/replies/compose-reply';
import { fillVariables } from '../../../lib/replies/fill-variables';
import { plainText } from '../../../lib/replies/plain-text';

const values = new Map([
  ['contact.name', 'ana SOUZA'],
  ['contact.email', 'ana@x.example'],
  ['contact.custom_attribute.favourite drink', 'tea'],
  ['conversation.custom_attribute.plan', '  Pro '],
]);

describe('filters that are known', () => {
  it.each([
    ['{{ contact.name | capitalize }}', 'Ana souza'],
    ['{{ contact.last_name | default: "გიორგი" | capitalize }}', 'გიორგი'],
    ['{{ contact.name | upcase }}', 'ANA SOUZA'],
    ['{{contact.name|downcase}}', 'ana souza'],
    ['{{ conversation.custom_attribute.plan | strip | upcase }}!', 'PRO!'],
    ['{{ contact.name | downcase | capitalize }}', 'Ana souza'],
    ['{{ contact.last_name | default: "there" }}', 'there'],
    ["{{ contact.last_name | default: 'you | there' | upcase }}", 'YOU | THERE'],
    ['{{ contact.last_name | upcase | default: "there" }}', 'there'],
    ['{{ contact.name | default: "there" | upcase }}', 'ANA SOUZA'],
    ['{{ contact.last_name | default: "x", allow_false: true }}', 'x'],
    ['Hi{{ contact.last_name | default }}!', 'Hi!'],
    ['{{ contact.last_name | default: contact.email }}', 'ana@x.example'],
    ['{{ contact.last_name | contact.email }}', 'ana@x.example'],
    ["{{ contact.last_name || 'there' | upcase }}", 'THERE'],
    ['{{ contact.last_name | "dear" | capitalize }}', 'Dear'],
    ['{{ contact.name | append: "!" | prepend: "Hi, " }}', 'Hi, ana SOUZA!'],
    ['{{ contact.name | replace: "SOUZA", "$& S." }}', 'ana $& S.'],
    ['{{ contact.name | remove: " SOUZA" }}', 'ana'],
    ['{{ contact.name | truncate: 6 }}', 'ana...'],
    ['{{ contact.name | truncate: 4, "" }}', 'ana '],
    ['{{ contact.name | upper }} {{ contact.name | lower | trim }}', 'ANA SOUZA ana souza'],
    ['Hi  {{- contact.name -}}  !', 'Hiana SOUZA!'],
    ['Company {{contact.last_name | -}}  !', 'Company -  !'],
    ['{{ contact.custom_attribute["favourite drink"] | upcase }}', 'TEA'],
    ['{{ contact.name\n   | upcase }}', 'ANA SOUZA'],
    ['{{ ask.size | upcase }}', 'M'],
    ['{{ contact.name | Capitalize }}', 'Ana souza'],
    ['{{ contact.name | UPCASE }} {{ contact.name | Upper }}', 'ANA SOUZA ANA SOUZA'],
    ['{{ contact.last_name | Default: "there" }}', 'there'],
    ['{{ contact.last_name | default("there") }}', 'there'],
    ['{{ contact.name | replace("SOUZA", "S.") | upper() }}', 'ANA S.'],
    ['{{ contact.last_name | default: “there” }}', 'there'],
    ['{{ contact.last_name | ‘there’ | upcase }}', 'THERE'],
    ['{{ contact.last_name || „friend“ }}', 'friend'],
    ['{{ contact.last_name | default: ”vän” }}', 'vän'],
    ['{{ contact.last_name | default: ‚Kunde‘ }}', 'Kunde'],
    [
      '{{ contact.last_name | default: “you | there, ‘friend’” | upcase }}',
      'YOU | THERE, ‘FRIEND’',
    ],
    ['{{ contact.last_name | default(“there”) }}', 'there'],
    ['{{ contact.name | append: “, Esq.” | prepend: ‘Dear ’ }}', 'Dear ana SOUZA, Esq.'],
    ['{{ contact.name | replace: “SOUZA”, “‘S’” }}', 'ana ‘S’'],
    ['{{ contact.name | replace(“SOUZA”, "“S”") }}', 'ana “S”'],
    ['{{ contact.custom_attribute[“favourite drink”] | upcase }}', 'TEA'],
  ])('works out %s', (body, text) => {
    const answers = new Map([['ask.size', 'm']]);
    expect(fillVariables(body, values, answers)).toMatchObject({
      text,
      missing: [],
      logic: undefined,
    });
  });

  it.each([
    ['{{contact.last_name | there}}', 'there'],
    ['{{contact.last_name | dear customer}}', 'dear customer'],
    ['{{contact.last_name | Guest}}', 'Guest'],
    ['{{contact.last_name | Guest | upcase}}', 'GUEST'],
    ['{{contact.last_name | Note: call me}}', 'Note: call me'],
    ['{{contact.last_name | iPhone}}', 'iPhone'],
    ['{{contact.last_name | customer(s)}}', 'customer(s)'],
    ['{{contact.last_name | friend (of ours)}}', 'friend (of ours)'],
    ['{{contact.last_name | note: call me}}', 'note: call me'],
    ['{{contact.last_name | “Sir” or “Madam”}}', '“Sir” or “Madam”'],
    ['{{contact.last_name | ’t Harde’s ‘vriend’}}', '’t Harde’s ‘vriend’'],
    ["{{contact.last_name | l’ami, l'amie}}", "l’ami, l'amie"],
  ])('takes one pipe with words for a fallback: %s', (body, text) => {
    expect(fillVariables(body, values)).toMatchObject({ text, missing: [], logic: undefined });
  });
});

describe('filters that are not known', () => {
  const names = [
    'size',
    'first',
    'split: " " | first',
    'date: "%Y"',
    'url_encode',
    'truncatewords: 2',
    'strip_html',
    'some_filter',
    'foo: 1',
    'capitalize | foo',
    'there | upcase',
    'escape',
    'title',
    'truncate: 5, "", 7',
    'replace',
    ...['Size', 'TITLECASE', 'camelize', 'pluralize', 'humanize', 'reject', 'json', 'Money', 'e'],
    ...['toUpperCase', 'stripHtml', 'titleCase', 'escape()', 'custom_call("x")', 'foo("x")'],
    ...['foo("x", 3)', 'foo(“x”)', 'foo: “x”'],
  ];

  it.each(names)('are told, and nothing of “%s” is inserted', (filters) => {
    const { text, missing, logic } = composeReply(`Hi {{ contact.name | ${filters} }}!`, values);
    expect(plainText(text)).toBe('Hi ‹contact.name›!');
    expect(missing).toHaveLength(1);
    expect(logic).toMatchObject([{ why: 'filter', words: 'contact.name' }]);
  });

  it.each([
    '{{ "hello" | upcase }}',
    '{{ “hello” }}',
    '{{ 3 | plus: 4 }}',
    '{{ contact.tags[0] }}',
  ])('are told of what is no variable: %s', (body) => {
    expect(composeReply(body, values)).toMatchObject({ logic: [{ why: 'filter' }] });
  });
});

describe('what compares a value, or hands it a parameter', () => {
  it.each([
    '{{contact.name != blank}}',
    '{{contact.name == "Ana"}}',
    '{{contact.name >= 3}}',
    '{{contact.name => x}}',
    '{{contact.name:fallback="there"}}',
    '{{contact.name fallback="there"}}',
    '{{contact.name fallback=“there”}}',
    '{{contact.name:fallback=‘there’}}',
    '{{contact.name default = "there"}}',
    '{{contact.name, fallback=there}}',
    '{{contact.name fallback="there" | upcase}}',
    '{{contact.custom_attribute.plan fallback="none"}}',
  ])('is told, and nothing of it is inserted: %s', (body) => {
    const { text, logic } = composeReply(body, values);
    const name = body.includes('plan') ? 'contact.custom_attribute.plan' : 'contact.name';
    expect(plainText(text)).toBe(`‹${name}›`);
    expect(logic).toMatchObject([{ why: 'filter', words: name }]);
  });

  it.each([
    ['{{ask.size:S/M=M}}', 'M'],
    ['{{ask.order number = 5}}', '5'],
    ['{{ask.what to say="Hi"}}', '"Hi"'],
    ['{{contact.last_name=there}}', 'there'],
    ['{{contact.last_name = dear friend}}', 'dear friend'],
    ['{{contact.custom_attribute.favourite food=rice}}', 'rice'],
  ])('is not taken for an answer to begin with: %s', (body, text) => {
    expect(fillVariables(body, values)).toMatchObject({ text, logic: undefined });
  });
});
