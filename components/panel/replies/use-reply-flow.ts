import { t } from '@lingui/core/macro';
import { useEffect, useRef, useState } from 'react';
import { type Reply, replyRef } from '../../../lib/model/reply';
import {
  type Composed,
  composeText,
  filledText,
  hasPersonalValues,
  openQuestions,
} from '../../../lib/replies/compose-reply';
import { type ComposerTarget, mismatchQuestion } from '../../../lib/replies/composer-words';
import { questionsOf, type ReplyQuestion } from '../../../lib/replies/fill-variables';
import type { LogicWords } from '../../../lib/replies/logic-words';
import { plainText } from '../../../lib/replies/plain-text';
import { joinSentences } from '../../../lib/text/join-sentences';
import { usePanelView } from '../view-store';
import { useReplyDrafts } from './reply-drafts';
import type { ComposerInsertion, Insertable } from './use-insertion';
import type { TextOf } from './use-reply-values';

/** The step between looking for a response and having its text in the composer. */
export type ReplyStep =
  | { kind: 'find' }
  | {
      kind: 'fill';
      reply: Reply;
      /** The conversation or person it is for, as `draftSubject` writes it. */
      subject: string;
      /** The initial text; in Markdown, unless the response is inserted as written. */
      body: string;
      questions: readonly ReplyQuestion[];
      /** The labels of the questions by their names, where these are no words of a person. */
      labels: ReadonlyMap<string, string> | undefined;
      isEditing: boolean;
      /** It contains values of the person on screen. */
      isPersonal: boolean;
    };

/** Something to confirm before the text is inserted. */
export interface Doubt {
  /** What it is about, in a few words. */
  title: string;
  question: string;
  insertable: Insertable;
}

export interface ReplyFlow {
  step: ReplyStep;
  doubt: Doubt | undefined;
  /** While a text is being inserted, whatever is written would be lost. */
  isBusy: boolean;
  /** Inserts a response at once, or first asks what is missing. */
  choose(reply: Reply): void;
  /** Opens a response to be edited by hand before it is inserted. */
  edit(reply: Reply): void;
  /**
   * Inserts a text that is no response of any source; its questions are asked first, with these answers as
   * initial values, and its text can be edited. `labelOf` returns the label of each question.
   */
  fill(reply: Reply, answers: ReadonlyMap<string, string>, labelOf: LabelOf): void;
  /** Inserts what was filled in, or says why not. */
  finish(reply: Reply, composed: Composed): void;
  agree(): void;
  /** Withdraws the question: also when something else is shown than it was asked about. */
  disagree(): void;
  back(): void;
}

/** What to say about a text's logic where it is to be inserted. */
export type LogicOf = (logic: Composed['logic']) => LogicWords | undefined;

interface ReplyFlowContext {
  /** The conversation or person the tab shows, as `draftSubject` writes it. */
  subject: string;
  /** The account it belongs to; empty where it is not connected. */
  connectionId: string;
  target: ComposerTarget;
  textOf: TextOf;
  logicOf: LogicOf;
  insertion: ComposerInsertion;
}

type LabelOf = (name: string) => string;

const noAnswers: ReadonlyMap<string, string> = new Map();

function whyNothing(target: ComposerTarget, isIncomplete: boolean): string {
  if (target.kind === 'shut') return joinSentences(t`Nothing was inserted.`, target.why);
  return isIncomplete
    ? t`Nothing was inserted: something is not filled in yet.`
    : t`The last text is still being inserted.`;
}

/** Takes a response into the composer. Nothing is inserted with a gap, or unasked where it may not belong. */
export function useReplyFlow(context: ReplyFlowContext): ReplyFlow {
  const { target, textOf, logicOf, insertion, subject, connectionId } = context;
  const [step, setStep] = useState<ReplyStep>({ kind: 'find' });
  const [doubt, setDoubt] = useState<Doubt>();
  const say = usePanelView((view) => view.say);
  const isBusy = insertion.state.kind === 'busy';
  // The page has said more about the same conversation: what is half filled in belongs to it.
  useEffect(() => {
    if (step.kind !== 'fill' || step.subject === subject) return;
    const from = { subject: step.subject, reply: replyRef(step.reply), connectionId };
    useReplyDrafts.getState().moveFill(from, subject);
    setStep({ ...step, subject });
  }, [step, subject, connectionId]);
  // The conversation's name may have changed while a text was being inserted.
  const latest = useRef({ step, connectionId });
  latest.current = { step, connectionId };
  const leave = () => {
    const { step: left, connectionId } = latest.current;
    if (left.kind === 'fill') {
      const reply = replyRef(left.reply);
      useReplyDrafts.getState().forgetFill({ subject: left.subject, reply, connectionId });
    }
    setStep({ kind: 'find' });
  };
  const back = () => {
    setDoubt(undefined);
    leave();
  };
  const put = async (insertable: Insertable) => {
    setDoubt(undefined);
    // What could not be inserted is kept: text edited by hand comes back with the response.
    if (await insertion.insert(insertable)) leave();
    else setStep({ kind: 'find' });
  };
  const finish = (reply: Reply, { text, missing, logic }: Composed) => {
    if (target.kind === 'shut' || missing.length > 0 || isBusy) {
      say(whyNothing(target, missing.length > 0));
      return;
    }
    const insertable = { text, plain: plainText(text), mode: target.mode, reply };
    const mismatch = mismatchQuestion(reply, target.mode);
    const question = joinSentences(mismatch, logicOf(logic)?.question);
    if (question === '') return void put(insertable);
    const title = mismatch === undefined ? t`Insert it as written?` : t`Is this the right place?`;
    setDoubt({ title, question, insertable });
  };
  const open = (reply: Reply, isWanted: boolean, given = noAnswers, labelOf?: LabelOf) => {
    // What is opened now would be closed when the last text arrives.
    if (isBusy) return say(whyNothing(target, false));
    setDoubt(undefined);
    const { values, ...source } = textOf(reply);
    const composed = composeText(source, values);
    const logic = logicOf(composed.logic);
    // Logic that cannot be inserted as it is can still be replaced by hand.
    const isEditing = isWanted || (logic !== undefined && logic.question === undefined);
    const questions = openQuestions(source.body, values, source).map((question) => ({
      ...question,
      initial: given.get(question.name) ?? question.initial,
      label: labelOf?.(question.name) ?? question.label,
    }));
    if (questions.length === 0 && !isEditing) return finish(reply, composed);
    insertion.dismiss();
    const shown = isEditing ? filledText(source, values) : source.body;
    const isPersonal = hasPersonalValues(composed);
    const labels =
      labelOf === undefined
        ? undefined
        : new Map(questions.map(({ name, label }) => [name, label]));
    const fill = { reply, subject, body: shown, questions, labels, isEditing, isPersonal };
    setStep({ kind: 'fill', ...fill });
  };
  return {
    step,
    doubt,
    isBusy,
    choose: (reply) => open(reply, false),
    edit: (reply) => open(reply, true),
    fill: (reply, answers, labelOf) =>
      open(reply, questionsOf(reply.body).length > 0, answers, labelOf),
    finish,
    agree: () => {
      if (doubt !== undefined) void put(doubt.insertable);
    },
    disagree: () => setDoubt(undefined),
    back,
  };
}
