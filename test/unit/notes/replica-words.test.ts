import { describe, expect, it } from 'vitest';
import { coverageReasonSchema } from '../../../lib/model/coverage';
import type { ReplicaRow } from '../../../lib/model/note';
import { replicaWords } from '../../../lib/notes/replica-words';
import { ref } from '../refs';

const now = new Date(2026, 10, 25, 13, 0).getTime();

function words(given: Partial<ReplicaRow>, isDeleted = false) {
  const replica: ReplicaRow = {
    noteId: 'n',
    contact: ref('k/1'),
    connectionId: 'k',
    state: 'delivered',
    updatedAt: 0,
    ...given,
  };
  return replicaWords(replica, { platformLabel: 'Alpha', now, isDeleted });
}

describe('the words for a copy', () => {
  it('say where it is and where it is on its way', () => {
    expect(words({})).toMatchObject({ sentence: 'In Alpha.', tone: 'good', canRetry: false });
    expect(words({ state: 'waiting' }).sentence).toBe('Saving in Alpha…');
    expect(words({ state: 'waiting' }, true).sentence).toBe('Removing from Alpha…');
  });

  it('say that the person is not known there yet', () => {
    const waits = 'Waiting until Alpha knows this person.';
    expect(words({ state: 'waiting', contact: ref('k/') })).toMatchObject({
      sentence: waits,
      tone: 'wait',
      canRetry: false,
      canDiscard: true,
    });
  });

  it('say when the next try is, with the day where it is not today', () => {
    const soon = new Date(2026, 10, 25, 14, 5).getTime();
    expect(words({ state: 'retrying', reason: 'offline', retryAt: soon }).sentence).toBe(
      'Not saved in Alpha. There is no connection to Alpha. Retrying at 14:05.',
    );
    const later = new Date(2026, 10, 26, 9, 30).getTime();
    expect(words({ state: 'retrying', reason: 'timeout', retryAt: later }).sentence).toContain(
      'Retrying: Tomorrow, 09:30.',
    );
    expect(words({ state: 'retrying', reason: 'timeout', retryAt: now }).sentence).toContain(
      'Trying again now.',
    );
  });

  it('name the missing right and what to do', () => {
    expect(words({ state: 'blocked', reason: 'missing-right' })).toMatchObject({
      sentence:
        'Not saved in Alpha. The account connected to Alpha may not write notes there. Ask an administrator of Alpha for this permission, then retry.',
      tone: 'bad',
      canRetry: true,
    });
  });

  it('do not alarm where nobody can do anything', () => {
    expect(words({ state: 'blocked', reason: 'no-handle' })).toMatchObject({
      tone: 'wait',
      canRetry: false,
      canDiscard: true,
    });
  });

  it('wait for the choice between two texts', () => {
    expect(words({ state: 'blocked', reason: 'conflict' })).toMatchObject({
      sentence: 'Alpha: waiting until you choose one of the two versions.',
      canRetry: false,
    });
  });

  it('never restore silently what was taken away there', () => {
    const shown = words({ state: 'removed-there' });
    expect(shown.sentence).toContain('It was removed in Alpha.');
    expect(shown).toMatchObject({ canRetry: true, canDiscard: true });
  });

  it('have a whole sentence for every reason, also for one of tomorrow', () => {
    const own = ['moved', 'no-room', 'no-handle', 'no-contact', 'contact-gone', 'refused'];
    for (const reason of [...coverageReasonSchema.options, ...own, 'something-new', undefined]) {
      const { sentence } = words({ state: 'failed', reason });
      expect(sentence).toMatch(/^Not saved in Alpha\. [A-Z].+\.$/);
      expect(sentence).not.toContain('undefined');
    }
  });

  it('speak of removing once the note is deleted', () => {
    expect(words({ state: 'failed', reason: 'offline' }, true).sentence).toMatch(
      /^Not removed from Alpha\. /,
    );
  });
});
