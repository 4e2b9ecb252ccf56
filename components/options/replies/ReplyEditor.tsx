import { t } from '@lingui/core/macro';
import { lazy, Suspense, useId, useState } from 'react';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { sourceLabel } from '../../../lib/replies/source-words';
import { FormNotices, LazyConflictChoice } from '../../replies/FormNotices';
import { LossNotice } from '../../replies/LossNotice';
import { ReplyFields } from '../../replies/ReplyFields';
import { SourceSelect } from '../../replies/SourceSelect';
import { type ReplyConflict, type ReplyForm, useReplyForm } from '../../replies/use-reply-form';
import { Button } from '../../ui/Button';
import { AudienceFields } from './AudienceFields';
import { ReplyPreview } from './ReplyPreview';
import type { ManagedLibrary } from './use-managed-library';
import { VariantFields } from './VariantFields';

interface ReplyEditorProps {
  initial: ReplyFormDraft;
  /** The conflict that was met when it was to be saved without a form. */
  met: ReplyConflict | undefined;
  library: ManagedLibrary;
  /** Called at each change. */
  onChange(draft: ReplyFormDraft): void;
  onClose(): void;
}

/** The form for one response, with a preview of what it becomes beside it. */
export function ReplyEditor({ initial, met, library, onChange, onClose }: ReplyEditorProps) {
  const id = useId();
  const name = initial.title || initial.shortcut;
  const place = sourceLabel(initial.source, library);
  const form = useReplyForm(
    initial,
    {
      onChange,
      onSaved: (draft, isOpen) => {
        const savedIn = sourceLabel(draft.source, library);
        library.say(t`Saved in ${savedIn}.`);
        if (isOpen) onClose();
      },
      onLeft: () => {
        library.say(t`Nothing was changed in ${place}.`);
        onClose();
      },
    },
    met,
  );
  const isNew = initial.id === undefined;
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="grid gap-5 rounded-lg border border-line-strong bg-sunken p-4 md:grid-cols-[3fr_2fr]"
      onSubmit={(event) => {
        event.preventDefault();
        void form.save();
      }}
      onKeyDown={(event) => {
        // What was written is discarded only by “Cancel”.
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        if (form.isChanged || form.isBusy) return;
        event.preventDefault();
        onClose();
      }}
    >
      {form.conflict === undefined ? (
        <div className="flex min-w-0 flex-col gap-3">
          <h3 id={`${id}-title`} className="font-semibold text-13">
            {isNew ? t`New response` : t`Edit “${name}” in ${place}`}
          </h3>
          <ReplyFields form={form} rows={9} replies={library.replies} names={library} />
          {isNew && (
            <SourceSelect
              id={`${id}-source`}
              value={form.draft.source}
              sources={library.sources}
              names={library}
              onChange={(source) => form.change({ source })}
            />
          )}
          <AudienceFields form={form} platforms={library.platforms} />
          <VariantFields form={form} />
          <LossNotice draft={form.draft} names={library} />
          <EarlierTexts form={form} />
          <FormNotices form={form} names={library} />
          <div className="flex gap-2">
            <Button variant="primary" type="submit" className="min-h-8 px-3" disabled={form.isBusy}>
              {form.isBusy ? t`Saving…` : t`Save response`}
            </Button>
            <Button className="min-h-8 px-3" disabled={form.isBusy} onClick={onClose}>
              {t`Cancel`}
            </Button>
          </div>
        </div>
      ) : (
        <Suspense>
          <LazyConflictChoice form={form} conflict={form.conflict} names={library} />
        </Suspense>
      )}
      {form.conflict === undefined && (
        <ReplyPreview
          body={form.draft.body}
          asWritten={form.draft.asWritten}
          platforms={library.platforms}
        />
      )}
    </form>
  );
}

const LazyReplyVersions = lazy(async () => ({
  default: (await import('./ReplyVersions')).ReplyVersions,
}));

/** What the response said before, read when somebody wants to see it. */
function EarlierTexts({ form }: { form: ReplyForm }) {
  const { base } = form.draft;
  const [isOpen, setOpen] = useState(false);
  if (base === undefined) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <button
        type="button"
        aria-expanded={isOpen}
        className="rounded-sm text-12 text-accent underline"
        onClick={() => setOpen(!isOpen)}
      >{t`Earlier texts`}</button>
      {isOpen && (
        <Suspense>
          <LazyReplyVersions base={base} form={form} />
        </Suspense>
      )}
    </div>
  );
}
