import { t } from '@lingui/core/macro';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { Person } from '../../../lib/identity/person';
import { replyCommands } from '../../../lib/messaging/reply-commands';
import { draftSubject } from '../../../lib/model/draft-subject';
import type { ContactKey } from '../../../lib/model/ids';
import { lengthLimit } from '../../../lib/replies/channel-limit';
import type { Composed } from '../../../lib/replies/compose-reply';
import { composerTarget } from '../../../lib/replies/composer-words';
import { logicWords } from '../../../lib/replies/logic-words';
import { database } from '../../../lib/storage/database';
import { readLastMessage } from '../../../lib/storage/reply-queries';
import { useLiveRead } from '../../hooks/use-live-read';
import { useSettings } from '../../hooks/use-settings';
import type { Library } from '../../replies/use-library';
import { Button } from '../../ui/Button';
import { usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { sendFromPanel } from '../send-from-panel';
import { usePanelView } from '../view-store';
import { FillView } from './FillView';
import { FindView } from './FindView';
import { InsertionNotice } from './InsertionNotice';
import { useInsertion } from './use-insertion';
import { type Doubt, type ReplyFlow, useReplyFlow } from './use-reply-flow';
import { useReplySearch } from './use-reply-search';
import { useReplyText, useReplyValues } from './use-reply-values';

const LazyPastAnswers = lazy(async () => ({
  default: (await import('../past-answers/PastAnswers')).PastAnswers,
}));

interface ReplyPickerProps {
  person: Person | undefined;
  library: Library;
}

/** The canned responses beside one conversation. */
export function ReplyPicker({ person, library }: ReplyPickerProps) {
  const { windowId, snapshot } = usePanel();
  const { platforms } = usePlatformIndex();
  const chooseTab = usePanelView((view) => view.chooseTab);
  const context = snapshot.screen?.context;
  const platform = platforms.get(context?.platform ?? '');
  const platformLabel = platform?.label ?? t`The helpdesk`;
  const target = composerTarget(context, platformLabel);
  const insertion = useInsertion(
    {
      windowId,
      tabId: snapshot.screen?.tabId ?? snapshot.tabId ?? -1,
      subject: snapshot.screen?.subject ?? '',
      conversationId: context?.conversationId,
    },
    platformLabel,
  );
  const subject = snapshot.screen === undefined ? '' : draftSubject(snapshot.screen);
  const { valuesIn, foreign, whose, channel } = useReplyValues(person);
  const language = person?.language;
  const textOf = useReplyText(valuesIn, language, platform?.capabilities.worksOutLiquid === true);
  const lastMessage = useLastMessage(snapshot.contacts[0]);
  const search = useReplySearch(library, {
    platform: context?.platform,
    language,
    mode: target.kind === 'open' ? target.mode : undefined,
    lastMessage,
  });
  const connectionId = snapshot.screen?.connectionId ?? '';
  const arePastAnswersOn = useSettings()?.pastAnswers === true;
  const logicOf = (logic: Composed['logic']) => logicWords(logic, platform, platforms.values());
  const flow = useReplyFlow({ target, textOf, logicOf, insertion, subject, connectionId });
  const limits = platform?.capabilities.replyLimits ?? [];
  const limit = lengthLimit(context, channel, limits);
  const shared = { flow, target, whose, foreign, limit, logicOf };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <InsertionNotice insertion={insertion} platformLabel={platformLabel} />
      {flow.step.kind === 'find' && (
        <FindView
          {...shared}
          library={library}
          search={search}
          textOf={textOf}
          onLeave={() => chooseTab('history')}
          onRefresh={() => sendFromPanel(replyCommands, 'replies.refresh', { olderThanMs: 0 })}
        >
          {arePastAnswersOn && (
            <Suspense>
              <LazyPastAnswers library={library} flow={flow} textOf={textOf} />
            </Suspense>
          )}
        </FindView>
      )}
      {flow.step.kind === 'fill' && (
        <FillView
          {...shared}
          step={flow.step}
          connectionId={connectionId}
          template={textOf(flow.step.reply)}
        />
      )}
      <DoubtBox flow={flow} />
    </div>
  );
}

/** Asks before inserting a text where it may not belong. */
function DoubtBox({ flow }: { flow: ReplyFlow }) {
  return flow.doubt === undefined ? null : <OpenDoubt doubt={flow.doubt} flow={flow} />;
}

function OpenDoubt({ doubt, flow }: { doubt: Doubt; flow: ReplyFlow }) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      // Who already types elsewhere stays there.
      const isFocusLost = document.activeElement === document.body;
      if (isFocusLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  const isNote = doubt.insertable.mode === 'note';
  return (
    <div
      role="alertdialog"
      aria-label={doubt.title}
      className="appear flex shrink-0 flex-col gap-2 border-line border-t bg-bad-soft px-3 py-2"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        flow.disagree();
      }}
    >
      <p className="text-pretty text-12">{doubt.question}</p>
      <div className="flex justify-end gap-2">
        <Button onClick={flow.agree}>
          {isNote ? t`Insert into the note` : t`Insert into the reply`}
        </Button>
        {/* Enter gives the safe answer. */}
        <Button autoFocus variant="primary" onClick={flow.disagree}>{t`Don’t insert`}</Button>
      </div>
    </div>
  );
}

/** The customer's last message to the contact on screen; empty where nothing is stored. */
function useLastMessage(contact: ContactKey | undefined): string {
  const text = useLiveRead(
    {
      tables: [database.messages],
      read: async () => (contact === undefined ? '' : readLastMessage(database, contact)),
    },
    [contact?.connectionId, contact?.id],
  );
  return text ?? '';
}
