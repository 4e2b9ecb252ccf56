import { expect, it } from 'vitest';
import { pageDecisions } from '../../../../../components/panel/people/page-decisions';
import type { LinkRow } from '../../../../../lib/model/link-decision';
import { ref } from '../../../refs';
import { contact } from '../snapshots';

const ana = contact();
const twin = contact({ id: '2' });
const bo = contact({ connectionId: 'ku', id: 'f00', name: undefined, emails: ['bo@x.example'] });
const at = Date.UTC(2026, 10, 3);

function said(link: Omit<LinkRow, 'at' | 'verdict'>, stored = [ana, bo]): string[] {
  const known = (wanted: string) =>
    stored.find(({ connectionId, id }) => `${connectionId}/${id}` === wanted);
  return pageDecisions({
    contacts: [ana, ...(stored.includes(bo) ? [bo] : [])],
    decisions: [
      { link: { verdict: 'same', at, ...link }, a: known(link.a), b: known(link.b) },
      ...(stored.includes(twin)
        ? [{ link: { a: ref('cw/2'), b: ref('ku/f00'), verdict: 'different', at } as const }].map(
            ({ link: other }) => ({ link: other, a: twin, b: bo }),
          )
        : []),
    ],
    labelOf: (id) => (id === 'cw' ? 'Chatwoot' : 'Kustomer'),
    now: at,
  });
}

it('names the records as a reader knows them, and never by how they are stored', () => {
  expect(said({ a: ref('cw/1'), b: ref('ku/f00'), by: 'Lena' })).toEqual([
    'Ana Souza in Chatwoot and bo@x.example in Kustomer: linked by Lena, 3 Nov',
  ]);
  expect(said({ a: ref('cw/1'), b: ref('ku/gone') })).toEqual([
    'Ana Souza in Chatwoot and A record that is no longer stored: linked manually, 3 Nov',
  ]);
  expect(said({ a: ref('cw/1'), b: ref('ku/conversation:9') })[0]).toContain('A conversation');
});

it('tells two records of one name apart', () => {
  const [first, second] = said({ a: ref('cw/1'), b: ref('cw/2') }, [ana, twin, bo]);
  expect(first).toContain('Ana Souza in Chatwoot (1) and Ana Souza in Chatwoot (2)');
  expect(second).toContain('marked as different people');
});

it('names all records of a person that somebody was parted from', () => {
  const person = [ref('cw/1'), ref('ku/f00')];
  const [sentence] = said({ a: ref('cw/1'), b: ref('zz/3'), person });
  expect(sentence).toContain('Ana Souza in Chatwoot and bo@x.example in Kustomer and A record');
  const [alone] = said({ a: ref('cw/1'), b: ref('zz/3'), person }, [ana]);
  expect(alone).toMatch(/^Ana Souza in Chatwoot and A record[^,]*: linked/);
});
