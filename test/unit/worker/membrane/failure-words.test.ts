import { expect, test } from 'vitest';
import { reasonWords } from '../../../../lib/coverage/reason-words';
import { TransportError, type TransportFailure } from '../../../../lib/http/transport-error';
import { coverageReasonSchema } from '../../../../lib/model/coverage';
import { ConnectionProblem } from '../../../../lib/platforms/contract/api';
import { accessReasons, coverageOfFailure } from '../../../../lib/worker/failure-coverage';
import { membraneFailureWords } from '../../../../lib/worker/membrane/failure-words';
import { outcomeOfFailure } from '../../../../lib/worker/notes/retry';
import { replyWriteFailure } from '../../../../lib/worker/replies/failure-words';
import { ref } from '../../refs';

/** Everything that can go wrong on the way through Membrane, and what the panel is then told. */
const failures: [TransportFailure, boolean, string][] = [
  ['forbidden', false, 'missing-right'],
  ['not-found', false, 'bad-answer'],
  ['refused', false, 'bad-answer'],
  ['refused', true, 'relay-trouble'],
  ['rate-limited', false, 'rate-limited'],
  ['rate-limited', true, 'relay-limit'],
  ['server-error', false, 'server-error'],
  ['server-error', true, 'relay-trouble'],
  ['redirected', true, 'relay-trouble'],
  ['offline', true, 'relay-trouble'],
  ['timeout', false, 'timeout'],
  ['too-large', false, 'too-large'],
  ['not-json', false, 'bad-answer'],
  ['not-json', true, 'relay-trouble'],
  ['permission-missing', true, 'permission-missing'],
  ['relay-signed-out', true, 'relay-signed-out'],
  ['relay-gone', true, 'relay-gone'],
  ['relay-reconnect', true, 'relay-reconnect'],
  ['relay-unproven', true, 'relay-unproven'],
  ['relay-no-way', true, 'relay-no-way'],
];

const ofKeys = /\bkeys?\b|access token/i;

test.each(failures)(
  '%s (of Membrane: %s) has words without a key',
  (failure, isOfRelay, reason) => {
    const error = new TransportError(failure, { isOfRelay });
    const coverage = coverageOfFailure(error, 0);
    expect(coverage.reason).toBe(reason);
    const clause = reasonWords(coverage, { platformLabel: 'Chatwoot', now: 0 });
    expect(clause?.what.length).toBeGreaterThan(10);
    const answer = isOfRelay ? replyWriteFailure(error, 'Chatwoot') : undefined;
    const said = answer?.kind === 'failed' ? answer.message : '';
    const all = [clause?.what, clause?.next, membraneFailureWords(error, 'Chatwoot'), said].join(
      ' ',
    );
    expect(all).not.toMatch(ofKeys);
    expect(all).not.toContain('undefined');
  },
);

test.each(coverageReasonSchema.options)(
  'a problem because of %s has words without a key',
  (reason) => {
    const problem = new ConnectionProblem(reason, 'This API key is wrong.');
    expect(membraneFailureWords(problem, 'Chatwoot')).not.toMatch(ofKeys);
  },
);

test('a failure of Membrane’s says so, and each has words of its own', () => {
  const own = failures.filter(([, isOfRelay]) => isOfRelay).map(([failure]) => failure);
  const said = own.map((failure) =>
    membraneFailureWords(new TransportError(failure, { isOfRelay: true }), 'Chatwoot'),
  );
  expect(new Set(said).size).toBe(own.length);
  for (const words of said) expect(words).toContain('Membrane');
});

test.each(['relay-signed-out', 'relay-gone', 'relay-reconnect', 'relay-unproven'] as const)(
  'a note that meets %s waits for a person, is not given up, and is due again after that',
  (failure) => {
    const replica = {
      noteId: 'n1',
      contact: ref('a/1'),
      connectionId: 'a',
      state: 'waiting',
    } as const;
    const error = new TransportError(failure, { isOfRelay: true });
    const outcome = outcomeOfFailure(error, { ...replica, updatedAt: 0 }, 0);
    expect(outcome).toMatchObject({ state: 'blocked', reason: failure });
    expect(accessReasons.has(failure)).toBe(true);
  },
);

test('trouble of Membrane’s own passes by itself: a note is tried again', () => {
  const replica = {
    noteId: 'n1',
    contact: ref('a/1'),
    connectionId: 'a',
    state: 'waiting',
  } as const;
  for (const failure of ['server-error', 'rate-limited', 'offline'] as const) {
    const error = new TransportError(failure, { isOfRelay: true });
    const outcome = outcomeOfFailure(error, { ...replica, updatedAt: 0 }, 0);
    expect(outcome.state).toBe('retrying');
  }
});
