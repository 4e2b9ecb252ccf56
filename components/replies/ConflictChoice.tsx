import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Reply } from '../../lib/model/reply';
import { mergeTexts, textDifferences } from '../../lib/replies/compare-texts';
import { differentParts } from '../../lib/replies/same-reply';
import { platformOfSource, type SourceNames, sourceLabel } from '../../lib/replies/source-words';
import { formatExactTime } from '../../lib/text/format-time';
import { Button } from '../ui/Button';
import { inputStyle } from '../ui/FieldFrame';
import { MarkedText } from './MarkedText';
import { replyOf } from './reply-draft';
import type { ReplyConflict, ReplyForm } from './use-reply-form';

interface ConflictChoiceProps {
  form: ReplyForm;
  conflict: ReplyConflict;
  names: SourceNames;
}

/**
 * Shows what was written beside what stands in the source, and asks which of the two, or what made of
 * both, is to be there. Nothing is written before somebody has chosen.
 */
export function ConflictChoice({ form, conflict, names }: ConflictChoiceProps) {
  const id = useId();
  const { source } = form.draft;
  const place = sourceLabel(source, names);
  const isPlain = platformOfSource(source, names)?.capabilities.plainReplies === true;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
    title.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="@container col-span-full flex min-w-0 flex-col gap-3"
    >
      <h3
        ref={title}
        id={`${id}-title`}
        tabIndex={-1}
        className="font-semibold text-13 outline-none"
      >
        {titles[conflict.why](form.draft.shortcut || form.draft.title, place)}
      </h3>
      {conflict.theirs === undefined ? (
        <Gone form={form} place={place} />
      ) : (
        <BothTexts
          key={conflict.theirs.body}
          form={form}
          theirs={conflict.theirs}
          place={place}
          isPlain={isPlain}
        />
      )}
      <p role="alert" className="text-12 text-bad empty:hidden">
        {form.failure ?? form.problems.shortcut}
      </p>
    </section>
  );
}

const titles: Readonly<Record<ReplyConflict['why'], (name: string, place: string) => string>> = {
  changed: (name, place) => `Somebody changed “${name}” in ${place} since you opened it`,
  deleted: (name, place) => `“${name}” was deleted in ${place} since you opened it`,
  taken: (name, place) => `${place} has another response called “${name}” already`,
};

interface GoneProps {
  form: ReplyForm;
  place: string;
}

/** Only one's own text is left. */
function Gone({ form, place }: GoneProps) {
  const { base: _gone, id: _deleted, ...draft } = form.draft;
  return (
    <>
      <p className="text-12 text-ink-soft">Nothing was written. Your text is still here.</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={form.isBusy}
          onClick={() => void form.decide({ save: { ...draft, id: undefined } })}
        >
          Make it again in {place}
        </Button>
        <Button disabled={form.isBusy} onClick={() => void form.decide('leave')}>
          Leave it deleted
        </Button>
        <BackButton form={form} />
      </div>
    </>
  );
}

interface BothTextsProps {
  form: ReplyForm;
  theirs: Reply;
  place: string;
  /** The source keeps only shortcut and text. */
  isPlain: boolean;
}

function BothTexts({ form, theirs, place, isPlain }: BothTextsProps) {
  const { draft } = form;
  const [merged, setMerged] = useState<string>();
  const both = useMemo(
    () => mergeTexts(draft.base?.body, draft.body, theirs.body),
    [draft.base, draft.body, theirs.body],
  );
  const [mine, others] = useMemo(
    () => textDifferences(draft.body, theirs.body),
    [draft.body, theirs.body],
  );
  const parts = differentParts(replyOf(draft), theirs).filter(
    (part) => !isPlain || part === 'shortcut',
  );
  const own = { ...draft, id: theirs.id, base: theirs };
  return (
    <>
      <p className="text-12 text-ink-soft">
        Nothing was written yet. What only one of the two has is marked.
        {parts.length > 0 && ` Also different: ${parts.join(', ')}.`}
      </p>
      <div className="grid gap-2 @[480px]:grid-cols-2">
        <MarkedText label="Yours" pieces={mine} note={undefined} />
        <MarkedText
          label={`In ${place} now`}
          pieces={others}
          note={
            theirs.updatedAt === undefined
              ? undefined
              : `Saved ${formatExactTime(theirs.updatedAt)}`
          }
        />
      </div>
      {merged !== undefined && (
        <textarea
          aria-label="One text made from both"
          value={merged}
          rows={8}
          maxLength={40_000}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: it was asked for to be written in
          autoFocus
          className={`${inputStyle} h-auto resize-y py-1.5`}
          onChange={(event) => setMerged(event.target.value)}
        />
      )}
      {merged !== undefined && both.isDoubled && (
        <p className="text-12 text-warn">
          Both changed the same lines: each one’s are in it, yours first. Take out what is too much.
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {merged === undefined ? (
          <>
            <Button
              variant="primary"
              disabled={form.isBusy}
              onClick={() => void form.decide({ save: own })}
            >
              Replace it with mine
            </Button>
            <Button disabled={form.isBusy} onClick={() => void form.decide('leave')}>
              Keep theirs
            </Button>
            <Button disabled={form.isBusy} onClick={() => setMerged(both.text)}>
              Make one from both
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="primary"
              disabled={form.isBusy || merged.trim() === ''}
              onClick={() => void form.decide({ save: { ...own, body: merged } })}
            >
              Save this text
            </Button>
            <Button
              disabled={form.isBusy}
              onClick={() => {
                form.change({ id: theirs.id, base: theirs, body: merged });
                form.compare(undefined);
              }}
            >
              Go on in the form
            </Button>
          </>
        )}
        <BackButton form={form} />
      </div>
    </>
  );
}

function BackButton({ form }: { form: ReplyForm }) {
  return (
    <Button disabled={form.isBusy} onClick={() => form.compare(undefined)}>
      Back to writing
    </Button>
  );
}
