import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { chaportValues } from '../../helpdesks/chaport/switch-values';
import { chaportDefaults } from '../../helpdesks/chaport/switches';
import { chatraValues } from '../../helpdesks/chatra/switch-values';
import { chatraDefaults } from '../../helpdesks/chatra/switches';
import { chatwootValues } from '../../helpdesks/chatwoot/switch-values';
import { defaultSwitches as chatwootDefaults } from '../../helpdesks/chatwoot/switches';
import { switchValues, throwsOf } from '../../helpdesks/core/switch-values';
import { kustomerValues } from '../../helpdesks/kustomer/switch-values';
import { defaultSwitches as kustomerDefaults } from '../../helpdesks/kustomer/switches';
import { membraneValues } from '../../helpdesks/membrane/switch-values';
import { membraneDefaults } from '../../helpdesks/membrane/switches';
import { root } from './sources';

const emulators: [string, object, object][] = [
  ['Chaport', chaportValues, chaportDefaults],
  ['Chatra', chatraValues, chatraDefaults],
  ['Chatwoot', chatwootValues, chatwootDefaults()],
  ['Kustomer', kustomerValues, kustomerDefaults()],
  ['Membrane', membraneValues, membraneDefaults],
];

test.each(emulators)(
  '%s: every switch has its default and another value in its list',
  (_name, values, defaults) => {
    expect(Object.keys(values).sort()).toEqual(Object.keys(defaults).sort());
    for (const [name, list] of Object.entries(values)) {
      const told = list.map((value: unknown) => JSON.stringify(value));
      expect(told, name).toContain(JSON.stringify(Reflect.get(defaults, name)));
      expect(new Set(told).size, name).toBeGreaterThan(1);
    }
  },
);

test.each([
  ['chaport', chaportValues],
  ['chatra', chatraValues],
])('%s: the README tells what each switch stands for', (name, values) => {
  const readme = readFileSync(path.join(root, 'lib/platforms', name, 'README.md'), 'utf8');
  const table = readme.slice(readme.indexOf('## Open points'));
  expect(Object.keys(values).filter((each) => !table.includes(`\`${each}\``))).toEqual([]);
});

interface Example {
  form: 'a' | 'b';
  isOn: boolean;
  limit: number;
}

test('a list that forgets a value does not compile', () => {
  const list = switchValues<Example>();
  // @ts-expect-error form is never thrown to b
  list({ form: ['a'], isOn: [true, false], limit: [1] });
  // @ts-expect-error isOn is never thrown to false
  list({ form: ['a', 'b'], isOn: [true], limit: [1] });
  // @ts-expect-error there is no limit
  list({ form: ['a', 'b'], isOn: [true, false] });
  const whole = list({ form: ['a', 'b'], isOn: [true, false], limit: [1] });
  expect(throwsOf(whole).map(({ name }) => name)).toEqual([
    'form: "a"',
    'form: "b"',
    'isOn: true',
    'isOn: false',
    'limit: 1',
  ]);
});
