// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { sourceViews } from '../../../../../components/panel/coverage/source-views';
import { EmptyHistory } from '../../../../../components/panel/history/EmptyHistory';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import type { CoverageState } from '../../../../../lib/model/coverage';
import { connection, panelSnapshot, source } from '../snapshots';

afterEach(cleanup);

function titleWith(chatwoot: CoverageState, kustomer: CoverageState): string | null {
  const snapshot = panelSnapshot({
    connections: [connection('cw', 'chatwoot', 'Support'), connection('ku', 'kustomer', 'Shop')],
    sources: [
      source({ coverage: { state: chatwoot, dropped: 0, checkedAt: 0 } }),
      source({ connectionId: 'ku', coverage: { state: kustomer, dropped: 0, checkedAt: 0 } }),
    ],
  });
  render(
    <PanelProvider windowId={1} anchor={undefined} snapshot={snapshot}>
      <EmptyHistory views={sourceViews(snapshot, 0)} />
    </PanelProvider>,
  );
  return screen.getByRole('heading').textContent;
}

it('says of those that answered that they have nothing, and of no other', () => {
  expect(titleWith('complete', 'not-found')).toBe('Nothing yet on Chatwoot or Kustomer');
  cleanup();
  expect(titleWith('complete', 'unreachable')).toBe('Nothing yet on Chatwoot');
  cleanup();
  expect(titleWith('limited', 'not-found')).toBe('Nothing yet on Kustomer');
  cleanup();
  expect(titleWith('limited', 'unauthorised')).toBe('The history could not be loaded');
});
