import { describe, expect, it } from 'vitest';
import {
  countByStatus,
  countLabels,
  differencesOf,
  mergeAttributes,
  mergeSocials,
  mergeTags,
  shownAttributeValue,
} from '../../../lib/identity/merge-details';
import { languageFiles } from '../../../lib/language/build/catalogs';
import { activateLanguage } from '../../../lib/language/load-language';
import { conversation } from '../timeline/samples';
import { contact } from './people';

it('says yes and no of an attribute in the language of the interface, and compares what is stored', async () => {
  const vip = { label: 'Vip', value: 'yes' };
  const records = [
    contact('north', '1', { attributes: [{ ...vip, truth: true }] }),
    contact('east', '1', { attributes: [vip] }),
  ];
  const [value, ...others] = mergeAttributes(records)[0]?.values ?? [];
  expect(others).toEqual([]);
  const files = await languageFiles();
  const chinese = files.find(({ relativeDest }) => relativeDest === 'language/zh-CN.json');
  activateLanguage('zh-CN', JSON.parse(String(chinese?.contents)));
  expect(value && shownAttributeValue(value)).toBe('是');
  expect(shownAttributeValue({ value: 'no', truth: false })).toBe('否');
  expect(shownAttributeValue(vip)).toBe('yes');
  activateLanguage('en', {});
});

it('names each username on a social network once, whatever its case', () => {
  const one = contact('north', '1', {
    socials: [
      { network: 'Twitter', username: 'ana_s' },
      { network: 'GitHub', username: 'ana' },
    ],
  });
  const two = contact('east', '1', {
    socials: [
      { network: 'twitter', username: 'Ana_S' },
      { network: 'Twitter', username: 'ana-s' },
    ],
  });
  expect(mergeSocials([one, two])).toEqual([
    {
      label: 'Twitter',
      values: [
        { value: 'ana_s', platforms: [one.platform, two.platform] },
        { value: 'ana-s', platforms: [two.platform] },
      ],
    },
    { label: 'GitHub', values: [{ value: 'ana', platforms: [one.platform] }] },
  ]);
  expect(mergeSocials([contact('north', '2', {})])).toEqual([]);
});

describe('attributes of several contacts', () => {
  it('stand once where platforms agree, side by side where they differ', () => {
    const one = contact('north', '1', {
      attributes: [
        { label: 'Plan', value: 'Team' },
        { label: 'city_name', value: 'Lund' },
      ],
    });
    const two = contact('east', '1', {
      attributes: [
        { label: 'plan', value: 'Solo' },
        { label: 'City name', value: ' lund ' },
      ],
    });
    expect(mergeAttributes([one, two])).toEqual([
      {
        label: 'Plan',
        values: [
          { value: 'Team', platforms: ['north'] },
          { value: 'Solo', platforms: ['east'] },
        ],
      },
      { label: 'city_name', values: [{ value: 'Lund', platforms: ['north', 'east'] }] },
    ]);
  });

  it('leave out what is empty, and platforms that say the same twice', () => {
    const empty = [
      { label: ' ', value: 'x' },
      { label: 'Plan', value: ' ' },
    ];
    expect(mergeAttributes([contact('north', '1', { attributes: empty })])).toEqual([]);
    const tagged = ['vip', 'VIP'].map((tag) => ({ platform: 'north', tags: [tag, ''] }));
    expect(mergeTags(tagged)).toEqual([{ value: 'vip', platforms: ['north'] }]);
  });
});

it('tells single values only where they differ', () => {
  const one = contact('north', '1', { company: 'Acme', language: 'sv' });
  const two = contact('east', '1', { company: 'acme', language: 'de' });
  expect(differencesOf([one, two]).map(({ label }) => label)).toEqual(['Language']);
});

it('counts conversations by status, in the order of urgency', () => {
  const conversations = [
    conversation({ status: 'resolved' }),
    conversation({ id: '2' }),
    conversation({ id: '3', status: 'resolved' }),
  ];
  expect(countByStatus(conversations)).toEqual([
    { status: 'open', count: 1 },
    { status: 'resolved', count: 2 },
  ]);
});

it('counts the labels of conversations, the most frequent first', () => {
  const conversations = [['late'], ['vip', 'late', 'late'], undefined, ['late', 'bill']].map(
    (labels, index) => conversation({ id: String(index), labels }),
  );
  expect(countLabels(conversations)).toEqual([
    { label: 'late', count: 3 },
    { label: 'bill', count: 1 },
    { label: 'vip', count: 1 },
  ]);
});
