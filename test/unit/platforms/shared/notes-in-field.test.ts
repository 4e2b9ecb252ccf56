import { describe, expect, test } from 'vitest';
import type { NoteProblem } from '../../../../lib/platforms/contract/notes';
import { notesInField } from '../../../../lib/platforms/shared/notes-in-field';
import { copyOf } from '../../notes/samples';
import { contact, scripted, signal } from '../chaport/fake';

const own = 'R&D asked: "when?"\n\ncafé 100, Привет <b>bold</b> https://x.example/a';
const id = '4f6c1d2e-7a90-4b1c-8d3e-5f6071829304';
const text = 'VIP & "friend" über https://y.example/x\n\n- one\n- two';

/** One field that keeps what `keep` makes of a text, and how writing a note there ends. */
function open(keep: (text: string) => string, at = { own, text }) {
  let field = at.own;
  const writes: string[] = [];
  const { ports } = scripted({});
  const notes = notesInField(ports, {
    limit: 10_000,
    read: async () => field,
    write: async (_contact, written) => {
      writes.push(written);
      field = keep(written);
    },
  });
  const write = async () => {
    const changes = [{ kind: 'create' as const, copy: copyOf({ id, text: at.text }) }];
    const destination = { conversations: [] };
    return notes.write(contact(), { changes, destination }, signal).then(
      () => 'written',
      (error: NoteProblem) => error.reason,
    );
  };
  return { write, writes, field: () => field };
}

const latin1 = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => String.fromCharCode(byte)).join('');

describe('a field that changes what is written is put back once', () => {
  test.each<[string, (text: string) => string]>([
    ['<br> for line ends', (text) => text.replaceAll('\n', '<br>')],
    ['<br> before line ends', (text) => text.replaceAll('\n', '<br />\n')],
    ['paragraphs', (text) => `<p>${text.replaceAll('\n', '</p><p>')}</p>`],
    ['without tags', (text) => text.replace(/<[^>]*>/g, '')],
    ['percent signs', encodeURIComponent],
    ['JSON', (text) => JSON.stringify(text)],
    ['written-out line ends', (text) => text.replaceAll('\n', '\\n')],
    ['lower case', (text) => text.toLowerCase()],
    ['upper case', (text) => text.toUpperCase()],
    ['question marks', (text) => text.replace(/[^\p{ASCII}]/gu, '?')],
    ['another encoding', latin1],
    ['rules', (text) => text.replace(/^-{3} .*$/gm, '<hr>')],
    ['decomposed letters', (text) => text.normalize('NFD')],
    ['no accents', (text) => text.normalize('NFD').replace(/\p{M}/gu, '')],
    ['no digits', (text) => text.replace(/\d/g, '*')],
    [
      'links',
      (text) =>
        text.replace(/(?<!")https:\/\/[^\s<>"]+/g, (link) => `<a href="${link}">${link}</a>`),
    ],
  ])('%s', async (_, keep) => {
    const { write, writes } = open(keep);
    expect(await write()).toBe('changes-text');
    expect(writes).toHaveLength(2);
    expect(writes[1]).toBe(own);
    // It is left alone from then on.
    expect(await write()).toBe('changes-text');
    expect(writes).toHaveLength(2);
  });
});

describe('what somebody else writes at the same time is not the field’s doing', () => {
  const chinese = { own: '客户很好，喜欢蓝色', text: '重要客户' };
  test.each<[string, (text: string) => string]>([
    ['a text of its own', () => '客户不好'],
    ['another text around ours', (text) => text.replace('很好', '不好')],
    ['another text in our copy', (text) => text.replace('重要', '普通')],
    ['the field as a page had it before', () => `${chinese.own}。谢谢`],
    ['our copy is removed', (text) => text.slice(0, text.indexOf('---'))],
    ['other digits', (text) => text.replace('蓝色', '蓝色 2')],
  ])('%s', async (_, keep) => {
    const { write, writes, field } = open(keep, chinese);
    expect(await write()).not.toBe('changes-text');
    expect(writes).toHaveLength(1);
    expect(field()).toBe(keep(writes[0] ?? ''));
  });

  test('also where the remains of an earlier copy of the note are there', async () => {
    const remains = `Likes blue. Deskside note ${id}.1 (00000000)`;
    const { write, writes } = open(() => `${remains} and paid`, { own: remains, text });
    expect(await write()).toBe('moved');
    expect(writes).toHaveLength(1);
  });
});
