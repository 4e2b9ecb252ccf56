import Dexie from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import CircleCheck from 'lucide-react/icons/circle-check';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import type { Person } from '../../../lib/identity/person';
import type { ContactKey } from '../../../lib/model/ids';
import { lengthLimit } from '../../../lib/replies/channel-limit';
import { composerTarget } from '../../../lib/replies/composer-words';
import { outcomeWords } from '../../../lib/replies/insertion-outcome-words';
import { database } from '../../../lib/storage/database';
import type { PanelSnapshot } from '../../../lib/storage/panel-snapshot';
import type { Library } from '../../replies/use-library';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { usePlatformIndex } from '../platform-index';
import { usePanelCommand } from '../use-panel-command';
import { usePanelView } from '../view-store';
import { FillView } from './FillView';
import { FindView } from './FindView';
import { type ComposerInsertion, useInsertion } from './use-insertion';
import { type Doubt, type ReplyFlow, useReplyFlow } from './use-reply-flow';
import { useReplySearch } from './use-reply-search';
import { useReplyText, useReplyValues } from './use-reply-values';

interface ReplyPickerProps {
  frame: PanelSnapshot;
  windowId: number;
  person: Person | undefined;
  library: Library;
}

/** The canned responses beside one conversation. */
export function ReplyPicker({ frame, windowId, person, library }: ReplyPickerProps) {
  const { platforms } = usePlatformIndex();
  const chooseTab = usePanelView((view) => view.chooseTab);
  const send = usePanelCommand();
  const context = frame.screen?.context;
  const platformLabel = platforms.get(context?.platform ?? '')?.label ?? 'The helpdesk';
  const target = composerTarget(context, platformLabel);
  const subject = frame.screen?.subject ?? '';
  const insertion = useInsertion(windowId, subject);
  const { valuesIn, whose, channel } = useReplyValues(frame, person);
  const language = person?.language;
  const textOf = useReplyText(valuesIn, language);
  const lastMessage = useLastMessage(frame.contacts[0]);
  const search = useReplySearch(library, {
    platform: context?.platform,
    language,
    mode: target.kind === 'open' ? target.mode : undefined,
    lastMessage,
  });
  const connectionId = frame.screen?.connectionId ?? '';
  const flow = useReplyFlow({ target, textOf, insertion, subject, connectionId });
  const limits = platforms.get(context?.platform ?? '')?.capabilities.replyLimits ?? [];
  const limit = lengthLimit(context, channel, limits);
  const shared = { flow, target, whose, limit };
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
          onRefresh={() => send('replies.refresh', { force: true })}
        />
      )}
      {flow.step.kind === 'fill' && (
        <FillView
          {...shared}
          step={flow.step}
          connectionId={connectionId}
          values={textOf(flow.step.reply).values}
        />
      )}
      <DoubtBox flow={flow} />
    </div>
  );
}

/** Asks before a text goes where it may not belong. */
function DoubtBox({ flow }: { flow: ReplyFlow }) {
  return flow.doubt === undefined ? null : <OpenDoubt doubt={flow.doubt} flow={flow} />;
}

function OpenDoubt({ doubt, flow }: { doubt: Doubt; flow: ReplyFlow }) {
  const [before] = useState(() => document.activeElement);
  useEffect(() => {
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [before]);
  const isNote = doubt.insertable.mode === 'note';
  return (
    <div
      role="alertdialog"
      aria-label="Is this the right place?"
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
          {isNote ? 'Insert into the note' : 'Insert into the reply'}
        </Button>
        {/* The safe answer is the one that Enter gives. */}
        <Button autoFocus variant="primary" onClick={flow.disagree}>
          Do not insert
        </Button>
      </div>
    </div>
  );
}

interface InsertionNoticeProps {
  insertion: ComposerInsertion;
  platformLabel: string;
}

const toneStyles = {
  good: 'bg-accent-soft',
  warn: 'bg-sunken',
  bad: 'bg-bad-soft',
} as const;

/** What the last insertion came to, with the way back. */
function InsertionNotice({ insertion, platformLabel }: InsertionNoticeProps) {
  const words = insertionWords(insertion, platformLabel);
  const { state } = insertion;
  const canUndo =
    state.kind === 'told' && state.outcome.kind === 'inserted' && state.outcome.canUndo;
  const Icon = words?.tone === 'good' ? CircleCheck : TriangleAlert;
  return (
    <div role="status">
      {words !== undefined && (
        <div
          className={`appear flex items-start gap-1.5 px-3 py-1.5 text-12 ${toneStyles[words.tone]}`}
        >
          <Icon
            size={14}
            aria-hidden
            className={`mt-px shrink-0 ${words.tone === 'good' ? 'text-good' : 'text-warn'}`}
          />
          <p className="min-w-0 flex-1 text-pretty wrap-anywhere">
            {words.what} {words.next}
          </p>
          {canUndo && (
            <Button className="-my-0.5 h-6 shrink-0" onClick={() => void insertion.undo()}>
              <Undo2 size={12} aria-hidden /> Undo
            </Button>
          )}
          <IconButton
            icon={X}
            label="Dismiss"
            className="-my-1 -mr-1.5"
            onClick={insertion.dismiss}
          />
        </div>
      )}
    </div>
  );
}

function insertionWords({ state }: ComposerInsertion, platformLabel: string) {
  if (state.kind === 'told') {
    return outcomeWords(state.outcome, { platformLabel, onClipboard: state.onClipboard });
  }
  if (state.kind !== 'undone') return undefined;
  return {
    tone: 'good',
    what: 'Taken back: the composer holds what it held before.',
    next: '',
  } as const;
}

/** What the customer wrote last to the contact on screen; empty where nothing is held. */
function useLastMessage(contact: ContactKey | undefined): string {
  const text = useLiveQuery(async () => {
    if (contact === undefined) return '';
    const { connectionId, id } = contact;
    const last = await database.messages
      .where('[connectionId+contactId+sentAt]')
      .between([connectionId, id, Dexie.minKey], [connectionId, id, Dexie.maxKey])
      .reverse()
      .filter((message) => message.direction === 'in' && message.text.trim() !== '')
      .first();
    return last?.text ?? '';
  }, [contact?.connectionId, contact?.id]);
  return text ?? '';
}
