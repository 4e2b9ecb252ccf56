// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SectionLinks } from '../../../../components/options/SectionLinks';

afterEach(() => {
  cleanup();
  window.location.hash = '';
  vi.restoreAllMocks();
});

/** Puts the parts of the page where they are after a scroll: `tops` in px below the window's edge. */
function scrolled(tops: Record<string, number>): void {
  vi.spyOn(document, 'getElementById').mockImplementation((id) => {
    const part = document.createElement('div');
    part.getBoundingClientRect = () => new DOMRect(0, tops[id] ?? 9_000, 900, 400);
    return part;
  });
  act(() => void window.dispatchEvent(new Event('scroll')));
}

const links = () =>
  within(screen.getByRole('navigation', { name: 'Sections' })).getAllByRole('link');
const marked = () => links().filter((link) => link.getAttribute('aria-current') === 'location');

it('marks the part that is being read, and only that', () => {
  render(<SectionLinks isConnected />);
  scrolled({ helpdesks: 100, membrane: 700 });
  expect(marked().map((link) => link.textContent)).toEqual(['Helpdesks']);
  scrolled({ helpdesks: -900, membrane: -300, people: 40 });
  expect(marked().map((link) => link.textContent)).toEqual(['People']);
});

it('at the end of the page it is the part that the address names, else the last', () => {
  render(<SectionLinks isConnected />);
  vi.spyOn(window, 'scrollY', 'get').mockReturnValue(3_000);
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockReturnValue(3_000);
  window.location.hash = '#team';
  scrolled({ storage: -20, team: 300, health: 500 });
  expect(marked().map((link) => link.textContent)).toEqual(['Team']);
  window.location.hash = '';
  scrolled({ storage: -20, team: 300, health: 500 });
  expect(marked().map((link) => link.textContent)).toEqual(['Health']);
});

it('before a helpdesk is connected it leads to what there is', () => {
  render(<SectionLinks isConnected={false} />);
  expect(links().map((link) => link.getAttribute('href'))).toEqual([
    '#helpdesks',
    '#membrane',
    '#team',
    '#responses',
    '#keys',
  ]);
});
