// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sourceViews } from '../../../../../components/panel/coverage/source-views';
import { ActivityChart } from '../../../../../components/panel/find-in-history/ActivityChart';
import { useScrollAnchorStore } from '../../../../../components/panel/history/scroll-anchor-store';
import { usePanelView } from '../../../../../components/panel/view-store';
import { noFilters } from '../../../../../lib/timeline/filters';
import { buildTimeline } from '../../../../../lib/timeline/timeline-builder';
import { message } from '../../../timeline/samples';
import { connection, panelSnapshot } from '../snapshots';

afterEach(cleanup);

const now = new Date(2026, 10, 20, 14).getTime();
const messages = [
  message({ id: 'a', sentAt: new Date(2026, 10, 3).getTime() }),
  message({ id: 'b', sentAt: new Date(2026, 2, 3).getTime() }),
];
const platforms = new Map([['cw', 'chatwoot']]);
const { rows } = buildTimeline({ messages, conversations: [], platforms, filters: noFilters });

function show(snapshot = panelSnapshot()) {
  render(
    <ActivityChart messages={messages} rows={rows} views={sourceViews(snapshot, now)} now={now} />,
  );
}

describe('ActivityPicture', () => {
  it('is an image with a summary, and a button for each month', () => {
    show();
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      '2 messages in the last twelve months. The busiest month was March 2026 (1).',
    );
    expect(screen.getAllByRole('button')).toHaveLength(12);
  });

  it('says of a platform with two accounts how many messages are there, under no account’s name', () => {
    const accounts = [
      connection('cw', 'chatwoot', 'Support'),
      connection('cw2', 'chatwoot', 'Sales'),
    ];
    show(panelSnapshot({ connections: accounts }));
    expect(
      screen.getByRole('button', { name: /^March 2026/ }).getAttribute('aria-label'),
    ).toContain('1 message (Chatwoot 1).');
  });

  it('leads to the month, or says what is nearest', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'March 2026: 1 message (Chatwoot 1).' }));
    expect(rows.find((row) => row.key === useScrollAnchorStore.getState().jump.key)).toMatchObject({
      kind: 'day',
      at: messages[1]?.sentAt,
    });
    fireEvent.click(screen.getByRole('button', { name: 'October 2026: no messages.' }));
    expect(usePanelView.getState().notice.text).toBe(
      'October 2026: no messages. The nearest day with messages is 3 November 2026.',
    );
  });

  it('is one stop for the Tab key; the arrow keys go from month to month', () => {
    show();
    const last = screen.getByRole('button', { name: /November 2026/ });
    expect(screen.getAllByRole('button').filter((each) => each.tabIndex === 0)).toEqual([last]);
    last.focus();
    fireEvent.keyDown(last, { key: 'ArrowLeft' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^October 2026/);
  });
});
