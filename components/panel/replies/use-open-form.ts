import { t } from '@lingui/core/macro';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { usePanelView } from '../view-store';
import { useReplyDrafts } from './reply-drafts';

/** Opens the form of a response; if another one is being written, the form keeps that one and says so. */
export function useOpenForm(): (draft: ReplyFormDraft) => void {
  const open = useReplyDrafts((form) => form.open);
  const kept = useReplyDrafts((form) => (form.isWritten ? form.draft : undefined));
  const requests = usePanelView((view) => view.replyRequests);
  const say = usePanelView((view) => view.say);
  return (draft) => {
    if (kept !== undefined && kept !== draft) {
      const { title } = kept;
      say(
        title === ''
          ? t`A new response is not saved yet. Save or cancel it first.`
          : t`“${title}” is not saved yet. Save or cancel it first.`,
      );
    }
    open(draft, requests);
  };
}
