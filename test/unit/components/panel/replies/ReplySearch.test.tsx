// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReplySearch } from '../../../../../components/panel/replies/ReplySearch';
import { usePanelView } from '../../../../../components/panel/view-store';

const nothing = () => undefined;
const acts = { onMove: nothing, onInsert: nothing, onEdit: nothing, onLeave: nothing };

afterEach(cleanup);

it('what was typed ahead stands in the field at once: the next key does not take its place', () => {
  const inField: string[] = [];
  render(
    <ReplySearch
      {...acts}
      query=""
      listId="list"
      activeRow={undefined}
      onQuery={(query) => inField.push(query, field().value)}
      onNew={nothing}
      onRefresh={nothing}
    />,
  );
  const field = () => screen.getByRole<HTMLInputElement>('combobox');
  act(() => usePanelView.getState().findReply('ab'));
  expect(inField).toEqual(['ab', 'ab']);
});

it('where nothing was found, it does not claim to control a list', () => {
  const props = { ...acts, query: 'xyz', listId: 'list', onQuery: nothing };
  const both = { onNew: nothing, onRefresh: nothing };
  const { rerender } = render(<ReplySearch {...props} {...both} activeRow={undefined} />);
  expect(screen.getByRole('combobox', { expanded: false })).toBeTruthy();
  rerender(<ReplySearch {...props} {...both} activeRow="list-1" />);
  expect(screen.getByRole('combobox', { expanded: true })).toBeTruthy();
});
