// @vitest-environment happy-dom

import { renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sourceViews } from '../../../../../components/panel/coverage/source-views';
import { useLoadOlder } from '../../../../../components/panel/history/use-load-older';
import { historyCommands } from '../../../../../lib/messaging/history-commands';
import { send } from '../../../../../lib/messaging/send';
import type { Coverage } from '../../../../../lib/model/coverage';
import type { SourceRow } from '../../../../../lib/model/screen';
import { panelSnapshot, source } from '../snapshots';

vi.mock('../../../../../lib/messaging/send', () => ({ send: vi.fn(async () => undefined) }));

afterEach(() => vi.mocked(send).mockClear());

function views(phase: SourceRow['phase'], given: Partial<Coverage>) {
  const coverage: Coverage = { state: 'partial', dropped: 0, checkedAt: 0, ...given };
  return sourceViews(panelSnapshot({ sources: [source({ phase, coverage })] }), 0);
}

const open = views('settled', { more: true, since: 9 });
const loading = views('loading', { more: true, since: 9 });
const older = views('settled', { more: true, since: 5 });
const done = views('settled', { more: false, since: 1 });

interface Step {
  views: ReturnType<typeof views>;
  held: number;
  isNearEnd: boolean;
}

/** How often it has asked after each step. */
function asked(...steps: Step[]): number[] {
  const first = steps[0];
  if (first === undefined) return [];
  const { rerender } = renderHook((step: Step) => useLoadOlder({ windowId: 1, ...step }), {
    initialProps: first,
  });
  return steps.map((step) => {
    rerender(step);
    return vi.mocked(send).mock.calls.length;
  });
}

describe('useLoadOlder', () => {
  it('asks once when the end comes near, and for all platforms', () => {
    const step = { views: open, held: 40, isNearEnd: true };
    expect(asked({ ...step, isNearEnd: false }, step, step, { ...step, views: loading })).toEqual([
      0, 1, 1, 1,
    ]);
    expect(send).toHaveBeenCalledWith(historyCommands, 'panel.more', { windowId: 1 });
  });

  it('asks again when the answer brought something and the end is still near', () => {
    const near = { held: 40, isNearEnd: true };
    expect(
      asked(
        { ...near, views: open },
        { ...near, views: loading },
        { ...near, views: older, held: 60 },
        { ...near, views: older, held: 60 },
      ),
    ).toEqual([1, 1, 2, 2]);
  });

  it('does not repeat what brought nothing, until the end comes near anew', () => {
    const near = { views: open, held: 40, isNearEnd: true };
    const away = { ...near, isNearEnd: false };
    expect(asked(near, { ...near, views: loading }, near, away, near)).toEqual([1, 1, 1, 1, 2]);
  });

  it('asks for nothing where there is nothing more', () => {
    expect(asked({ views: done, held: 40, isNearEnd: true })).toEqual([0]);
  });
});
