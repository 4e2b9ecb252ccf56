// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useTestOutcome } from '../../../../../components/options/connections/use-test-outcome';
import type { Connection } from '../../../../../lib/model/connection';
import { parrotConnection } from '../examples';

test('what a test said is shown also where the clock was ahead at the last check, until something changes', () => {
  const ahead: Connection['health'] = { state: 'ok', checkedAt: Date.now() + 86_400_000 };
  const { result, rerender } = renderHook(
    ({ health }) => useTestOutcome(parrotConnection({ health })),
    { initialProps: { health: ahead } },
  );
  const shown = () => result.current[0];
  act(() => result.current[1]({ kind: 'unanswered' }));
  expect(shown()).toEqual({ kind: 'unanswered' });
  // The test itself found that it fails now.
  rerender({ health: { state: 'failing', reason: 'timeout', checkedAt: Date.now() - 1 } });
  expect(shown()).toEqual({ kind: 'unanswered' });
  rerender({ health: { state: 'ok', checkedAt: Date.now() + 60_000 } });
  expect(shown()).toBeUndefined();
});
