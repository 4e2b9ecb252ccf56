import { t } from '@lingui/core/macro';
import { type KeyboardEvent, Suspense, useEffect, useId, useRef } from 'react';
import type { Person } from '../../../lib/identity/person';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import type { ScreenRow } from '../../../lib/model/screen';
import { sourceLabel } from '../../../lib/replies/source-words';
import { FormNotices, LazyConflictChoice } from '../../replies/FormNotices';
import { LossNotice } from '../../replies/LossNotice';
import { ReplyFields } from '../../replies/ReplyFields';
import { SourceSelect } from '../../replies/SourceSelect';
import { useFreshReplies } from '../../replies/use-fresh-replies';
import { type Library, useLibrary } from '../../replies/use-library';
import { useReplyForm } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { usePanel } from '../PanelContext';
import { usePlatformIndex } from '../platform-index';
import { usePanelView } from '../view-store';
import { ReplyPicker } from './ReplyPicker';
import { useReplyDrafts } from './reply-drafts';

interface RepliesTabProps {
  /** Absent while it is not known who this is. */
  person: Person | undefined;
}

/** Canned responses: find one and put it into the composer. */
export function RepliesTab({ person }: RepliesTabProps) {
  const { screen } = usePanel().snapshot;
  const library = useLibrary();
  useFreshReplies();
  const { draft, openedAt, keep, isRead, read } = useReplyDrafts();
  useEffect(() => void read(), [read]);
  const place = usePlaceNumber(screen);
  const requests = usePanelView((view) => view.replyRequests);
  // The form begins with the stored draft, and then keeps its own state.
  const initial = useRef(draft);
  if (draft === undefined || openedAt !== requests) initial.current = undefined;
  else initial.current ??= draft;
  if (library === undefined || !isRead) return null;
  if (initial.current !== undefined) {
    return (
      <NewResponse
        initial={initial.current}
        library={library}
        onChange={keep}
        onClose={() => keep(undefined)}
      />
    );
  }
  // The picker starts afresh for another conversation.
  return <ReplyPicker key={place} person={person} library={library} />;
}

/**
 * Another number whenever the tab in front is another one, or turns to another person or conversation; the same
 * one when a page only says later which of the person's conversations it shows.
 */
function usePlaceNumber(screen: ScreenRow | undefined): number {
  const whose = screen?.anchor ?? screen?.subject;
  const tabId = screen?.tabId;
  const conversationId = screen?.context.conversationId;
  const last = useRef({ whose, tabId, conversationId, number: 0 });
  const { number, ...before } = last.current;
  const isSame =
    before.whose === whose &&
    before.tabId === tabId &&
    (before.conversationId ?? conversationId) === conversationId;
  last.current = { whose, tabId, conversationId, number: isSame ? number : number + 1 };
  return last.current.number;
}

interface NewResponseProps {
  initial: ReplyFormDraft;
  library: Library;
  onChange(draft: ReplyFormDraft): void;
  onClose(): void;
}

/** A small form that makes a canned response, or changes one. */
function NewResponse({ initial, library, onChange, onClose }: NewResponseProps) {
  const id = useId();
  const platformIndex = usePlatformIndex();
  const say = usePanelView((view) => view.say);
  const isWritten = useReplyDrafts((kept) => kept.isWritten);
  const form = useReplyForm(initial, {
    onChange,
    onSaved: (draft, isOpen) => {
      const place = sourceLabel(draft.source, platformIndex);
      say(t`Saved in ${place}.`);
      // A form that was left and opened again may hold more than was saved.
      if (isOpen || useReplyDrafts.getState().draft === draft) onClose();
    },
    onLeft: () => {
      const place = sourceLabel(initial.source, platformIndex);
      say(t`Nothing was changed in ${place}.`);
      onClose();
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    // A written draft is discarded only by “Cancel”.
    if (event.key === 'Escape' && !form.isChanged && !isWritten && !form.isBusy) {
      event.preventDefault();
      onClose();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void form.save();
    }
  };
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto p-3">
        <h2 id={`${id}-title`} className="font-semibold text-13">
          {initial.id === undefined ? t`New response` : t`Change response`}
        </h2>
        {form.conflict !== undefined && (
          <Suspense>
            <LazyConflictChoice form={form} conflict={form.conflict} names={platformIndex} />
          </Suspense>
        )}
        {form.conflict === undefined && (
          <>
            <ReplyFields form={form} rows={5} replies={library.replies} names={platformIndex} />
            {initial.id === undefined && (
              <SourceSelect
                id={`${id}-source`}
                value={form.draft.source}
                sources={library.sources}
                names={platformIndex}
                onChange={(source) => form.change({ source })}
              />
            )}
            <LossNotice draft={form.draft} names={platformIndex} />
            <FormNotices form={form} names={platformIndex} />
          </>
        )}
      </div>
      {form.conflict === undefined && (
        <div className="flex shrink-0 justify-end gap-2 border-line border-t px-3 py-2">
          <Button disabled={form.isBusy} onClick={onClose}>{t`Cancel`}</Button>
          <Button
            variant="primary"
            type="submit"
            disabled={form.isBusy}
            title={t`Save (Ctrl+Enter)`}
          >
            {form.isBusy ? t`Saving…` : t`Save`}
          </Button>
        </div>
      )}
    </form>
  );
}
