import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { exampleAnswer } from '../../../../../components/options/cards/AnswerGuide';
import { readCardAnswer } from '../../../../../lib/cards/read-answer';

test('the example is read whole, and stands in the guide for supervisors as it is', () => {
  const read = readCardAnswer(JSON.parse(exampleAnswer), 'https://shop.example');
  expect(read).toMatchObject({ title: 'Orders', dropped: 0 });
  expect(read?.fields).toHaveLength(6);
  expect(read?.tables[0]?.rows).toHaveLength(2);
  const guide = readFileSync(
    path.resolve(import.meta.dirname, '../../../../../docs/en/supervisors.md'),
    'utf8',
  );
  expect(guide).toContain(exampleAnswer);
});
