// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '../../../../../lib/model/history';
import { mergeCapture } from '../../../../../lib/platforms/chatra/history/merge';
import { capturePage } from '../page/chatra-messages';

const target = {
  connectionId: 'chatra-1',
  contactId: 'chat',
  conversationId: 'chat',
  now: new Date(2026, 10, 20, 12).getTime(),
};

/** Some say the same; every fourth is joined to the one above, without a line of its own. */
function drawn(index: number): string {
  const isJoined = index % 4 === 3;
  const meta = `<i class="chat-message__username">Nora</i><i class="chat-message__time">14:${String(index).padStart(2, '0')}</i>`;
  return `<div class="chat-message${isJoined ? ' is-group' : ''}">${isJoined ? '' : meta}<div class="chat-bubble">${index % 5 === 0 ? 'ok' : `line ${index}`}</div></div>`;
}

const heading = '<div class="chat-date-block">20 November</div>';
const count = 24;
const whole = Array.from({ length: count }, (_none, index) => index);

function look(stored: readonly Message[], lines: readonly number[], isHeaded: boolean): Message[] {
  document.body.innerHTML = `<div class="chat-message-area">${isHeaded ? heading : ''}${lines.map(drawn).join('')}</div>`;
  return mergeCapture(stored, capturePage().items, target);
}

/** Of fewer lines than these beside a hole nobody can tell whether they are those that were there. */
const besideHole = 6;

/** What may stand on a page that is being drawn anew: nothing, a part from either end, or holes. */
const frame = fc.record({
  from: fc.nat(count),
  to: fc.nat(count),
  missing: fc.uniqueArray(fc.nat(count - 1), { maxLength: 4 }),
  isHeaded: fc.boolean(),
});

test('a page that is drawn anew while it is captured: each message once, and none is lost', () => {
  fc.assert(
    fc.property(fc.array(frame, { maxLength: 6 }), (frames) => {
      let stored = look([], whole, true);
      const ids = stored.map(({ id }) => id);
      expect(ids.length).toBe(count);
      for (const { from, to, missing, isHeaded } of frames) {
        const isHole = (line: number) =>
          missing.includes(line) && line >= from + besideHole && line < to - besideHole;
        const lines = whole.slice(from, to).filter((line) => !isHole(line));
        stored = look(stored, lines, isHeaded);
        expect(stored.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids);
      }
      stored = look(stored, whole, true);
      expect(stored.map(({ id }) => id)).toEqual(ids);
      expect(stored.filter(({ deleted }) => deleted === true)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
