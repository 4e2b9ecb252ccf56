import { expect, test } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import type { ReplicaRow } from '../../../../lib/model/note';
import { NoteProblem } from '../../../../lib/platforms/contract/notes';
import { outcomeOfFailure } from '../../../../lib/worker/notes/retry';
import { ref } from '../../refs';

test('however often a copy had to wait for an id or a right, its first failure is the first', () => {
  const refusals = [new NoteProblem('no-handle'), new TransportError('forbidden')];
  let row: ReplicaRow = {
    noteId: 'n1',
    contact: ref('alpha/1'),
    connectionId: 'alpha',
    state: 'waiting',
    updatedAt: 0,
  };
  for (let time = 0; time < 100; time += 1) {
    for (const refusal of refusals) row = { ...row, ...outcomeOfFailure(refusal, row, 0) };
    expect(row.state).toBe('blocked');
  }
  const failure = new TransportError('server-error');
  expect(outcomeOfFailure(failure, row, 0)).toMatchObject({ state: 'retrying', retryAt: 30_000 });
});
