import { expect, test } from 'vitest';
import { shownWords } from '../../../../../components/panel/find-in-history/shown-words';
import { SearchIndex } from '../../../../../lib/timeline/search-index';
import { message } from '../../../timeline/samples';

const written = {
  marked: message({
    id: '1',
    text: '**do** not [refund](https://a.example/x)',
    format: 'markdown',
  }),
  typed: message({ id: '2', text: '**do** not' }),
  plain: message({ id: '3', text: 'do not', format: 'markdown' }),
};

test('gives the words of what is shown otherwise than it is written', async () => {
  const words = await shownWords(Object.values(written));
  expect([...words]).toEqual([[written.marked, 'do not refund\nhttps://a.example/x']]);
});

test('a search finds the words that are shown', async () => {
  const messages = Object.values(written);
  const index = new SearchIndex();
  index.add(messages, messages, await shownWords(messages));
  const found = (term: string) => [...index.find([term])].flat().map(({ id }) => id);
  expect(found('do not')).toEqual(['1', '3']);
  expect(found('do not refund')).toEqual(['1']);
  expect(found('**do**')).toEqual(['2']);
  expect(found('a.example/x')).toEqual(['1']);
});
