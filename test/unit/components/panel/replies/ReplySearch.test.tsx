// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { ReplySearch } from '../../../../../components/panel/replies/ReplySearch';
import { usePanelView } from '../../../../../components/panel/view-store';

afterEach(cleanup);

it('what was typed ahead stands in the field at once: the next key does not take its place', () => {
  const inField: string[] = [];
  const nothing = () => undefined;
  const acts = { onMove: nothing, onInsert: nothing, onEdit: nothing, onLeave: nothing };
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
