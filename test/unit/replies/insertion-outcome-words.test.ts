import { describe, expect, it } from 'vitest';
import { refusalSchema } from '../../../lib/model/insertion';
import { outcomeWords, undoWords } from '../../../lib/replies/insertion-outcome-words';

const setting = { platformLabel: 'Acme Desk', onClipboard: false };
const inserted = {
  kind: 'inserted',
  mode: 'reply',
  length: 10,
  canUndo: true,
  pickerOpened: false,
} as const;

describe('outcomeWords', () => {
  it('has words of its own for each refusal, with what to do next', () => {
    const outcomes = refusalSchema.options.map((reason) =>
      outcomeWords({ kind: 'refused', reason }, setting),
    );
    expect(new Set(outcomes.map(({ what }) => what)).size).toBe(outcomes.length);
    for (const { what, next } of outcomes) {
      expect(what).toMatch(/\.$/);
      expect(next).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('says where the text went, and that nothing was sent', () => {
    expect(outcomeWords(inserted, setting).what).toBe('Inserted into the reply. Nothing was sent.');
    expect(outcomeWords({ ...inserted, mode: 'note' }, setting).what).toContain('private note');
  });

  it('warns of a text longer than the channel takes, not of one that just fits', () => {
    const long = outcomeWords({ ...inserted, length: 4_097, limit: 4_096 }, setting);
    expect(long).toMatchObject({ tone: 'warn' });
    expect(long.next).toContain('4,097 characters, but the channel accepts only 4,096');
    expect(outcomeWords({ ...inserted, length: 4_096, limit: 4_096 }, setting).tone).toBe('good');
  });

  it('tells of the picker that opened over the text', () => {
    expect(outcomeWords({ ...inserted, pickerOpened: true }, setting).next).toContain('Escape');
  });

  it('says that the text is on the clipboard only when it is', () => {
    const doubtful = { kind: 'doubtful' } as const;
    expect(outcomeWords(doubtful, setting).next).not.toContain('clipboard');
    const saved = { ...setting, onClipboard: true };
    expect(outcomeWords(doubtful, saved).next).toContain('The text is on the clipboard.');
    const refused = { kind: 'refused', reason: 'too-long', limit: 160 } as const;
    expect(outcomeWords(refused, saved).what).toContain('160');
    expect(outcomeWords(refused, saved).next).toContain('clipboard');
  });
});

describe('undoWords', () => {
  it('says of a refused undo what is true of it: nothing was touched, and the text may be there', () => {
    for (const reason of refusalSchema.options) {
      expect(undoWords({ kind: 'refused', reason }, 'Acme Desk')).toEqual({
        tone: 'warn',
        what: 'Not undone: the text field in Acme Desk was left as it is.',
        next: 'If the text is still in it, remove it there by hand.',
      });
    }
  });

  it('says that it was undone, or that somebody has to look', () => {
    expect(undoWords(inserted, 'Acme Desk')).toMatchObject({ tone: 'good', next: '' });
    const { what, next } = undoWords({ kind: 'doubtful' }, 'Acme Desk');
    expect(what).toBe('The text in Acme Desk may not be what it should be.');
    expect(next).toBe('Check it before you send.');
  });
});
