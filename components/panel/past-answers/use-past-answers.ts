import { useEffect, useState } from 'react';
import { type LastQuestion, lastQuestion } from '../../../lib/answers/last-question';
import { TemplateIndex } from '../../../lib/answers/template-index';
import { inTurns } from '../../../lib/async/in-turns';
import type { Reply } from '../../../lib/model/reply';
import { readNewestMessages } from '../../../lib/storage/conversation-queries';
import { database } from '../../../lib/storage/database';
import { type HeldPeople, readHeldPeople } from '../../../lib/storage/held-people';
import { useIndexReader } from '../../hooks/use-index-reader';
import { useLiveRead } from '../../hooks/use-live-read';
import { usePanel } from '../PanelContext';
import { findPastAnswers, type PastAnswer } from './find-past-answers';

/** What was found for the customer’s last question. */
export type PastAnswersState =
  | Exclude<LastQuestion, { kind: 'question' }>
  | { kind: 'searching' }
  | { kind: 'found'; answers: readonly PastAnswer[]; people: HeldPeople }
  /** The database is not responding. */
  | { kind: 'failed' };

/** Changes to the index are processed after this long (ms): while it is built it changes all the time. */
const PAUSE_MS = 1_000;

/**
 * Finds how questions like the last one of the person on screen were answered, and keeps the result up to
 * date while it is wanted.
 */
export function usePastAnswers(replies: readonly Reply[], isWanted: boolean): PastAnswersState {
  const { contacts, screen } = usePanel().snapshot;
  const [contact] = contacts;
  const connectionId = contact?.connectionId;
  const conversationId =
    screen?.connectionId === connectionId ? screen?.context.conversationId : undefined;
  const newest = useLiveRead(
    {
      tables: [database.messages],
      // Other new messages leave the result, and so the search, as it is.
      read: async () => ({
        contact: `${connectionId}/${contact?.id}`,
        asked: lastQuestion(
          contact === undefined ? [] : await readNewestMessages(database, contact, conversationId),
        ),
      }),
    },
    [connectionId, contact?.id, conversationId],
  );
  // Until the messages of this person have been read, another person's question does not count.
  const asked = newest?.contact === `${connectionId}/${contact?.id}` ? newest.asked : undefined;
  const found = useSearch(isWanted ? asked : undefined, connectionId ?? '', replies);
  if (asked === undefined) return { kind: 'searching' };
  return asked.kind === 'question' ? found : asked;
}

function useSearch(
  asked: LastQuestion | undefined,
  connectionId: string,
  replies: readonly Reply[],
): PastAnswersState {
  const { reader, version } = useIndexReader(PAUSE_MS);
  const [found, setFound] = useState<{ asked: LastQuestion; state: PastAnswersState }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state of the index is a reason to search again
  useEffect(() => {
    if (reader === undefined || asked?.kind !== 'question') return;
    const ending = new AbortController();
    const { signal } = ending;
    const search = async (): Promise<PastAnswersState> => {
      const people = await readHeldPeople(database);
      const templates = await inTurns(indexOf(replies));
      signal.throwIfAborted();
      const wanted = { question: asked, connectionId, templates, personOf: people.personOf };
      const answers = await findPastAnswers(database, reader, wanted, signal);
      return { kind: 'found', answers, people };
    };
    void search()
      .catch((): PastAnswersState => ({ kind: 'failed' }))
      .then((state) => signal.aborted || setFound({ asked, state }));
    return () => ending.abort();
  }, [reader, version, asked, connectionId, replies]);
  return found !== undefined && found.asked === asked ? found.state : { kind: 'searching' };
}

function* indexOf(replies: readonly Reply[]): Generator<void, TemplateIndex> {
  const index = new TemplateIndex();
  for (const reply of replies) {
    index.add(reply);
    yield;
  }
  return index;
}
