import { t } from '@lingui/core/macro';
import { type ReactNode, useMemo } from 'react';
import type { Reply } from '../../lib/model/reply';
import { mergeTexts, textDifferences } from '../../lib/replies/compare-texts';
import { replyPartWords } from '../../lib/replies/reply-parts';
import { differentParts } from '../../lib/replies/same-reply';
import { formatExactTime } from '../../lib/text/format-time';
import { Button } from '../ui/Button';
import { inputStyle } from '../ui/FieldFrame';
import { MarkedText } from './MarkedText';
import { replyOf } from './reply-form-draft';
import type { ReplyForm } from './use-reply-form';

interface BothTextsProps {
  form: ReplyForm;
  theirs: Reply;
  place: string;
  /** The source keeps only shortcut and text. */
  isPlain: boolean;
  /** How to leave without a choice. */
  children: ReactNode;
}

/** Both texts side by side, and what somebody may choose to be there. */
export function BothTexts({ form, theirs, place, isPlain, children }: BothTextsProps) {
  const { draft } = form;
  // Kept with the draft: it took work, and must survive going back and closing the panel.
  const { combined: merged } = draft;
  const setMerged = (combined: string) => form.change({ combined });
  const both = useMemo(
    () => mergeTexts(draft.base?.body, draft.body, theirs.body),
    [draft.base, draft.body, theirs.body],
  );
  const [mine, others] = useMemo(
    () => textDifferences(draft.body, theirs.body),
    [draft.body, theirs.body],
  );
  const parts = replyPartWords(
    differentParts(replyOf(draft), theirs).filter((part) => !isPlain || part === 'shortcut'),
  );
  const savedAt = theirs.updatedAt === undefined ? undefined : formatExactTime(theirs.updatedAt);
  const own = { ...draft, id: theirs.id, base: theirs, combined: undefined };
  return (
    <>
      <p className="text-12 text-ink-soft">
        {parts === ''
          ? t`Nothing has been saved yet. Differences are marked.`
          : t`Nothing has been saved yet. Differences are marked. Also different: ${parts}.`}
      </p>
      <div className="grid gap-2 @[480px]:grid-cols-2">
        <MarkedText label={t`Yours`} pieces={mine} note={undefined} />
        <MarkedText
          label={t`In ${place} now`}
          pieces={others}
          note={savedAt === undefined ? undefined : t`Saved ${savedAt}`}
        />
      </div>
      {merged !== undefined && (
        <textarea
          aria-label={t`Combined text`}
          value={merged}
          rows={8}
          maxLength={40_000}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: it was opened to be written in
          autoFocus
          className={`${inputStyle} h-auto resize-y py-1.5`}
          onChange={(event) => setMerged(event.target.value)}
        />
      )}
      {merged !== undefined && both.isDoubled && (
        <p className="text-12 text-warn">{t`You both changed the same lines. Both versions are in this text, yours first: remove what you do not need.`}</p>
      )}
      <div className="flex flex-wrap gap-2">
        {merged !== undefined && (
          <>
            <Button
              variant="primary"
              disabled={form.isBusy || merged.trim() === ''}
              onClick={() => void form.decide({ save: { ...own, body: merged } })}
            >{t`Save this text`}</Button>
            <Button
              disabled={form.isBusy}
              onClick={() => {
                form.change({ id: theirs.id, base: theirs, body: merged, combined: undefined });
                form.compare(undefined);
              }}
            >{t`Continue in the form`}</Button>
          </>
        )}
        <Button
          variant={merged === undefined ? 'primary' : 'plain'}
          disabled={form.isBusy}
          onClick={() => void form.decide({ save: own })}
        >{t`Replace it with mine`}</Button>
        <Button
          disabled={form.isBusy}
          onClick={() => void form.decide('leave')}
        >{t`Keep theirs`}</Button>
        {merged === undefined && (
          <Button
            disabled={form.isBusy}
            onClick={() => setMerged(both.text)}
          >{t`Combine both`}</Button>
        )}
        {children}
      </div>
    </>
  );
}
