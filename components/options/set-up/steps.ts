import type { Connection } from '../../../lib/model/connection';
import { type HelpdeskOffer, isFoundHelpdesk } from '../../../lib/model/helpdesk-offer';
import type { ChosenHelpdesk, SetUpState } from '../../../lib/storage/set-up-progress';

/** The ways to a helpdesk that the organisation allows. */
export interface Ways {
  direct: boolean;
  membrane: boolean;
}

/** What the person sees of the set-up. */
export type SetUpStep =
  | { kind: 'choose' }
  | { kind: 'way' }
  | { kind: 'connect'; helpdesk: ChosenHelpdesk; next: ChosenHelpdesk | undefined }
  | { kind: 'done' };

/** The stored step, as one that still exists: a helpdesk may have gone since, or a way been forbidden. */
export function stepOf({ stage, chosen, current }: SetUpState, ways: Ways): SetUpStep {
  if (chosen.length === 0 && stage !== 'done') return { kind: 'choose' };
  if (stage === 'way') return canChooseWay(ways) ? { kind: 'way' } : connectStep(chosen, undefined);
  return stage === 'connect' ? connectStep(chosen, current) : { kind: stage };
}

function connectStep(chosen: readonly ChosenHelpdesk[], current: string | undefined): SetUpStep {
  const index = Math.max(
    chosen.findIndex(({ id }) => id === current),
    0,
  );
  const helpdesk = chosen[index];
  if (helpdesk === undefined) return { kind: 'choose' };
  return { kind: 'connect', helpdesk, next: chosen[index + 1] };
}

export function canChooseWay({ direct, membrane }: Ways): boolean {
  return direct && membrane;
}

/**
 * Goes on from the choice. What was entered before for a helpdesk that stays chosen is kept, and so is
 * the order in which the helpdesks are offered.
 */
export function choose(
  state: SetUpState,
  offers: readonly HelpdeskOffer[],
  ids: ReadonlySet<string>,
  ways: Ways,
): SetUpState {
  const chosen = offers
    .filter(({ id }) => ids.has(id))
    .map(({ source: _source, isSure: _isSure, ...offer }): ChosenHelpdesk => {
      const before = state.chosen.find(({ id }) => id === offer.id);
      return before === undefined ? offer : { ...offer, ...before };
    });
  const isThroughMembrane = canChooseWay(ways) ? state.isThroughMembrane : !ways.direct;
  return {
    ...state,
    ...{ chosen, isThroughMembrane, isSkipped: false },
    current: chosen.find(({ connectionId }) => connectionId === undefined)?.id ?? chosen[0]?.id,
    stage: canChooseWay(ways) ? 'way' : 'connect',
  };
}

/** Goes on to the helpdesk after the current one, or to the end. */
export function goOn(state: SetUpState): SetUpState {
  if (state.stage === 'way') return { ...state, stage: 'connect' };
  const index = state.chosen.findIndex(({ id }) => id === state.current);
  const next = state.chosen[index + 1];
  return next === undefined ? { ...state, stage: 'done' } : { ...state, current: next.id };
}

/** Goes back one step. */
export function goBack(state: SetUpState, ways: Ways): SetUpState {
  const { chosen, current, stage } = state;
  if (stage === 'done') return { ...state, stage: 'connect', current: chosen.at(-1)?.id };
  const before = chosen[chosen.findIndex(({ id }) => id === current) - 1];
  if (stage === 'connect' && before !== undefined) return { ...state, current: before.id };
  return { ...state, stage: stage === 'connect' && canChooseWay(ways) ? 'way' : 'choose' };
}

/** Changes what is known of one of the chosen helpdesks. */
export function changeHelpdesk(
  state: SetUpState,
  id: string,
  change: Partial<Omit<ChosenHelpdesk, 'id'>>,
): SetUpState {
  const chosen = state.chosen.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...state, chosen };
}

/**
 * The offers, with what was chosen before and is offered no longer, such as a tab that was closed; but
 * nothing of a platform that is not offered at all. `connections` are those that are there now.
 */
export function withChosen(
  offered: readonly HelpdeskOffer[],
  { chosen }: SetUpState,
  connections: readonly Pick<Connection, 'id'>[],
): HelpdeskOffer[] {
  const live = new Set(connections.map(({ id }) => id));
  const since = new Map(chosen.map(({ id, connectionId }) => [id, connectionId]));
  // The worker was asked before the last one was connected, or removed.
  const offers = offered.map((offer) => {
    const connectionId = offer.connectionId ?? since.get(offer.id) ?? '';
    return { ...offer, connectionId: live.has(connectionId) ? connectionId : undefined };
  });
  const ids = new Set(offers.map(({ id }) => id));
  const platforms = new Set(offers.map(({ platform }) => platform));
  const connected = new Set(offers.map(({ connectionId }) => connectionId));
  // A helpdesk connected since is offered as that connection, or has been removed again.
  const isOffered = ({ connectionId }: ChosenHelpdesk) =>
    connectionId !== undefined && connected.has(connectionId);
  const gone = chosen.filter(
    (each) => !ids.has(each.id) && platforms.has(each.platform) && !isOffered(each),
  );
  return [
    ...offers,
    ...gone.map(
      ({ isThroughMembrane: _way, connectionId: _removed, ...rest }): HelpdeskOffer => ({
        ...rest,
        source: 'platform',
        isSure: true,
      }),
    ),
  ];
}

/** Whether an offer is ticked before anybody touched it: what is known to be there, at first. */
export function isProposed(offer: HelpdeskOffer, { chosen }: SetUpState): boolean {
  if (chosen.length > 0) return chosen.some(({ id }) => id === offer.id);
  return isFoundHelpdesk(offer) && offer.connectionId === undefined;
}
