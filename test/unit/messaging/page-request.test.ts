import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  asksToUndoInsert,
  holdKeysRequest,
  isComposedText,
  isHoldKeysRequest,
  isInsertRequest,
  isReportRequest,
  reportRequest,
} from '../../../lib/messaging/page-request';
import { composedTextSchema } from '../../../lib/model/composed-text';

const request = {
  type: 'worker.insert',
  insertionId: 'one',
  mode: 'note',
  expected: {
    ...{ origin: 'https://desk.example', platform: 'somedesk' },
    ...{ conversationId: '1', contactId: undefined },
  },
  text: {
    blocks: [
      { kind: 'paragraph', spans: [{ text: 'a', marks: ['bold'], link: 'https://example.com' }] },
      { kind: 'list', ordered: true, items: [[{ text: 'b' }]] },
      { kind: 'code', text: 'c' },
    ],
  },
};

test('each request is known by its type', () => {
  expect(isInsertRequest(request)).toBe(true);
  expect(isReportRequest(reportRequest)).toBe(true);
  expect(asksToUndoInsert({ type: 'worker.undo-insert', insertionId: 'one' })).toBe(true);
  expect(isHoldKeysRequest(holdKeysRequest)).toBe(true);
  const checks = [isInsertRequest, isReportRequest, asksToUndoInsert, isHoldKeysRequest];
  for (const check of checks) {
    for (const strange of [undefined, null, 'worker.insert', 7, [], {}, { type: 'page.gone' }]) {
      expect(check(strange)).toBe(false);
    }
  }
});

test.each([
  { mode: 'send' },
  { insertionId: 7 },
  { expected: undefined },
  { expected: { origin: 'https://desk.example', platform: 'somedesk', contactId: 7 } },
  { expected: { platform: 'somedesk', contactId: '7' } },
  { expected: { origin: 'https://desk.example', contactId: '7' } },
  { text: 'hello' },
  { text: { blocks: '<p>' } },
])('refused: %j', (change) => {
  expect(isInsertRequest({ ...request, ...change })).toBe(false);
});

const anything = fc.anything({ maxDepth: 2 });
const flag = fc.oneof(fc.boolean(), anything);
const almostSpan = fc.record(
  {
    text: fc.oneof(fc.string(), anything),
    marks: fc.oneof(fc.constant(['bold']), anything),
    isPicture: flag,
  },
  { requiredKeys: [] },
);
const almostBlock = fc.record(
  {
    kind: fc.constantFrom('paragraph', 'quote', 'list', 'code', 'html'),
    isClose: flag,
    isLoose: flag,
    start: fc.oneof(fc.integer(), fc.double(), anything),
    delimiter: fc.oneof(fc.constantFrom('.', ')', ''), anything),
    spans: fc.oneof(fc.array(almostSpan), anything),
    items: fc.oneof(fc.array(fc.array(almostSpan)), anything),
    ordered: fc.oneof(fc.boolean(), anything),
    text: fc.oneof(fc.string(), anything),
  },
  { requiredKeys: ['kind', 'ordered', 'items', 'spans'] },
);

test('the check by hand agrees with the schema', () => {
  fc.assert(
    fc.property(fc.array(almostBlock, { maxLength: 3 }), (blocks) => {
      expect(isComposedText({ blocks })).toBe(v.is(composedTextSchema, { blocks }));
    }),
  );
});
