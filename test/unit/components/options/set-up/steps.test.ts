import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeHelpdesk,
  choose,
  goBack,
  goOn,
  isProposed,
  stepOf,
  withChosen,
} from '../../../../../components/options/set-up/steps';
import type { HelpdeskOffer } from '../../../../../lib/model/helpdesk-offer';
import { parseSetUp, type SetUpState } from '../../../../../lib/storage/set-up-progress';

const both = { direct: true, membrane: true };
const onlyMembrane = { direct: false, membrane: true };
const start = parseSetUp(undefined);

function offer(id: string, more: Partial<HelpdeskOffer> = {}): HelpdeskOffer {
  return { id, platform: id, fields: {}, source: 'platform', isSure: true, ...more };
}
const offers = [offer('parrot'), offer('owl'), offer('crow')];
const chosen = (state = start, ways = both) =>
  choose(state, offers, new Set(['parrot', 'crow']), ways);
const kindOf = (state: SetUpState, ways = both) => {
  const step = stepOf(state, ways);
  return step.kind === 'connect' ? step.helpdesk.id : step.kind;
};

test('one step after the other, and all the way back', () => {
  let state = start;
  const seen = [kindOf(state)];
  for (state = chosen(); kindOf(state) !== 'done'; state = goOn(state)) seen.push(kindOf(state));
  expect(seen).toEqual(['choose', 'way', 'parrot', 'crow']);
  const back: string[] = [];
  for (; kindOf(state) !== 'choose'; state = goBack(state, both)) back.push(kindOf(state));
  expect(back).toEqual(['done', 'crow', 'parrot', 'way']);
});

test('where only one way is allowed nobody is asked for it', () => {
  const state = chosen(start, onlyMembrane);
  expect(kindOf(state, onlyMembrane)).toBe('parrot');
  expect(state.isThroughMembrane).toBe(true);
  expect(kindOf(goBack(state, onlyMembrane), onlyMembrane)).toBe('choose');
  // It was allowed when the step was stored.
  expect(kindOf({ ...chosen(), stage: 'way' }, onlyMembrane)).toBe('parrot');
});

test('choosing again keeps what was entered, and begins with what is not connected', () => {
  const entered = changeHelpdesk(chosen(), 'crow', { fields: { org: 'acme' } });
  const done = changeHelpdesk(entered, 'parrot', { connectionId: 'parrot-1' });
  const again = choose(done, offers, new Set(['parrot', 'owl', 'crow']), both);
  expect(again.chosen.map(({ id }) => id)).toEqual(['parrot', 'owl', 'crow']);
  expect(again.chosen[2]?.fields).toEqual({ org: 'acme' });
  expect(again.current).toBe('owl');
});

test('what is offered no longer stays to be chosen, unless its platform was forbidden', () => {
  const left = withChosen([offer('parrot:other', { platform: 'parrot' })], chosen(), []);
  expect(left.map(({ id }) => id)).toEqual(['parrot:other', 'parrot']);
});

test('a helpdesk that was connected is not offered twice, and one that was removed can be chosen again', () => {
  const connected = {
    ...chosen(),
    chosen: [{ id: 'parrot', platform: 'parrot', fields: {}, connectionId: 'p-1' }],
  };
  const asConnection = offer('connection:p-1', { platform: 'parrot', connectionId: 'p-1' });
  expect(withChosen([asConnection], connected, [{ id: 'p-1' }])).toEqual([asConnection]);
  const [left] = withChosen([offer('parrot:other', { platform: 'parrot' })], connected, []).slice(
    1,
  );
  // The worker had been asked before it was connected.
  const [known] = withChosen([offer('parrot')], connected, [{ id: 'p-1' }]);
  expect(known).toMatchObject({ id: 'parrot', connectionId: 'p-1' });
  expect(left).toMatchObject({ id: 'parrot' });
  expect(left).not.toHaveProperty('connectionId');
});

test('proposed is what is there for sure and not connected; later what was chosen', () => {
  expect(isProposed(offer('a', { source: 'tab' }), start)).toBe(true);
  expect(isProposed(offer('a', { source: 'organisation' }), start)).toBe(true);
  expect(isProposed(offer('a', { source: 'tab', isSure: false }), start)).toBe(false);
  expect(isProposed(offer('a', { source: 'tab', connectionId: 'a-1' }), start)).toBe(false);
  expect(isProposed(offer('a'), start)).toBe(false);
  expect(isProposed(offer('a', { source: 'tab' }), chosen())).toBe(false);
  expect(isProposed(offer('crow'), chosen())).toBe(true);
});

test('whatever is stored, there is a step, and every button leads to one', () => {
  const stored = fc.record({
    stage: fc.constantFrom('choose', 'way', 'connect', 'done'),
    chosen: fc.array(
      fc.record({ id: fc.string(), platform: fc.constant('parrot'), fields: fc.constant({}) }),
    ),
    current: fc.option(fc.string(), { nil: undefined }),
    isThroughMembrane: fc.boolean(),
  });
  const ways = fc.record({ direct: fc.boolean(), membrane: fc.boolean() });
  fc.assert(
    fc.property(fc.oneof(stored, fc.jsonValue()), ways, (raw, allowed) => {
      const state = parseSetUp(raw);
      for (const next of [state, goOn(state), goBack(state, allowed)]) {
        expect(['choose', 'way', 'connect', 'done']).toContain(stepOf(next, allowed).kind);
      }
    }),
  );
});
