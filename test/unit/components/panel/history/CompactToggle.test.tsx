// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { CompactToggle } from '../../../../../components/panel/history/CompactToggle';
import { useCompactView } from '../../../../../components/panel/history/compact-view';

afterEach(cleanup);

it('is there while there is a timeline that anything can give way to', () => {
  render(<CompactToggle />);
  const toggle = () => screen.queryByRole('button', { name: 'Upper part of the panel' });
  expect(toggle()).toBeNull();
  // The key is not taken from anything else then.
  expect(fireEvent.keyDown(document.body, { key: 'i' })).toBe(true);
  let takeBack: () => void = () => undefined;
  act(() => {
    takeBack = useCompactView.getState().give(document.createElement('section'));
  });
  expect(toggle()?.getAttribute('aria-expanded')).toBe('true');
  fireEvent.keyDown(document.body, { key: 'i' });
  expect(toggle()?.getAttribute('aria-expanded')).toBe('false');
  act(takeBack);
  expect(toggle()).toBeNull();
});
