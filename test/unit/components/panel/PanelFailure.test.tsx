// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { PanelFailure } from '../../../../components/panel/PanelFailure';
import { ErrorBoundary } from '../../../../components/ui/ErrorBoundary';

afterEach(cleanup);

function Broken({ error }: { error: Error }): never {
  throw error;
}

it.each([
  [new DOMException('no room for ana@mail.org', 'QuotaExceededError'), 'can’t read its data'],
  [new TypeError('ana@mail.org is not a function'), 'ran into a fault'],
])('says of %o what broke, and nothing of its content', (error, words) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  render(
    <ErrorBoundary fallback={(failure) => <PanelFailure failure={failure} />}>
      <Broken error={error} />
    </ErrorBoundary>,
  );
  expect(screen.getByText(new RegExp(words))).toBeTruthy();
  expect(screen.getByText(new RegExp(error.name))).toBeTruthy();
  expect(document.body.textContent).not.toContain('ana@mail.org');
  expect(screen.getByRole('button', { name: 'Reload the panel' })).toBeTruthy();
});
