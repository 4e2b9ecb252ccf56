import { expect, test } from 'vitest';
import { Faults } from '../../helpdesks/core/faults';

test('so many requests are answered, the others are held, and what is held continues with the next', async () => {
  const faults = new Faults();
  const answered: string[] = [];
  const ask = async (path: string) => {
    const request = new Request(`https://desk.example/${path}`);
    await faults.apply(request, async () => new Response(null));
    answered.push(path);
  };
  faults.letThrough(/list/, 2);
  const first = ['list/1', 'list/2'].map(ask);
  const held = ask('list/3');
  await Promise.all([...first, ask('other')]);
  expect(answered.toSorted()).toEqual(['list/1', 'list/2', 'other']);

  faults.letThrough(/list/, 1);
  await held;
  await ask('list/4');
  const last = ask('list/5');
  await ask('other');
  expect(answered.slice(3)).toEqual(['list/3', 'list/4', 'other']);
  faults.clear();
  await last;
});
