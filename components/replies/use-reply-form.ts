import { useState } from 'react';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { submitReply } from './reply-commands';
import { draftProblems, type ReplyDraftProblems } from './reply-draft';

/** A form for one canned response. */
export interface ReplyForm {
  draft: ReplyFormDraft;
  /** Empty until the first try to save. */
  problems: ReplyDraftProblems;
  /** Why the source did not take it. */
  failure: string | undefined;
  isBusy: boolean;
  /** Something was written that is not saved. */
  isChanged: boolean;
  change(change: Partial<ReplyFormDraft>): void;
  save(): Promise<void>;
}

interface ReplyFormListeners {
  onSaved(draft: ReplyFormDraft): void;
  /** Called at each change. */
  onChange?(draft: ReplyFormDraft): void;
}

/** Holds a draft, checks it and saves it in its source. */
export function useReplyForm(
  initial: ReplyFormDraft,
  { onSaved, onChange }: ReplyFormListeners,
): ReplyForm {
  const [draft, setDraft] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const [conflict, setConflict] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const found = draftProblems(draft);
  const problems = wasTried ? found : {};
  const change = (part: Partial<ReplyFormDraft>) => {
    if (part.shortcut !== undefined || part.source !== undefined) setConflict(undefined);
    setFailure(undefined);
    const next = { ...draft, ...part };
    setDraft(next);
    onChange?.(next);
    setChanged(true);
  };
  const save = async () => {
    setTried(true);
    setFailure(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await submitReply(draft);
    setBusy(false);
    if (answer.kind === 'ok') onSaved(draft);
    else if (answer.kind === 'failed' && answer.conflict === true) setConflict(answer.message);
    else setFailure(answer.message);
  };
  return {
    draft,
    problems: conflict === undefined ? problems : { ...problems, shortcut: conflict },
    failure,
    isBusy,
    isChanged: isChanged || (draft.id === undefined && draft.body.trim() !== ''),
    change,
    save,
  };
}
