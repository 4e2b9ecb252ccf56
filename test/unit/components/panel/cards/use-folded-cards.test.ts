// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useFoldedCards } from '../../../../../components/panel/cards/use-folded-cards';
import { usePanelView } from '../../../../../components/panel/view-store';

beforeEach(() => {
  localStorage.clear();
  usePanelView.getState().chooseTab('history');
});
afterEach(cleanup);

const begin = () => renderHook(useFoldedCards).result;

it('beside the history every card is open until it is folded, and stays folded', () => {
  const cards = begin();
  expect(cards.current.isOpen('orders')).toBe(true);
  act(() => cards.current.toggle('orders'));
  expect(cards.current.isOpen('orders')).toBe(false);
  expect(cards.current.isOpen('plans')).toBe(true);
  cleanup();
  const again = begin();
  expect(again.current.isOpen('orders')).toBe(false);
  act(() => again.current.toggle('orders'));
  expect(again.current.isOpen('orders')).toBe(true);
});

it('beside what is being written they are folded until opened, which changes nothing elsewhere', () => {
  usePanelView.getState().chooseTab('notes');
  const cards = begin();
  expect(cards.current.isOpen('orders')).toBe(false);
  act(() => cards.current.toggle('orders'));
  expect(cards.current.isOpen('orders')).toBe(true);
  act(() => usePanelView.getState().chooseTab('history'));
  act(() => cards.current.toggle('orders'));
  expect(cards.current.isOpen('orders')).toBe(false);
  act(() => usePanelView.getState().chooseTab('replies'));
  expect(cards.current.isOpen('orders')).toBe(true);
});

it('what is stored and makes no sense folds nothing', () => {
  localStorage.setItem('cards-folded', '{');
  expect(begin().current.isOpen('orders')).toBe(true);
});
