import { describe, expect, it } from 'vitest';
import {
  freshSince,
  isBusy,
  sourceViews,
} from '../../../../../components/panel/coverage/source-views';
import { connection, panelSnapshot, source } from '../snapshots';

const now = 100_000;

describe('sourceViews', () => {
  it('has one per connection and one per platform without any', () => {
    const views = sourceViews(panelSnapshot(), now);
    expect(views.map((view) => [view.label, view.words.short])).toEqual([
      ['Chatwoot', 'Complete'],
      ['Kustomer', 'Connect'],
    ]);
    expect(views[0]?.contacts).toHaveLength(1);
  });

  it('tells several accounts of one platform apart by their labels', () => {
    const connections = [
      connection('cw', 'chatwoot', 'Support'),
      connection('cw2', 'chatwoot', 'Sales'),
    ];
    const views = sourceViews(panelSnapshot({ connections }), now);
    expect(views.map((view) => view.label)).toEqual(['Support', 'Sales', 'Kustomer']);
  });

  it('counts a connection the worker has not begun with as being searched', () => {
    const views = sourceViews(panelSnapshot({ sources: [] }), now);
    expect(views[0]?.words.tone).toBe('busy');
    expect(isBusy(views)).toBe(true);
    expect(freshSince(views)).toBeUndefined();
  });

  it('is only as fresh as the oldest of what is shown', () => {
    const connections = [
      connection('cw', 'chatwoot', 'Support'),
      connection('ku', 'kustomer', 'Kustomer'),
    ];
    const checked = (checkedAt: number) => ({ state: 'complete', dropped: 0, checkedAt }) as const;
    const sources = [
      source({ coverage: checked(90_000) }),
      source({ connectionId: 'ku', coverage: checked(40_000), contactIds: [] }),
    ];
    const views = sourceViews(panelSnapshot({ connections, sources }), now);
    expect(freshSince(views)).toBe(40_000);
    expect(isBusy(views)).toBe(false);
  });
});
