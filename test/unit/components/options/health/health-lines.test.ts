import { describe, expect, it } from 'vitest';
import { healthLines } from '../../../../../components/options/health/health-lines';
import { repairFor } from '../../../../../components/options/health/repair';
import type { Connection } from '../../../../../lib/model/connection';
import { coverageReasonSchema } from '../../../../../lib/model/coverage';
import type { MembraneAccountState } from '../../../../../lib/model/membrane-account';
import { parrot, parrotConnection, parrotHealth } from '../examples';

const now = 1_790_000_000_000;

type Facts = Parameters<typeof parrotHealth>[0];

/** The text of each line of this name. */
function said(name: string, facts: Facts): string[] {
  return healthLines(parrotHealth(facts))
    .filter((line) => line.name === name)
    .map(({ text }) => text);
}

const failing = (
  reason: NonNullable<Connection['health']['reason']>,
  more: Partial<Connection> = {},
): Connection =>
  parrotConnection({
    health: { state: 'failing', reason, checkedAt: 1, lastFailure: { reason, at: 1 } },
    ...more,
  });

const carried = {
  transport: 'membrane',
  membrane: {
    connectionId: 'm-1',
    base: 'https://api.getmembrane.com',
    tenantId: 't-1',
    route: { kind: 'absolute' },
    proof: 'told',
  },
} as const;

const account: MembraneAccountState = {
  base: 'https://api.getmembrane.com',
  tenantId: 't-1',
  isPersonal: false,
  isSignedOut: false,
};

describe('the health of a connection', () => {
  it('has the same lines for every connection, and all is well where all is well', () => {
    const lines = healthLines(parrotHealth());
    expect(lines.map(({ name }) => name)).toEqual([
      'Key',
      'Permission',
      'Rights',
      'Last success',
      'Last error',
      'Requests left',
      'Outbox',
    ]);
    expect(lines.some(({ tone }) => tone === 'bad' || tone === 'warn')).toBe(false);
    expect(repairFor(parrotHealth())).toBeUndefined();
  });

  it('names the hosts that the browser permits: with a key those of the helpdesk, else Membrane’s too', () => {
    const own = {
      apiOrigin: 'https://acme.api.parrot.example',
      pageOrigin: 'https://acme.parrot.example',
    };
    expect(said('Permission', { connection: parrotConnection(own) })).toEqual([
      'Granted for acme.parrot.example and acme.api.parrot.example.',
    ]);
    expect(said('Permission', { connection: parrotConnection({ ...own, ...carried }) })).toEqual([
      'Granted for acme.parrot.example and api.getmembrane.com.',
    ]);
  });

  it('names each right that is missing and what it blocks', () => {
    const platform = {
      ...parrot,
      rightUses: [
        { right: 'parrot.read', lack: 'Deskside cannot read messages.' },
        { right: 'parrot.write', lack: 'Deskside cannot write notes.' },
      ],
    };
    const facts = { missingRights: 'parrot.write parrot.unknown' };
    expect(said('Right', { platform, connection: parrotConnection({ facts }) })).toEqual([
      'parrot.write is missing. Deskside cannot write notes.',
      'parrot.unknown is missing.',
    ]);
    const all = parrotConnection({ facts: { missingRights: '' } });
    expect(said('Rights', { platform, connection: all })).toEqual([
      'Everything Deskside asks for is granted.',
    ]);
    expect(said('Right', { connection: parrotConnection({ restricted: true }) })).toHaveLength(1);
    const health = {
      state: 'failing',
      reason: 'missing-right',
      lastFailure: { reason: 'missing-right', right: 'parrot.sing', at: 1 },
    } as const;
    expect(said('Right', { connection: parrotConnection({ health }) })).toEqual([
      'parrot.sing was missing at the last request.',
    ]);
  });

  it('keeps the last error in words after calls work again', () => {
    const health = {
      state: 'ok',
      okAt: now,
      lastFailure: { reason: 'server-error', httpStatus: 502, at: now - 60_000 },
    } as const;
    const [text] = said('Last error', { connection: parrotConnection({ health }) });
    expect(text).toMatch(/’s server reported an error \(502\)\. It has worked since\.$/);
  });

  it('tells the requests left, how the list of people stands, and what waits', () => {
    const allowance = { remaining: 42, limit: 1_000, at: now - 5_000 };
    expect(said('Requests left', { allowance })[0]).toMatch(/^42 of 1,000 at /);
    const platform = {
      ...parrot,
      capabilities: {
        ...parrot.capabilities,
        find: 'directory',
        notes: { kind: 'list', maxLength: 1 },
      },
    } as const;
    expect(said('Directory', { platform })).toEqual(['No visitors indexed yet.']);
    expect(said('Outbox', { platform, outbox: { waiting: 2, stuck: 1 } })).toEqual([
      '2 notes are waiting and will be delivered automatically. 1 note needs your attention. Open the person to see why.',
    ]);
  });
});

describe('the repair', () => {
  it('asks first for what everything else waits for', () => {
    const missing = ['https://parrot.example/*'];
    const connection = failing('expired-key');
    const kindOf = (facts: Facts) => repairFor(parrotHealth(facts))?.kind;
    expect(kindOf({ connection, missing, areKeysLocked: true })).toBe('unlock');
    expect(kindOf({ connection, missing })).toBe('permission');
    expect(kindOf({ connection })).toBe('form');
    expect(kindOf({ connection: failing('timeout') })).toBe('test');
  });

  it('leads to the sign-in whenever that does not carry the connection, and never speaks of a key then', () => {
    const connection = failing('relay-signed-out', carried);
    const broken = [
      undefined,
      { ...account, isSignedOut: true },
      { ...account, expiresAt: now },
      { ...account, tenantId: 't-2' },
    ];
    for (const membrane of broken) {
      expect(repairFor(parrotHealth({ connection, membrane }))?.kind).toBe('sign-in');
    }
    const gone = parrotHealth({ connection: failing('relay-gone', carried), membrane: account });
    expect(repairFor(gone)).toMatchObject({ kind: 'form' });
    for (const reason of coverageReasonSchema.options) {
      const facts = parrotHealth({ connection: failing(reason, carried), membrane: account });
      const words = [repairFor(facts)?.words, ...healthLines(facts).map(({ name }) => name)];
      expect(words.join(' ')).not.toMatch(/\bkey\b/i);
    }
  });

  it('is there for every way in which a connection fails', () => {
    for (const reason of coverageReasonSchema.options) {
      expect(repairFor(parrotHealth({ connection: failing(reason) }))).toBeDefined();
    }
    const unnamed = parrotConnection({ health: { state: 'failing' } });
    expect(repairFor(parrotHealth({ connection: unnamed }))?.kind).toBe('test');
  });
});
