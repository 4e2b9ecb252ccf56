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
  /** Something was written that is not saved. */
  isChanged: boolean;
  change(change: Partial<ReplyDraft>): void;
  save(): Promise<void>;
}

interface DraftListeners {
  onSaved(draft: ReplyDraft): void;
  /** Told each change. */
  onChange?(draft: ReplyDraft): void;
}

/** Holds a draft, checks it and saves it in its source. */
export function useDraft(initial: ReplyDraft, { onSaved, onChange }: DraftListeners): DraftForm {
  const [draft, setDraft] = useState(initial);
  const [wasTried, setTried] = useState(false);
  const [conflict, setConflict] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const [isChanged, setChanged] = useState(false);
  const found = draftProblems(draft);
  const problems = wasTried ? found : {};
  const change = (part: Partial<ReplyDraft>) => {
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
    isChanged: isChanged || (draft.id === undefined && draft.body.trim() !== ''),
    change,
    save,
  };
}
