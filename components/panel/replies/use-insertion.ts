import { useEffect, useRef, useState } from 'react';
import { replyCommands } from '../../../lib/messaging/reply-commands';
import { send } from '../../../lib/messaging/send';
import type { ComposedText } from '../../../lib/model/composed-text';
import type { ComposerMode, InsertOutcome } from '../../../lib/model/insertion';
import { PAST_SOURCE, type Reply } from '../../../lib/model/reply';
import {
  type OutcomeWords,
  outcomeWords,
  undoWords,
} from '../../../lib/replies/insertion-outcome-words';
import { joinSentences } from '../../../lib/text/join-sentences';
import { usePanelView } from '../view-store';

/** What is to be put into the composer. */
export interface Insertable {
  text: ComposedText;
  /** The same without formatting, for the clipboard. */
  plain: string;
  mode: ComposerMode;
  reply: Pick<Reply, 'source' | 'id'>;
}

/** Where text goes: the tab beside the panel, and the conversation it shows. */
export interface InsertionPlace {
  windowId: number;
  tabId: number;
  subject: string;
  /** Absent where the page does not say which one it shows. */
  conversationId: string | undefined;
}

/** The result of the last insertion; `undo` is that of taking it back. */
export type InsertionState =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'finished'; outcome: InsertOutcome; onClipboard: boolean; insertionId: string }
  | { kind: 'undo'; outcome: InsertOutcome };

export interface ComposerInsertion {
  state: InsertionState;
  /** Resolves to true when the text is in the composer. Never rejects. */
  insert(given: Insertable): Promise<boolean>;
  undo(): Promise<void>;
  dismiss(): void;
}

/** Without an answer it is not known how far the insertion got. */
const unknownOutcome: InsertOutcome = { kind: 'doubtful' };

/**
 * Puts text into the composer, takes it back, and remembers the result. If the user has gone to another
 * conversation meanwhile, the result is reported all the same.
 */
export function useInsertion(place: InsertionPlace, platformLabel: string): ComposerInsertion {
  const [state, setState] = useState<InsertionState>({ kind: 'none' });
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const tell = (result: InsertionState) => {
    if (isShown.current) return setState(result);
    const words = insertionWords(result, platformLabel);
    if (words !== undefined) usePanelView.getState().say(joinSentences(words.what, words.next));
  };
  const insert = async ({ text, plain, mode, reply }: Insertable) => {
    setState({ kind: 'busy' });
    const { source, id } = reply;
    // Use is counted only for responses.
    const counted = source === PAST_SOURCE ? {} : { reply: { source, id } };
    const insertionId = crypto.randomUUID();
    const payload = { ...place, insertionId, mode, text, ...counted };
    const outcome = await send(replyCommands, 'panel.insert', payload).catch(() => unknownOutcome);
    const isIn = outcome.kind === 'inserted';
    const onClipboard = !isIn && (await copied(plain));
    tell({ kind: 'finished', outcome, onClipboard, insertionId });
    return isIn;
  };
  const undo = async () => {
    if (state.kind !== 'finished') return;
    setState({ kind: 'busy' });
    const { windowId, tabId } = place;
    const payload = { windowId, tabId, insertionId: state.insertionId };
    const outcome = await send(replyCommands, 'panel.undo-insert', payload).catch(
      () => unknownOutcome,
    );
    tell({ kind: 'undo', outcome });
  };
  return { state, insert, undo, dismiss: () => setState({ kind: 'none' }) };
}

/** A result in words; `undefined` while there is none. */
export function insertionWords(
  state: InsertionState,
  platformLabel: string,
): OutcomeWords | undefined {
  if (state.kind === 'undo') return undoWords(state.outcome, platformLabel);
  if (state.kind !== 'finished') return undefined;
  return outcomeWords(state.outcome, { platformLabel, onClipboard: state.onClipboard });
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
