import { t } from '@lingui/core/macro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { wait } from '../../../lib/async/wait';
import { type MembraneOffer, membraneCommands } from '../../../lib/messaging/membrane-commands';
import { noAnswer } from '../../../lib/messaging/no-answer';
import { send } from '../../../lib/messaging/send';

/** How often (ms) a connection is checked while a person acts on Membrane's page, and for how long in all. */
const LOOK_EVERY_MS = 2_500;
const LOOK_FOR_MS = 10 * 60_000;

export interface MembraneOffers {
  offers: MembraneOffer[];
  /** How many more Membrane has that cannot be offered. */
  dropped: number;
  isLoading: boolean;
  /** The connection that this page waits for. */
  watched: string | undefined;
  /** What went wrong last, for a person. */
  failure: string | undefined;
  refresh(): void;
  /** Finds or makes the platform's connection, and waits for it. */
  ensure(): void;
  /** Opens Membrane's page for a connection, and waits for it. */
  open(id: string): void;
  watch(id: string): void;
}

/**
 * The connections in Membrane that may be a platform's. One that is being built, or made by a person, is
 * checked until it is ready. The page may be left meanwhile: Membrane goes on, and the connection is found
 * here again. If only one fits, it is chosen automatically; a choice that was made gives way only to a
 * connection that the person asked for since.
 */
export function useMembraneOffers(
  platform: string,
  chosen: string | undefined,
  onChoose: (id: string | undefined) => void,
): MembraneOffers {
  const [offers, setOffers] = useState<MembraneOffer[]>([]);
  const [dropped, setDropped] = useState(0);
  const [isLoading, setIsLoading] = useState(true);
  const [watched, setWatched] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const choose = useRef(onChoose);
  choose.current = onChoose;
  const choice = useRef(chosen);
  choice.current = chosen;
  /** What the person asked for last, and what was chosen then. */
  const asked = useRef<{ id: string; instead: string | undefined }>(undefined);

  const keep = useCallback((offer: MembraneOffer) => {
    setOffers((before) => [offer, ...before.filter(({ id }) => id !== offer.id)]);
    const isAsked = asked.current?.id === offer.id && asked.current.instead === choice.current;
    if (offer.situation !== 'ready' || (choice.current !== undefined && !isAsked)) return;
    choose.current(offer.id);
  }, []);

  const refresh = useCallback(() => {
    setIsLoading(true);
    setFailure(undefined);
    void send(membraneCommands, 'membrane.list', { platform })
      .catch(noAnswer)
      .then((answer) => {
        setIsLoading(false);
        if (answer.kind === 'failed') return setFailure(answer.message);
        setOffers(answer.offers);
        setDropped(answer.dropped);
        const fitting = answer.offers.filter((offer) => offer.platform === platform);
        const [only, ...others] = fitting.filter(({ situation }) => situation === 'ready');
        if (only !== undefined && others.length === 0 && choice.current === undefined)
          choose.current(only.id);
        setWatched(fitting.find(({ situation }) => situation === 'building')?.id);
      });
  }, [platform]);
  useEffect(refresh, [refresh]);

  useEffect(() => {
    if (watched === undefined) return undefined;
    const leaving = new AbortController();
    void lookUntilSettled(watched, keep, leaving.signal).then((words) => {
      if (leaving.signal.aborted) return;
      setWatched(undefined);
      setFailure(words);
    });
    return () => leaving.abort();
  }, [watched, keep]);

  const ensure = () => {
    setIsLoading(true);
    setFailure(undefined);
    const instead = choice.current;
    void send(membraneCommands, 'membrane.ensure', { platform })
      .catch(noAnswer)
      .then((answer) => {
        setIsLoading(false);
        if (answer.kind === 'failed') return setFailure(answer.message);
        asked.current = { id: answer.offer.id, instead };
        keep(answer.offer);
        if (answer.offer.situation === 'building') setWatched(answer.offer.id);
      });
  };
  const watch = (id: string) => {
    asked.current = { id, instead: choice.current };
    setWatched(id);
  };
  const open = (id: string) => {
    setFailure(undefined);
    const instead = choice.current;
    void send(membraneCommands, 'membrane.open', { id })
      .catch(noAnswer)
      .then((answer) => {
        if (answer.kind === 'failed') return setFailure(answer.message);
        asked.current = { id, instead };
        setWatched(id);
      });
  };
  return { offers, dropped, isLoading, watched, failure, refresh, ensure, open, watch };
}

/**
 * Checks a connection until there is nothing more to wait for; resolves to what the person has to be told
 * then, if anything. A worker that died in between is asked again.
 */
async function lookUntilSettled(
  id: string,
  keep: (offer: MembraneOffer) => void,
  signal: AbortSignal,
): Promise<string | undefined> {
  const end = Date.now() + LOOK_FOR_MS;
  while (!signal.aborted && Date.now() < end) {
    const answer = await send(membraneCommands, 'membrane.look', { id }).catch(() => undefined);
    if (signal.aborted) return undefined;
    if (answer?.kind === 'failed') return answer.message;
    if (answer !== undefined) {
      keep(answer.offer);
      const { situation } = answer.offer;
      if (situation === 'ready' || situation === 'failed') return undefined;
    }
    await wait(LOOK_EVERY_MS, signal).catch(() => undefined);
  }
  return signal.aborted
    ? undefined
    : t`Membrane is still not ready after ten minutes. Press “Look again” later.`;
}
