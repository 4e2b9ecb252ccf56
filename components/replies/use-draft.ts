import { useState } from 'react';
import { type DraftProblems, draftProblems, type ReplyDraft } from './draft';
import { saveReply } from './save-reply';

/** A form for one canned response. */
export interface DraftForm {
  draft: ReplyDraft;
  /** Told after the first try to save. */
  problems: DraftProblems;
  /** Why the source did not take it. */
  failure: string | undefined;
  isBusy: boolean;
  change(change: Partial<ReplyDraft>): void;
  save(): Promise<void>;
}

/** Holds a draft, checks it and saves it in its source; `onSaved` is told the draft. */
export function useDraft(initial: ReplyDraft, onSaved: (draft: ReplyDraft) => void): DraftForm {
  const [draft, setDraft] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const [conflict, setConflict] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const found = draftProblems(draft);
  const problems = wasTried ? found : {};
  const change = (part: Partial<ReplyDraft>) => {
    if (part.shortcut !== undefined || part.source !== undefined) setConflict(undefined);
    setFailure(undefined);
    setDraft((before) => ({ ...before, ...part }));
  };
  const save = async () => {
    setTried(true);
    setFailure(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const answer = await saveReply(draft);
    setBusy(false);
    if (answer.kind === 'ok') onSaved(draft);
    else if (answer.conflict === true) setConflict(answer.message);
    else setFailure(answer.message);
  };
  return {
    draft,
    problems: conflict === undefined ? problems : { ...problems, shortcut: conflict },
    failure,
    isBusy,
    change,
    save,
  };
}
