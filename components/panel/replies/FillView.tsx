import { t } from '@lingui/core/macro';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { replyRef } from '../../../lib/model/reply';
import { type ForeignValues, foreignIn } from '../../../lib/replies/borrowed-values';
import type { LengthLimit } from '../../../lib/replies/channel-limit';
import { composeText } from '../../../lib/replies/compose-reply';
import type { ComposerTarget } from '../../../lib/replies/composer-words';
import { hasVariable, withoutVariable } from '../../../lib/replies/take-out-variable';
import { isHeldEnter } from '../../hooks/is-held-enter';
import { Button } from '../../ui/Button';
import { inputStyle } from '../../ui/FieldFrame';
import { takeEarlyKeys } from '../early-keys';
import { usePanelView } from '../view-store';
import { Preview } from './Preview';
import { QuestionFields } from './QuestionFields';
import { useReplyDrafts } from './reply-drafts';
import { TargetLine } from './TargetLine';
import type { LogicOf, ReplyFlow, ReplyStep } from './use-reply-flow';
import type { TextOf } from './use-reply-values';

interface FillViewProps {
  step: Extract<ReplyStep, { kind: 'fill' }>;
  /** The account whose conversation it is for; empty where it is not connected. */
  connectionId: string;
  flow: ReplyFlow;
  target: ComposerTarget;
  template: ReturnType<TextOf>;
  whose: string;
  foreign: ForeignValues;
  limit: LengthLimit | undefined;
  logicOf: LogicOf;
}

/** Questions the response still asks, and its text to edit by hand, before it is inserted. */
export function FillView(props: FillViewProps) {
  const { step, connectionId, flow, target, template, whose, foreign, limit } = props;
  const id = useId();
  const { subject } = step;
  const reply = replyRef(step.reply);
  const { fillOf, keepFill } = useReplyDrafts.getState();
  const [kept] = useState(() => fillOf(subject, reply));
  const [body, setBody] = useState(step.isEditing ? kept?.body || step.body : step.body);
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(() => {
    const before = new Map(kept?.answers);
    return new Map(
      step.questions.map(({ name, choices, initial = '' }) => {
        const answer = before.get(name) ?? initial;
        // What a select cannot show must not be inserted: the choices may have changed since.
        const isShown = answer === '' || choices.length === 0 || choices.includes(answer);
        return [name, isShown ? answer : initial];
      }),
    );
  });
  const isLocked = flow.isBusy;
  const write = (next: { body?: string; answers?: ReadonlyMap<string, string> }) => {
    if (isLocked) return;
    const written = { body, answers, ...next };
    flow.disagree();
    setBody(written.body);
    setAnswers(written.answers);
    // Changed answers alone must not replace a text edited by hand with the response's own.
    const text = step.isEditing ? written.body : (kept?.body ?? '');
    keepFill({ subject, reply, connectionId, body: text, answers: [...written.answers] });
  };
  // A variable that was removed from the text is no longer asked about.
  const questions = useMemo(
    () =>
      step.isEditing
        ? step.questions.filter(({ name }) => hasVariable(body, name))
        : step.questions,
    [step, body],
  );
  const requests = usePanelView((view) => view.replyRequests);
  // The search is requested, but not there: what is typed belongs to nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request is a reason
  useEffect(() => void takeEarlyKeys(document), [requests]);
  const fields = useRef<HTMLDivElement>(null);
  const [takenOut, setTakenOut] = useState<number>();
  // The focused button disappeared together with its question: the next field gets the focus.
  useEffect(() => {
    if (takenOut === undefined) return;
    const all = fields.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [];
    all[Math.min(takenOut, all.length - 1)]?.focus();
    setTakenOut(undefined);
  }, [takenOut]);
  const takeOut = (name: string) => {
    if (isLocked) return;
    write({ body: withoutVariable(body, name) });
    setTakenOut(questions.findIndex((each) => each.name === name));
  };
  const { asWritten, keepsLogic, values } = template;
  const composed = useMemo(
    () => composeText({ body, asWritten, keepsLogic }, values, answers),
    [body, asWritten, keepsLogic, values, answers],
  );
  const canInsert = target.kind === 'open' && composed.missing.length === 0;
  const insert = () => flow.finish(step.reply, composed);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (isHeldEnter(event)) return event.preventDefault();
    if (event.key === 'Escape') {
      event.preventDefault();
      flow.back();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      insert();
    }
  };
  return (
    <form
      aria-labelledby={`${id}-title`}
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        insert();
      }}
    >
      <div ref={fields} className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-y-auto p-3">
        <h2 id={`${id}-title`} dir="auto" className="truncate font-semibold text-13">
          {step.reply.title}
        </h2>
        <QuestionFields
          id={id}
          questions={questions}
          answers={answers}
          foreign={foreign}
          isLocked={isLocked}
          onAnswer={(name, answer) => write({ answers: new Map(answers).set(name, answer) })}
          onTakeOut={step.isEditing ? takeOut : undefined}
        />
        {step.isEditing && (
          <textarea
            aria-label={t`Text to insert`}
            value={body}
            maxLength={40_000}
            readOnly={isLocked}
            dir="auto"
            // biome-ignore lint/a11y/noAutofocus: it was opened for writing
            autoFocus={step.questions.length === 0}
            className={`${inputStyle} h-auto! min-h-32 flex-1 resize-none py-1.5`}
            onChange={(event) => write({ body: event.target.value })}
          />
        )}
      </div>
      <TargetLine target={target} />
      <Preview
        composed={composed}
        whose={step.isPersonal ? whose : undefined}
        labels={step.labels}
        foreign={foreignIn(composed, foreign)}
        limit={limit}
        logic={props.logicOf(composed.logic)}
      />
      <div className="flex shrink-0 items-center justify-end gap-2 border-line border-t px-3 py-2">
        <Button title={t`Back to the list (Esc)`} onClick={flow.back}>{t`Back`}</Button>
        <Button
          variant="primary"
          type="submit"
          disabled={!canInsert}
          title={t`Insert (Ctrl+Enter)`}
        >{t`Insert`}</Button>
      </div>
    </form>
  );
}
