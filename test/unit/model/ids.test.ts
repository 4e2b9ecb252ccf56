import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  absentRef,
  connectionIdSchema,
  contactRef,
  contactRefSchema,
  isAbsentRef,
  isRefOfConnection,
  parseContactRef,
  refLines,
  refPrefix,
  refsOfLines,
  remoteIdSchema,
} from '../../../lib/model/ids';

const connectionId = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const key = fc.record({
  connectionId,
  id: fc
    .string({ minLength: 1, maxLength: 512, unit: 'grapheme' })
    .filter((id) => v.is(remoteIdSchema, id)),
});

describe('the string of a contact', () => {
  test('comes apart into the two it was made of, whatever the platform’s id holds', () => {
    fc.assert(
      fc.property(key, (contact) => {
        expect(parseContactRef(contactRef(contact))).toEqual(contact);
        expect(contactRef(parseContactRef(contactRef(contact)))).toBe(contactRef(contact));
      }),
    );
    expect(parseContactRef(contactRef({ connectionId: 'a-1', id: '/b/c' }))).toEqual({
      connectionId: 'a-1',
      id: '/b/c',
    });
  });

  test('passes the border unchanged', () => {
    fc.assert(
      fc.property(key, (contact) => {
        expect(v.parse(contactRefSchema, contactRef(contact))).toBe(contactRef(contact));
      }),
    );
  });

  test('only what comes apart passes the border', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.string(), key.map(contactRef)), (raw) => {
        const parsed = v.safeParse(contactRefSchema, raw);
        if (!parsed.success) return;
        const parts = parseContactRef(parsed.output);
        expect(v.is(connectionIdSchema, parts.connectionId)).toBe(true);
        expect(`${parts.connectionId}/${parts.id}`).toBe(raw);
      }),
    );
    for (const raw of ['', '/', '/7', 'a', 'A/7', 'a b/7', `a/${'x'.repeat(600)}`]) {
      expect(v.is(contactRefSchema, raw)).toBe(false);
    }
  });

  test('belongs to its connection and to no other, also to none that is called alike', () => {
    fc.assert(
      fc.property(key, connectionId, (contact, other) => {
        const ref = contactRef(contact);
        expect(isRefOfConnection(ref, contact.connectionId)).toBe(true);
        expect(ref.startsWith(refPrefix(contact.connectionId))).toBe(true);
        expect(isRefOfConnection(ref, other)).toBe(other === contact.connectionId);
        expect(isRefOfConnection(ref, `${contact.connectionId}-2`)).toBe(false);
      }),
    );
  });

  test('is never that of nobody', () => {
    fc.assert(
      fc.property(key, (contact) => {
        expect(isAbsentRef(contactRef(contact))).toBe(false);
        const absent = absentRef(contact.connectionId);
        expect(isAbsentRef(absent)).toBe(true);
        expect(isRefOfConnection(absent, contact.connectionId)).toBe(true);
        expect(v.is(contactRefSchema, absent)).toBe(true);
      }),
    );
  });

  test('is not made for what is no connection of ours', () => {
    for (const wrong of ['', 'A', 'a b', '/']) {
      expect(() => contactRef({ connectionId: wrong, id: '7' })).toThrow();
    }
  });
});

test('several are one string, from which each comes back', () => {
  const id = fc.stringMatching(/^[^\n]{1,20}$/);
  fc.assert(
    fc.property(fc.array(fc.record({ connectionId, id })), (contacts) => {
      expect(refsOfLines(refLines(contacts)).map(parseContactRef)).toEqual(contacts);
    }),
  );
});
