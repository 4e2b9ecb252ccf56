import { t } from '@lingui/core/macro';
import { useEffect, useId, useRef } from 'react';
import { platformOfSource, type SourceNames, sourceLabel } from '../../lib/replies/source-words';
import { Button } from '../ui/Button';
import { BothTexts } from './BothTexts';
import type { ReplyConflict, ReplyForm } from './use-reply-form';

interface ConflictChoiceProps {
  form: ReplyForm;
  conflict: ReplyConflict;
  names: SourceNames;
}

/**
 * Shows what was written beside what the source has now, and asks which of the two, or what mixture of
 * both, is to be kept. Nothing is saved before somebody has chosen.
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
        {titleOf(conflict.why, form.draft.shortcut || form.draft.title, place)}
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
        >
          <BackButton form={form} />
        </BothTexts>
      )}
      <p role="alert" className="text-12 text-bad empty:hidden">
        {form.failure ?? form.problems.shortcut}
      </p>
    </section>
  );
}

function titleOf(why: ReplyConflict['why'], name: string, place: string): string {
  switch (why) {
    case 'changed':
      return t`“${name}” was changed in ${place} since you opened it`;
    case 'deleted':
      return t`“${name}” was deleted in ${place} since you opened it`;
    case 'taken':
      return t`${place} already has another response called “${name}”`;
  }
}

interface GoneProps {
  form: ReplyForm;
  place: string;
}

/** The response is gone from the source: only one's own text is left. */
function Gone({ form, place }: GoneProps) {
  const { base: _gone, id: _deleted, ...draft } = form.draft;
  return (
    <>
      <p className="text-12 text-ink-soft">{t`Nothing was saved. Your text is still here.`}</p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          disabled={form.isBusy}
          onClick={() => void form.decide({ save: { ...draft, id: undefined } })}
        >{t`Create it again in ${place}`}</Button>
        <Button
          disabled={form.isBusy}
          onClick={() => void form.decide('leave')}
        >{t`Leave it deleted`}</Button>
        <BackButton form={form} />
      </div>
    </>
  );
}

function BackButton({ form }: { form: ReplyForm }) {
  return (
    <Button
      disabled={form.isBusy}
      onClick={() => form.compare(undefined)}
    >{t`Back to editing`}</Button>
  );
}
