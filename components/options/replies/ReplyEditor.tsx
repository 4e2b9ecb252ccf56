import { useId, useMemo } from 'react';
import type { ReplyFormDraft } from '../../../lib/model/reply-draft';
import { composeText, type ReplyTemplate } from '../../../lib/replies/compose-reply';
import {
  questionsOf,
  type ReplyQuestion,
  type VariableValues,
} from '../../../lib/replies/fill-variables';
import { logicWords } from '../../../lib/replies/logic-words';
import { backslashWords } from '../../../lib/replies/lost-parts';
import type { TemplateLogic } from '../../../lib/replies/parse-template';
import { sourceLabel } from '../../../lib/replies/source-words';
import { variableValues } from '../../../lib/replies/variable-values';
import { LossNotice } from '../../replies/LossNotice';
import { ReplyFields } from '../../replies/ReplyFields';
import { SourceSelect } from '../../replies/SourceSelect';
import { useReplyForm } from '../../replies/use-reply-form';
import { ComposedTextView } from '../../text/ComposedTextView';
import { Button } from '../../ui/Button';
import { AudienceFields } from './AudienceFields';
import type { ManagedLibrary } from './use-managed-library';
import { VariantFields } from './VariantFields';

interface ReplyEditorProps {
  initial: ReplyFormDraft;
  library: ManagedLibrary;
  onClose(): void;
}

/** The form for one response, with a preview of what it becomes beside it. */
export function ReplyEditor({ initial, library, onClose }: ReplyEditorProps) {
  const id = useId();
  const form = useReplyForm(initial, {
    onSaved: (draft) => {
      library.say(`Saved in ${sourceLabel(draft.source, library)}.`);
      onClose();
    },
  });
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
        // What was written goes only by “Cancel”.
        if (event.key !== 'Escape' || form.isChanged) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className="flex min-w-0 flex-col gap-3">
        <h3 id={`${id}-title`} className="font-semibold text-13">
          {isNew
            ? 'New response'
            : `Edit “${initial.title || initial.shortcut}” in ${sourceLabel(initial.source, library)}`}
        </h3>
        <ReplyFields form={form} rows={9} />
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
        <p role="alert" className="text-12 text-bad empty:hidden">
          {form.failure}
        </p>
        <div className="flex gap-2">
          <Button variant="primary" type="submit" className="h-8 px-3" disabled={form.isBusy}>
            {form.isBusy ? 'Saving…' : 'Save response'}
          </Button>
          <Button className="h-8 px-3" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
      <LivePreview
        body={form.draft.body}
        asWritten={form.draft.asWritten}
        platforms={library.platforms}
      />
    </form>
  );
}

interface LivePreviewProps extends ReplyTemplate {
  platforms: ManagedLibrary['platforms'];
}

/** What a text becomes, with the values of a made-up customer. */
function LivePreview({ body, asWritten, platforms }: LivePreviewProps) {
  const composed = useMemo(
    () => composeText({ body, asWritten }, sampleValues(Date.now())),
    [body, asWritten],
  );
  const questions = questionsOf(body);
  const asked = new Set(questions.map(({ name }) => name));
  const { logic = [], missing } = composed;
  const worked = new Set(logic.map(({ name }) => name));
  const unknown = missing.filter(({ name }) => !asked.has(name) && !worked.has(name));
  const told = logicWords(logic, undefined, platforms.values());
  return (
    <section aria-label="Preview" className="flex min-w-0 flex-col gap-2">
      <h4 className="text-12 text-ink-faint">Preview, for a made-up customer called Ana Souza</h4>
      <div className="min-h-24 rounded-md border border-line bg-canvas p-3">
        <ComposedTextView
          composed={composed.text}
          missing={new Set([...missing, ...logic].map(gapName))}
          isPreview
          className="gap-2"
        />
      </div>
      <p role="status" className="text-12 text-warn empty:hidden">
        {backslashWords(composed.lostBackslashes)}
      </p>
      {questions.length > 0 && (
        <p className="text-12 text-ink-soft">
          Asked before inserting: {questions.map(({ label }) => label).join(', ')}
        </p>
      )}
      {told !== undefined && <p className="text-12 text-warn wrap-anywhere">{told.what}</p>}
      {unknown.length > 0 && (
        <p className="text-12 text-warn">
          Not known for this customer, so it would be asked:{' '}
          {unknown.map(({ name }) => name).join(', ')}
        </p>
      )}
    </section>
  );
}

/** How what is missing, or what is logic, is called where it leaves a gap. */
function gapName(gap: ReplyQuestion | TemplateLogic): string {
  return 'words' in gap ? gap.words : gap.name;
}

/** Values of a made-up customer, for a preview without a conversation. `now` in epoch ms. */
function sampleValues(now: number): VariableValues {
  return variableValues({
    contact: {
      connectionId: 'sample',
      id: '12',
      platform: 'sample',
      name: 'Ana Souza',
      emails: ['ana.souza@example.com'],
      phones: ['+351 912 345 678'],
      emailKeys: [],
      phoneKeys: [],
      externalIds: [],
      company: 'Souza & Filhos',
      fetchedAt: now,
    },
    timeZone: 'Europe/Lisbon',
    agent: { name: 'Sam Berg', email: 'sam@example.com' },
    conversation: { id: '318', name: 'Question about an order' },
    inbox: { name: 'Web shop' },
    account: { name: 'Acme' },
    now,
  });
}
