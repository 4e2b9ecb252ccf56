import { describe, expect, it } from 'vitest';
import { panelState } from '../../../../components/panel/panel-state';
import { panelSnapshot, screenRow } from './snapshots';

const context = screenRow().context;

describe('panelState', () => {
  it('shows the person once the contact on screen is known', () => {
    expect(panelState(panelSnapshot())).toMatchObject({ kind: 'person', anchor: 'cw/1' });
  });

  it('welcomes whoever has not connected anything, wherever they are', () => {
    const state = panelState(
      panelSnapshot({ connections: [], tabId: undefined, screen: undefined }),
    );
    expect(state).toEqual({ kind: 'welcome' });
  });

  it('waits for the worker to tell the front tab', () => {
    expect(panelState(panelSnapshot({ tabId: undefined, screen: undefined })).kind).toBe(
      'starting',
    );
  });

  it('says that the tab is no helpdesk', () => {
    expect(panelState(panelSnapshot({ screen: undefined })).kind).toBe('no-helpdesk');
  });

  it.each([
    ['signed-out', { context: { ...context, view: 'signed-out' as const } }],
    ['no-person', { context: { ...context, view: 'none' as const } }],
    ['no-person', { phase: 'no-person' as const }],
    ['not-connected', { phase: 'not-connected' as const, connectionId: undefined }],
    ['unknown', { phase: 'unknown' as const, anchor: undefined }],
    ['identifying', { phase: 'identifying' as const, anchor: undefined }],
  ])('shows %s', (kind, given) => {
    const state = panelState(panelSnapshot({ screen: screenRow(given), contacts: [] }));
    expect(state).toMatchObject({ kind, platform: { label: 'Chatwoot' } });
  });

  it('keeps looking while the contact is named but not yet stored', () => {
    expect(panelState(panelSnapshot({ contacts: [] }))).toMatchObject({
      kind: 'identifying',
      name: 'Ana',
    });
  });

  it('shows the person already while the worker still makes sure', () => {
    const screen = screenRow({ phase: 'identifying' });
    expect(panelState(panelSnapshot({ screen })).kind).toBe('person');
  });

  it('passes on why the person could not be told', () => {
    const problem = { state: 'unreachable', reason: 'timeout', dropped: 0, checkedAt: 0 } as const;
    const screen = screenRow({ phase: 'unknown', anchor: undefined, problem });
    expect(panelState(panelSnapshot({ screen, contacts: [] }))).toMatchObject({
      kind: 'unknown',
      problem,
      connection: { id: 'cw' },
    });
  });
});
