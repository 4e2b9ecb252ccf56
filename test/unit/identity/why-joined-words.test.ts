import { describe, expect, it } from 'vitest';
import { contactTitle, decidedWords, linkWords } from '../../../lib/identity/decision-words';
import { resolvePerson } from '../../../lib/identity/resolve-person';
import { conflictWords } from '../../../lib/identity/why-apart-words';
import { whyWords } from '../../../lib/identity/why-joined-words';
import type { Contact } from '../../../lib/model/contact';
import type { LinkRow } from '../../../lib/model/link-decision';
import { contact, decision } from './people';

const now = Date.UTC(2026, 10, 20, 12);
const thirdOfNovember = Date.UTC(2026, 10, 3, 12);
const labelOf = (platform: string) => platform.replace(/^./, (first) => first.toUpperCase());

function why(
  one: Contact,
  others: readonly Contact[],
  links: readonly LinkRow[] = [],
  ownDomains: readonly string[] = [],
) {
  return whyWords(one, { others, links, rules: { ownDomains }, labelOf, now });
}

const ana = { emailKeys: ['ana@mail.org'], name: 'Ana Souza' };
const north = contact('north', '1', ana);

describe('why a contact is the person', () => {
  it('names the identifier and every platform that has it', () => {
    const others = [contact('east', '1', ana), contact('west', '1', ana)];
    expect(why(north, others)).toEqual(['same e-mail address as in East and West']);
  });

  it('says where a number is written without its country code', () => {
    const key = '+4915114892607';
    const full = contact('north', '1', { phoneKeys: [key], phones: ['+49 151 12345678'] });
    const bare = contact('east', '1', { phoneKeys: [key], phones: ['0151 14892607'] });
    const words = ['same phone number as in North (written without country code in East)'];
    expect(why(bare, [full])).toEqual(words);
    expect(why(full, [bare])).toEqual([
      'same phone number as in East (written without country code in East)',
    ]);
  });

  it('tells of ids, and of another record on the same platform', () => {
    const one = contact('north', '1', { externalIds: ['crm-1001'] });
    expect(why(one, [contact('north', '2', { externalIds: ['crm-1001'] })])).toEqual([
      'same id in another system as another contact in North',
    ]);
  });

  it('tells who linked it by hand and when, before other evidence', () => {
    const other = contact('east', '1', ana);
    const link = { ...decision(north, other, 'same', thirdOfNovember), by: 'Lena' };
    expect(why(north, [other], [link])).toEqual([
      'linked by Lena, 3 Nov',
      'same e-mail address as in East',
    ]);
  });

  it('tells hints only where there is no proof', () => {
    const namesake = contact('east', '1', { name: 'ana souza', company: 'Acme' });
    const alike = contact('north', '2', { name: 'Ana Souza', company: 'Acme' });
    expect(why(alike, [namesake])).toEqual(['same name as in East', 'same company as in East']);
    expect(why(north, [namesake, contact('west', '1', ana)])).toEqual([
      'same e-mail address as in West',
    ]);
  });

  it('does not take a colleague’s address for proof', () => {
    const other = contact('east', '1', { emailKeys: ['ana@mail.org'] });
    expect(why(north, [other], [], ['mail.org'])).toEqual([
      'an address that many people may use, as in East',
    ]);
  });

  it('has nothing to say where nothing speaks for it', () => {
    expect(why(north, [contact('east', '1')])).toEqual([]);
  });
});

describe('decisions in words', () => {
  it('leaves out a name nobody gave, and says the year of another year', () => {
    const lastYear = Date.UTC(2025, 10, 3, 12);
    expect(linkWords({ verdict: 'different', at: lastYear }, now)).toBe(
      'marked as different people, 3 Nov 2025',
    );
  });

  it('do not fail for a date that no calendar has', () => {
    expect(linkWords({ verdict: 'same', at: -1e20 }, now)).toMatch(/^linked manually, /);
  });

  it.each([
    ['same', 'Linked Ana Souza in North'],
    ['unlinked', 'Unlinked Ana Souza in North'],
    ['different', 'Not the same person: Ana Souza in North'],
    ['none', 'Undone: Ana Souza in North'],
  ] as const)('%s: %s', (verdict, words) => {
    expect(decidedWords('Ana Souza', 'North', verdict)).toBe(words);
  });

  it('calls a nameless contact by what there is', () => {
    expect(contactTitle(contact('north', '1', { phones: ['123'] }))).toBe('123');
    expect(contactTitle(contact('north', '1', { placeholderName: 'Visitor #1' }))).toBe(
      'Visitor #1',
    );
    expect(contactTitle(contact('north', '1'))).toBe('No name');
  });
});

describe('conflicts in words', () => {
  const nameOf = (ref: string) => `record ${ref}`;
  const sentences = (anchor: Contact, others: Contact[], links: LinkRow[] = []) =>
    resolvePerson(anchor, others, links, { ownDomains: [] }).conflicts.map((conflict) =>
      conflictWords(conflict, { nameOf, now }),
    );

  it('say that a later decision overrules an earlier one through somebody else', () => {
    const [a, b, c] = [north, contact('east', '1'), contact('west', '1')];
    const links = [
      decision(a, b, 'same', thirdOfNovember),
      decision(b, c, 'same', thirdOfNovember + 1),
      { ...decision(a, c, 'different', thirdOfNovember + 2), by: 'Lena' },
    ];
    expect(sentences(a, [b, c], links)).toEqual([
      'record east/1 and record north/1: linked manually, 3 Nov. ' +
        'They are kept separate because of record west/1 and record north/1: marked as different people by Lena, 3 Nov.',
    ]);
  });

  it('say that a decision goes before what both carry', () => {
    const east = contact('east', '1', ana);
    const links = [decision(north, east, 'unlinked', thirdOfNovember)];
    expect(sentences(north, [east], links)).toEqual([
      'record north/1 and record east/1 have the same e-mail address. ' +
        'They are kept separate: unlinked manually, 3 Nov.',
    ]);
  });

  it('say that the ids of one helpdesk differ', () => {
    const one = contact('north', '1', { ...ana, externalIds: ['crm-1001'] });
    const two = contact('north', '2', { ...ana, externalIds: ['crm-1002'] });
    expect(sentences(one, [two])).toEqual([
      'record north/1 and record north/2 have the same e-mail address. ' +
        'They are kept separate because their ids in one helpdesk differ.',
    ]);
  });
});
