// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { type ReactNode, useEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FocusKeeper } from '../../../../components/ui/FocusKeeper';

let turns: (() => void)[] = [];
/** The moment in which the browser has nothing else to do. */
const idle = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  for (const turn of turns.splice(0)) turn();
};

beforeEach(() => {
  turns = [];
  vi.stubGlobal('requestIdleCallback', (turn: () => void) => turns.push(turn));
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Page({ children }: { children: ReactNode }) {
  return (
    <>
      <FocusKeeper />
      <section aria-label="Notes">
        <ul>
          <li aria-label="A note">{children}</li>
        </ul>
      </section>
      <button type="button">elsewhere</button>
    </>
  );
}

const retry = <button type="button">Retry</button>;
const focused = () => document.activeElement?.getAttribute('aria-label') ?? 'nothing';

test('what was around a button that is removed has the focus, until it goes on', async () => {
  const page = render(<Page>{retry}</Page>);
  screen.getByText('Retry').focus();
  page.rerender(<Page>Sent.</Page>);
  expect(document.activeElement).toBe(document.body);
  await idle();
  expect(focused()).toBe('A note');
  screen.getByText('elsewhere').focus();
  expect(screen.getByRole('listitem').hasAttribute('tabindex')).toBe(false);
});

test('a place that knows better has the focus', async () => {
  function Better() {
    useEffect(() => screen.getByText('elsewhere').focus(), []);
    return null;
  }
  const page = render(<Page>{retry}</Page>);
  screen.getByText('Retry').focus();
  page.rerender(
    <Page>
      <Better />
    </Page>,
  );
  await idle();
  expect(document.activeElement).toBe(screen.getByText('elsewhere'));
});

test('who has left the button is not brought back', async () => {
  const page = render(<Page>{retry}</Page>);
  screen.getByText('Retry').focus();
  screen.getByText('Retry').blur();
  await idle();
  page.rerender(<Page>Sent.</Page>);
  await idle();
  expect(document.activeElement).toBe(document.body);
});

test('the focus of another window is not taken', async () => {
  const page = render(<Page>{retry}</Page>);
  screen.getByText('Retry').focus();
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  page.rerender(<Page>Sent.</Page>);
  await idle();
  expect(document.activeElement).toBe(document.body);
});

test('it ends with the page', async () => {
  const page = render(<Page>{retry}</Page>);
  screen.getByText('Retry').focus();
  page.unmount();
  await idle();
  expect(document.activeElement).toBe(document.body);
});
