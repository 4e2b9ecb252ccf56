import { t } from '@lingui/core/macro';
import { useId } from 'react';
import type { Reply } from '../../lib/model/reply';
import { sameCodeWords } from '../../lib/replies/same-code';
import type { SourceNames } from '../../lib/replies/source-words';
import { FieldFrame, inputStyle } from '../ui/FieldFrame';
import type { ReplyForm } from './use-reply-form';

interface ReplyFieldsProps {
  form: ReplyForm;
  /** Lines of the text field at first. */
  rows: number;
  /** All responses there are: another one may have the same shortcut. */
  replies: readonly Reply[];
  names: SourceNames;
}

const nameVariable = '{{contact.first_name}}';
const askVariable = '{{ask.order_number}}';

/** The fields every canned response has: title, shortcut, text and tags. */
export function ReplyFields({ form, rows, replies, names }: ReplyFieldsProps) {
  const id = useId();
  const { draft, problems, isBusy, change } = form;
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_40%] gap-2 max-[299px]:grid-cols-1">
        <FieldFrame id={`${id}-title`} label={t`Title`} isRequired problem={problems.title}>
          {(ties) => (
            <input
              {...ties}
              value={draft.title}
              maxLength={400}
              readOnly={isBusy}
              // biome-ignore lint/a11y/noAutofocus: the form was opened to be written in
              autoFocus
              autoComplete="off"
              dir="auto"
              className={inputStyle}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </FieldFrame>
        <FieldFrame
          id={`${id}-shortcut`}
          label={t`Shortcut`}
          isRequired={false}
          help={sameCodeWords(draft, replies, names)}
          problem={problems.shortcut}
        >
          {(ties) => (
            <input
              {...ties}
              value={draft.shortcut}
              maxLength={400}
              readOnly={isBusy}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              className={inputStyle}
              onChange={(event) => change({ shortcut: event.target.value })}
            />
          )}
        </FieldFrame>
      </div>
      <FieldFrame
        id={`${id}-body`}
        label={t`Text`}
        isRequired
        help={
          draft.asWritten === true
            ? t`Every character stays as it is. ${nameVariable} becomes the customer’s name; you are asked for ${askVariable} before inserting.`
            : t`You can use Markdown. ${nameVariable} becomes the customer’s name; you are asked for ${askVariable} before inserting.`
        }
        problem={problems.body}
      >
        {(ties) => (
          <textarea
            {...ties}
            value={draft.body}
            rows={rows}
            maxLength={40_000}
            readOnly={isBusy}
            dir="auto"
            className={`${inputStyle} h-auto resize-y py-1.5`}
            onChange={(event) => change({ body: event.target.value })}
          />
        )}
      </FieldFrame>
      <label className="flex items-center gap-2 text-12">
        <input
          type="checkbox"
          checked={draft.asWritten === true}
          className="accent-(--accent)"
          onChange={(event) => change({ asWritten: event.target.checked })}
        />
        {t`Insert exactly as written, ignoring Markdown`}
      </label>
      <FieldFrame
        id={`${id}-tags`}
        label={t`Tags`}
        isRequired={false}
        help={t`Separated by commas.`}
      >
        {(ties) => (
          <input
            {...ties}
            value={draft.tags}
            maxLength={400}
            readOnly={isBusy}
            autoComplete="off"
            dir="auto"
            className={inputStyle}
            onChange={(event) => change({ tags: event.target.value })}
          />
        )}
      </FieldFrame>
    </>
  );
}
