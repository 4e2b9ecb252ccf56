import { expect, test } from 'vitest';
import { previewLine } from '../../../lib/replies/preview-line';

test.each([
  ['Hello {{contact.first_name}}, thanks', 'Hello ‹first name›, thanks'],
  ['Hi {{ contact.first_name | there }}!', 'Hi ‹first name›!'],
  ['Size {{ask.size:S/M/L=M}} it is', 'Size ‹size› it is'],
  ['within **24 hours**, `AO-1`', 'within 24 hours, AO-1'],
  ['# Returns\n\n1. Print it\n> soon', 'Returns 1. Print it soon'],
  ['a snake_case word and 2 * 3', 'a snake_case word and 2 * 3'],
  ['20**30**40, a__b__c', '20**30**40, a__b__c'],
  ['left {{open', 'left {{open'],
  ['', ''],
])('%j reads %j', (body, line) => {
  expect(previewLine(body)).toBe(line);
});

test('a text that is inserted as written keeps every sign', () => {
  expect(previewLine('# **Hi** {{contact.name}}\n> x', true)).toBe('# **Hi** ‹name› > x');
});
