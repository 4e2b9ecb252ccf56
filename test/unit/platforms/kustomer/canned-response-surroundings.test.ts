import { expect, it } from 'vitest';
import { TransportError } from '../../../../lib/http/transport-error';
import { keepSurroundings } from '../../../../lib/platforms/kustomer/canned-response-surroundings';
import { FakeKustomer, MACHINE } from './fakes';

const signal = new AbortController().signal;

function desk() {
  const kustomer = new FakeKustomer({
    '/v1/users/current': { data: { type: 'user', id: MACHINE, attributes: {} } },
    '/v1/teams': {
      data: [{ type: 'team', id: 't1', attributes: { members: [MACHINE] } }],
      links: { next: null },
    },
  });
  const ports = { ...kustomer.ports(), now: () => kustomer.now };
  const { connection } = ports;
  const remember = async (name: string, fact: string) => {
    connection.facts[name] = fact;
  };
  /** As a worker that has just started asks. */
  const membership = async (more: Partial<typeof ports> = {}) => {
    const { membership } = keepSurroundings({ ...ports, remember, ...more }, 1_000);
    return [...(await membership(signal)).ids].sort();
  };
  return { kustomer, membership, connection };
}

it('keeps whose shortcuts the user may use beyond the worker, for half an hour', async () => {
  const { kustomer, membership } = desk();
  const all = [MACHINE, 't1'].sort();
  expect(await membership()).toEqual(all);
  expect(await membership()).toEqual(all);
  expect(kustomer.requests).toHaveLength(2);
  kustomer.now += 31 * 60_000;
  expect(await membership()).toEqual(all);
  expect(kustomer.requests).toHaveLength(4);
});

it('asks again at once where teams were refused, so that a right that was given shows', async () => {
  const { kustomer, membership } = desk();
  const teams = kustomer.script['/v1/teams'];
  kustomer.script['/v1/teams'] = new TransportError('forbidden', { status: 403 });
  expect(await membership()).toEqual([MACHINE]);
  kustomer.script['/v1/teams'] = teams;
  expect(await membership()).toContain('t1');
});

it('answers where there is no room to keep it, and after a fact that cannot be read', async () => {
  const { membership, connection } = desk();
  const remember = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  expect(await membership({ remember })).toContain('t1');
  connection.facts.shortcutMembership = '{"ids":[7]';
  expect(await membership()).toContain('t1');
});
