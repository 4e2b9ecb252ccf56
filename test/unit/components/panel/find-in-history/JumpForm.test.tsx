// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { JumpForm } from '../../../../../components/panel/find-in-history/JumpForm';
import { PanelProvider } from '../../../../../components/panel/PanelContext';
import { noFilters } from '../../../../../lib/timeline/filters';
import { buildTimeline } from '../../../../../lib/timeline/timeline-builder';
import { ref } from '../../../refs';
import { message } from '../../../timeline/samples';
import { panelSnapshot } from '../snapshots';

afterEach(cleanup);

const timeline = buildTimeline({
  conversations: [],
  messages: [message({ sentAt: new Date(2026, 2, 3, 12).getTime() })],
  platforms: new Map(),
  filters: noFilters,
});

function beside(anchor: string) {
  return (
    <PanelProvider windowId={1} anchor={ref(anchor)} snapshot={panelSnapshot()}>
      <JumpForm timeline={timeline} views={[]} onArrived={() => undefined} />
    </PanelProvider>
  );
}

test('what was said of a day in one history is not said of the next person’s', () => {
  const view = render(beside('cw/1'));
  fireEvent.change(screen.getByLabelText('Day'), { target: { value: '2026-03-09' } });
  fireEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(screen.getByRole('status').textContent).toMatch(/^Nothing loaded for that day/);
  view.rerender(beside('cw/2'));
  expect(screen.queryByRole('status')).toBeNull();
});
