import { useState } from 'react';
import type { ReplyAnswer } from '../../lib/messaging/reply-commands';
import type { ReplyFormDraft } from '../../lib/model/reply-draft';
import { isSameReply } from '../../lib/replies/same-reply';
import { database } from '../../lib/storage/database';
import { useIsMounted } from '../hooks/use-is-mounted';
import { useLiveRead } from '../hooks/use-live-read';
import { submitReply, tellSeen } from './reply-actions';
import { draftOf, draftProblems, isUntouched, type ReplyDraftProblems } from './reply-form-draft';
import { useFreshReplies } from './use-fresh-replies';

/** What the source has instead of the text that the form was opened with. */
export type ReplyConflict = Omit<Extract<ReplyAnswer, { kind: 'conflict' }>, 'kind' | 'message'>;

/** How somebody settles a conflict: with a draft that is saved, or by leaving things as they are. */
export type ConflictDecision = { save: ReplyFormDraft } | 'leave';

/** A form for one canned response. */
export interface ReplyForm {
  draft: ReplyFormDraft;
  /** Empty until the first try to save. */
  problems: ReplyDraftProblems;
  /** Why the source did not take it. */
  failure: string | undefined;
  isBusy: boolean;
  /** Something was written that has not been saved. */
  isChanged: boolean;
  /** Grows with each try to save that failed, so that the reason can be brought into view. */
  refusals: number;
  /** Both texts have to be compared; absent while there is only one. */
  conflict: ReplyConflict | undefined;
  /** What somebody else has done to the response while this form is open. */
  news: ReplyConflict | undefined;
  change(change: Partial<ReplyFormDraft>): void;
  save(): Promise<void>;
  /** Shows both texts, before anything is saved; `undefined` goes back to writing. */
  compare(conflict: ReplyConflict | undefined): void;
  decide(decision: ConflictDecision): Promise<void>;
}

interface ReplyFormListeners {
  /** `isOpen`: the form is still there; where it is not, nothing else must be closed in its place. */
  onSaved(draft: ReplyFormDraft, isOpen: boolean): void;
  /** Somebody chose the text in the source. */
  onLeft(): void;
  /** Called at each change. */
  onChange?(draft: ReplyFormDraft): void;
}

/** How often (ms) an open form checks whether a colleague saved the same response. */
const lookEvery = 20_000;

/**
 * Keeps a draft, checks it and saves it in its source; reports when somebody else changes it there.
 * `met` is the conflict that was met when it was to be saved before there was a form.
 */
export function useReplyForm(
  initial: ReplyFormDraft,
  { onSaved, onLeft, onChange }: ReplyFormListeners,
  met?: ReplyConflict,
): ReplyForm {
  const [written, setDraft] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const [taken, setTaken] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [conflict, setConflict] = useState(met);
  const [refusals, setRefusals] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const isOpen = useIsMounted();
  const [isChanged, setChanged] = useState(false);
  useFreshReplies({ source: initial.source, every: lookEvery });
  const news = useNews(written);
  // Where nothing was written yet, the form changes the text that is there now.
  const isFollowing = news?.theirs !== undefined && isUntouched(written);
  const draft = isFollowing && news.theirs !== undefined ? draftOf(news.theirs) : written;
  const found = draftProblems(draft);
  const problems = wasTried ? found : {};
  const change = (part: Partial<ReplyFormDraft>) => {
    // The form closes when it is saved, and what was written meanwhile would be lost.
    if (isBusy) return;
    if (part.shortcut !== undefined || part.source !== undefined) setTaken(undefined);
    setFailure(undefined);
    const next = { ...draft, ...part };
    setDraft(next);
    onChange?.(next);
    setChanged(true);
  };
  const submit = async (submitted: ReplyFormDraft) => {
    setBusy(true);
    const answer = await submitReply(submitted);
    setBusy(false);
    if (answer.kind === 'ok') return onSaved(submitted, isOpen.current);
    if (answer.kind === 'conflict') return setConflict(answer);
    setConflict(undefined);
    if (answer.conflict === true) setTaken(answer.message);
    else setFailure(answer.message);
    setRefusals((count) => count + 1);
  };
  const save = async () => {
    // The keys that save may be held down, and each time would make a response of its own.
    if (isBusy) return;
    setTried(true);
    setFailure(undefined);
    if (Object.keys(found).length > 0) return setRefusals((count) => count + 1);
    await submit(draft);
  };
  const decide = async (decision: ConflictDecision) => {
    if (decision === 'leave') {
      const id = conflict?.theirs?.id ?? draft.id;
      if (id !== undefined) tellSeen({ source: draft.source, id });
      return onLeft();
    }
    setDraft(decision.save);
    onChange?.(decision.save);
    setChanged(true);
    await submit(decision.save);
  };
  return {
    draft,
    problems: taken === undefined ? problems : { ...problems, shortcut: taken },
    failure,
    isBusy,
    isChanged: isChanged || (draft.id === undefined && draft.body.trim() !== ''),
    refusals,
    conflict,
    news: isFollowing || isBusy ? undefined : news,
    change,
    save,
    compare: setConflict,
    decide,
  };
}

/** What the source has now, where that is not what the form was opened with. */
function useNews({ source, id = '', base }: ReplyFormDraft): ReplyConflict | undefined {
  const stored = useLiveRead(
    {
      tables: [database.replies],
      read: async () => ({ now: id === '' ? undefined : await database.replies.get([source, id]) }),
    },
    [source, id],
  );
  if (base === undefined || stored === undefined) return undefined;
  const { now } = stored;
  if (now === undefined || now.deletedAt !== undefined) return { why: 'deleted' };
  return isSameReply(now, base) ? undefined : { why: 'changed', theirs: now };
}
