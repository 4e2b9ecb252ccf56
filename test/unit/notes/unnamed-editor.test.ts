import { expect, test } from 'vitest';
import { authorInLine, writerInLine, writerWords } from '../../../lib/notes/unnamed-editor';

test.each([
  [{ author: 'Sam' }, 'Sam', 'Sam'],
  [{ author: undefined, changedOn: 'Chaport' }, 'somebody on Chaport', 'Somebody on Chaport'],
  [{ author: undefined }, undefined, undefined],
  [{ author: 'somebody' }, 'somebody', 'somebody'],
])('%j is named %s in lines, and %s to people', (writer, line, words) => {
  expect(authorInLine(writer)).toBe(line);
  expect(writerInLine(line)).toEqual(writer);
  expect(writerWords(writer)).toBe(words);
});

test('rows of earlier versions, which hold the words of the line as a name, are told like the others', () => {
  expect(writerWords({ author: 'somebody on Chaport' })).toBe('Somebody on Chaport');
});
