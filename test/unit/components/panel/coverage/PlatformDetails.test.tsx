// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { PlatformDetails } from '../../../../../components/panel/coverage/PlatformDetails';
import { sourceViews } from '../../../../../components/panel/coverage/source-views';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { connection, panelSnapshot, platform, source } from '../snapshots';

afterEach(cleanup);

const old = { fact: 'pages', value: 'yes', text: 'Old servers list only a few.' };

it.each([
  [{}, true],
  [{ pages: 'no' }, true],
  [{ pages: 'yes' }, false],
])('says what old servers cannot give only to those that may be old: %j', (facts, isSaid) => {
  const chatwoot = platform('chatwoot', 'Chatwoot');
  const snapshot = panelSnapshot({
    platforms: [{ ...chatwoot, limits: ['It sleeps.'], limitsUnless: [old] }],
    connections: [{ ...connection('cw', 'chatwoot', 'Support'), facts }],
    sources: [source({ coverage: { state: 'partial', dropped: 0, checkedAt: 0 } })],
  });
  const [view] = sourceViews(snapshot, 1_000);
  if (view === undefined) throw new TypeError('no view');
  render(
    <PanelProvider windowId={1} anchor={undefined} snapshot={snapshot}>
      <PlatformDetails view={view} now={1_000} />
    </PanelProvider>,
  );
  expect(screen.getByText('It sleeps.')).toBeTruthy();
  expect(screen.getByText('Support').title).toBe('Support');
  expect(screen.queryByText(old.text) !== null).toBe(isSaid);
});
