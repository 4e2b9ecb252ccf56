import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply, ReplyContent } from '../../../lib/model/reply';
import {
  type BulkTarget,
  planPublication,
  planRemoval,
  planTags,
} from '../../../lib/replies/bulk-plan';
import { contentOf } from '../../../lib/replies/same-reply';
import { reply } from './samples';

/** A source as Chatwoot is one: a code and a text, the case of codes counts. */
function plain(replies: readonly Reply[], more: Partial<BulkTarget> = {}): BulkTarget {
  return {
    source: 'desk-1',
    label: 'Desk',
    replies,
    isWritable: true,
    ignoresCase: false,
    keep: ({ title, shortcut, body }) => {
      const code = (shortcut || title.toLowerCase()).replace(/\s+/g, '-');
      if (body.trim() === '') return { problem: 'It has no text.' };
      return { title: code, shortcut: code, body, tags: [], variants: [], platforms: [] };
    },
    ...more,
  };
}

const there = (code: string, body: string) =>
  reply({ source: 'desk-1', id: code, title: code, shortcut: code, body });

const content = (more: Partial<ReplyContent>): ReplyContent => contentOf(reply(more));

describe('planPublication', () => {
  it('tells what is added, changed, the same and refused, and why', () => {
    const target = plain([there('a', 'A'), there('b', 'B'), there('Case', 'C')]);
    const items = planPublication(
      [
        content({ title: 'New one', shortcut: '', body: 'N', tags: ['x'], language: 'de' }),
        content({ title: 'a', shortcut: 'a', body: 'A' }),
        content({ title: 'B words', shortcut: 'b', body: 'B2' }),
        content({ title: '', shortcut: 'case', body: 'c' }),
        content({ title: 'new-one', shortcut: 'new-one', body: 'again' }),
        content({ title: 'New-One', shortcut: 'New-One', body: 'again' }),
        content({ title: 'empty', shortcut: 'empty', body: ' ' }),
      ],
      target,
    );
    expect(items.map(({ act, state, lost, why }) => [act, state, lost, why])).toEqual([
      ['add', 'open', ['tags', 'language'], undefined],
      ['change', 'same', [], undefined],
      ['change', 'open', ['title'], undefined],
      ['change', 'refused', [], expect.stringContaining('“Case”, which differs only in case')],
      ['change', 'refused', [], 'Another response in this list has the code “new-one”.'],
      ['change', 'refused', [], expect.stringContaining('“new-one”, which differs only in case')],
      ['change', 'refused', [], 'It has no text.'],
    ]);
    expect(items[2]).toMatchObject({ base: { id: 'b', body: 'B' }, name: 'B words' });
  });

  it('tells of a code that becomes another one there', () => {
    const codes = (list: Partial<ReplyContent>[], target: BulkTarget) =>
      planPublication(
        list.map((each) => content({ body: 'B', ...each })),
        target,
      ).map((item) => [item.code, item.lost]);
    expect(
      codes(
        [
          { title: 'rf', shortcut: 'refund policy' },
          { title: 'kept', shortcut: 'kept' },
          { title: 'Only Titled', shortcut: '' },
        ],
        plain([there('refund-policy', 'other')]),
      ),
    ).toEqual([
      ['refund-policy', ['title']],
      [undefined, []],
      ['only-titled', []],
    ]);
    // Published a second time, nothing becomes anything.
    const again = plain([there('refund-policy', 'B')]);
    expect(codes([{ title: 'refund-policy', shortcut: 'refund policy' }], again)).toEqual([
      [undefined, []],
    ]);
    const named = plain([], { keep: (draft) => ({ ...draft, shortcut: '' }) });
    expect(codes([{ title: 'a b', shortcut: 'a b' }], named)).toEqual([[undefined, ['shortcut']]]);
  });

  it('finds a code with blanks that somebody made in the helpdesk, and doubles nothing', () => {
    const target = plain([there('refund policy', 'old'), there('b-b', 'other')], {
      keep: ({ id, shortcut, body }) => {
        const code = id === undefined ? shortcut.replace(/\s+/g, '-') : shortcut;
        return { title: code, shortcut: code, body, tags: [], variants: [], platforms: [] };
      },
    });
    const plan = (shortcut: string, body: string) =>
      planPublication([content({ title: shortcut, shortcut, body })], target)[0];
    expect(plan('refund policy', 'old')).toMatchObject({ state: 'same', code: undefined });
    expect(plan('/refund policy', 'new')).toMatchObject({
      ...{ act: 'change', state: 'open', base: { id: 'refund policy' } },
      content: { shortcut: 'refund policy' },
    });
    expect(plan('refund policy', 'new')).not.toHaveProperty('code');
    expect(plan('b b', 'new')).toMatchObject({ act: 'change', base: { id: 'b-b' }, code: 'b-b' });
  });

  it('tells what of the response that is there would be gone, and renames nothing', () => {
    const own = { source: 'own', label: 'My library', ignoresCase: true };
    const rich = reply({
      ...{ source: 'own', title: 'Hi there', shortcut: 'Hi', body: 'A', tags: ['x'] },
      ...{ language: 'en', variants: [{ language: 'de', body: 'Hallo' }] },
    });
    const keep: BulkTarget['keep'] = ({ id: _id, ...draft }) => draft;
    const [item] = planPublication(
      [content({ title: 'Hi there', shortcut: 'hi', body: 'B' })],
      plain([rich], { ...own, keep }),
    );
    expect(item).toMatchObject({ state: 'open', content: { shortcut: 'Hi' } });
    expect(item?.lost).toEqual(['tags', 'language', 'texts in other languages']);
  });

  it('changes none of several with one code, and one in any case where case does not count', () => {
    const twins = plain([there('a', '1'), { ...there('a', '2'), id: 'other' }]);
    expect(planPublication([content({ shortcut: 'a', body: '3' })], twins)[0]?.why).toContain(
      'several',
    );
    const own = plain([there('Hello', '1')], { ignoresCase: true });
    expect(planPublication([content({ shortcut: 'hello', body: '2' })], own)[0]).toMatchObject({
      act: 'change',
      state: 'open',
      base: { shortcut: 'Hello' },
    });
  });

  it('never puts two under one code, and says nothing twice when it is done', () => {
    const code = fc.constantFrom('a', 'A', 'b', 'B b', 'b-b', 'ä', 'Ä', '😀', 'x/y', '');
    const body = fc.constantFrom('1', '2', ' ');
    const any = fc.record({ title: code, shortcut: code, body }).map(content);
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 12 }),
        fc.array(any, { maxLength: 8 }),
        (list, old) => {
          const target = plain([]);
          const stored = new Map<string, Reply>();
          for (const each of [...old]) {
            const kept = target.keep(each);
            if (!('problem' in kept)) stored.set(kept.title, there(kept.title, kept.body));
          }
          const apply = () => {
            const items = planPublication(list, plain([...stored.values()]));
            const open = items.filter(({ state }) => state === 'open');
            for (const { content: written, base } of open) {
              const kept = target.keep(written ?? content({}));
              if ('problem' in kept) throw new TypeError('planned what is not taken');
              expect(stored.has(kept.title)).toBe(base !== undefined);
              stored.set(kept.title, there(kept.title, kept.body));
            }
            return open.length;
          };
          apply();
          expect(apply()).toBe(0);
        },
      ),
      { examples: [[[content({ title: 'a', body: '1' }), content({ title: '', body: '2' })], []]] },
    );
  });
});

describe('planTags', () => {
  const own = plain([], { source: 'own', label: 'My library', keep: (draft) => draft });

  it('changes where tags are kept, and tells where they are not', () => {
    const mine = reply({ source: 'own', tags: ['a', 'b'] });
    const done = reply({ source: 'own', id: 'done', tags: ['c'] });
    const theirs = there('x', 'X');
    const targets = new Map([
      ['own', own],
      ['desk-1', plain([theirs])],
    ]);
    const items = planTags([mine, done, theirs], { add: ['c'], remove: ['a'] }, (source) => {
      return targets.get(source) ?? own;
    });
    expect(items).toMatchObject([
      { state: 'open', content: { tags: ['c', 'b'] }, base: { id: mine.id } },
      { state: 'same' },
      { state: 'refused', why: 'Desk does not keep these tags.' },
    ]);
  });
});

describe('planRemoval', () => {
  it('deletes what can be deleted', () => {
    const team = reply({ source: 'team' });
    const readOnly = plain([], { source: 'team', label: 'Team library', isWritable: false });
    expect(planRemoval([team], () => readOnly)[0]).toMatchObject({ state: 'refused' });
    const base = there('a', 'A');
    expect(planRemoval([base], () => plain([base]))[0]).toMatchObject({ state: 'open', base });
  });
});
