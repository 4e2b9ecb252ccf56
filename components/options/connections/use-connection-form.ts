import { useEffect, useRef, useState } from 'react';
import { type DescribeAnswer, optionsCommands } from '../../../lib/messaging/options-commands';
import { send } from '../../../lib/messaging/send';
import type { Connection } from '../../../lib/model/connection';
import type { PlatformDescriptor } from '../../../lib/model/descriptor';
import { matchPatternsOf } from '../../../lib/model/match-patterns';
import { useMembraneAccount } from '../../hooks/use-membrane-account';
import { useUnloadQuestion } from '../use-unload-question';
import { type FieldValues, initialFields, initialLabel, secretProblems } from './form-values';
import {
  type AttemptCommand,
  type AttemptOutcome,
  newDraftId,
  type Report,
  testOrSave,
} from './test-or-save';

interface FormTask {
  platform: PlatformDescriptor;
  /** The connection being edited; absent for a new one. */
  connection?: Connection | undefined;
  /** Answers that a new connection's form starts with. */
  prepared?: FieldValues | undefined;
  /** The way that a new connection's form starts with. */
  startsThroughMembrane?: boolean | undefined;
  onSaved(report: Report): void;
}

type Target = Extract<DescribeAnswer, { kind: 'target' }>;

export interface ConnectionForm {
  /** Answers to the fields that are not secret. */
  fields: FieldValues;
  secrets: FieldValues;
  label: string;
  setValue(name: string, value: string): void;
  setSecret(name: string, value: string): void;
  setLabel(label: string): void;
  /** Whether Membrane carries the calls, and through which of its connections. */
  isThroughMembrane: boolean;
  membraneId: string | undefined;
  chooseWay(isThroughMembrane: boolean): void;
  chooseMembrane(id: string | undefined): void;
  /** Uses this one of the accounts the last test found; the test's result stays. */
  chooseAccount(id: string): void;
  /** Shows what is wrong with a field from now on. */
  touch(name: string): void;
  /** What is wrong, by field name, as far as it should be shown yet. */
  problems: FieldValues;
  /** Whether empty secret fields mean "as before". */
  areSecretsStored: boolean;
  /** True when the edited address leads elsewhere, so that the stored secrets must not be used. */
  isMoved: boolean;
  /** Where the answers lead; `undefined` until known. */
  target: Target | undefined;
  /** False while it is not known where the answers lead, and while something runs. */
  isReady: boolean;
  /** True when the worker could not be asked where the answers lead. */
  isUnanswered: boolean;
  busy: AttemptCommand | undefined;
  /** True while the answers are being saved: a change would not be among them, so none is taken. */
  isLocked: boolean;
  outcome: AttemptOutcome | undefined;
  /**
   * Tests or saves, from a click handler. When the answers have problems it shows them all instead
   * and returns the name of the first field that has one.
   */
  run(command: AttemptCommand): string | undefined;
}

/** State of the form that adds or edits a connection. */
export function useConnectionForm(task: FormTask): ConnectionForm {
  const { platform, connection, onSaved } = task;
  const [draftId] = useState(newDraftId);
  const [fields, setFields] = useState(() => initialFields(platform, connection, task.prepared));
  const [secrets, setSecrets] = useState<FieldValues>({});
  const [label, setLabel] = useState(() => initialLabel(connection));
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [busy, setBusy] = useState<AttemptCommand>();
  const [outcome, setOutcome] = useState<AttemptOutcome>();
  const [isThroughMembrane, setThroughMembrane] = useState(
    connection === undefined
      ? task.startsThroughMembrane === true
      : connection.transport === 'membrane',
  );
  const [membraneId, setMembraneId] = useState(connection?.membrane?.connectionId);
  const account = useMembraneAccount();
  const relay = isThroughMembrane && typeof account === 'object' ? account.base : undefined;
  const description = useDescription(platform.name, fields, isThroughMembrane, relay);
  const target = description?.answer.kind === 'target' ? description.answer : undefined;
  const isUnanswered = description?.answer.kind === 'unanswered';
  const hasKey = connection?.transport === 'direct';
  const isMoved = hasKey && !isThroughMembrane && leadsElsewhere(connection, target);
  const areSecretsStored = hasKey && !isMoved;

  const all = {
    ...secretProblems(platform, secrets, areSecretsStored || isThroughMembrane),
    ...fieldProblems(description),
    ...(outcome?.kind === 'failed' ? outcome.problems : {}),
  };
  const touch = (...names: string[]) => setTouched((before) => new Set([...before, ...names]));

  const isWritten = useRef(false);
  useUnloadQuestion(() => isWritten.current);
  const changes = useRef(0);
  const forgetOutcome = () => {
    changes.current += 1;
    setOutcome(undefined);
  };
  const run = (command: AttemptCommand): string | undefined => {
    const wrong = platform.form.find((field) => all[field.name] !== undefined);
    if (target === undefined || wrong !== undefined) {
      touch(...platform.form.map((field) => field.name));
      return wrong?.name;
    }
    const membrane =
      isThroughMembrane && membraneId !== undefined ? { connectionId: membraneId } : undefined;
    const draft = {
      ...{ draftId, platform: platform.name, fields, label, membrane },
      connectionId: connection?.id,
    };
    const asked = changes.current;
    void testOrSave(command, {
      draft,
      permissions: target.permissions,
      secrets: isThroughMembrane ? {} : secrets,
    }).then((result) => {
      setBusy(undefined);
      // It was found out about other answers than those that stand there now.
      if (command === 'options.test' && changes.current !== asked) return;
      setOutcome(result);
      touch(...platform.form.map((field) => field.name));
      if (command === 'options.save' && result.kind === 'ok') {
        isWritten.current = false;
        setSecrets({});
        onSaved(result);
      }
    });
    setBusy(command);
    setOutcome(undefined);
    return undefined;
  };

  const isLocked = busy === 'options.save';
  const unlessLocked = <Given extends unknown[]>(change: (...given: Given) => void) => {
    return (...given: Given) => {
      if (!isLocked) change(...given);
    };
  };
  const setField = (name: string, value: string) => {
    setFields((before) => ({ ...before, [name]: value }));
  };
  return {
    fields,
    secrets,
    label,
    setValue: unlessLocked((name, value) => {
      isWritten.current = true;
      setField(name, value);
      forgetOutcome();
    }),
    setSecret: unlessLocked((name, value) => {
      isWritten.current = true;
      setSecrets((before) => ({ ...before, [name]: value }));
      forgetOutcome();
    }),
    setLabel: unlessLocked((next) => {
      isWritten.current = true;
      setLabel(next);
    }),
    isThroughMembrane,
    membraneId,
    chooseWay: unlessLocked((isThrough) => {
      setThroughMembrane(isThrough);
      forgetOutcome();
    }),
    chooseMembrane: unlessLocked((id) => {
      setMembraneId(id);
      forgetOutcome();
    }),
    chooseAccount: unlessLocked((id) => setField('account', id)),
    touch,
    problems: Object.fromEntries(Object.entries(all).filter(([name]) => touched.has(name))),
    areSecretsStored,
    isMoved,
    target,
    isReady:
      description?.isCurrent === true &&
      !isUnanswered &&
      busy === undefined &&
      (!isThroughMembrane || membraneId !== undefined),
    isUnanswered,
    busy,
    isLocked,
    outcome,
    run,
  };
}

function fieldProblems(description: Description | undefined): FieldValues {
  return description?.answer.kind === 'problems' ? description.answer.problems : {};
}

/** A stored secret belongs to the hosts it was entered for and to no other. */
function leadsElsewhere(connection: Connection | undefined, target: Target | undefined): boolean {
  if (connection === undefined || target === undefined) return false;
  const known = new Set(matchPatternsOf(connection));
  return target.permissions.some((pattern) => !known.has(pattern));
}

const pauseInTyping = 200;

interface Description {
  answer: DescribeAnswer | { kind: 'unanswered' };
  /** False while a newer answer is on its way: this one can be shown, but not acted on. */
  isCurrent: boolean;
}

/** An answer, and what it is the answer to. */
interface Described {
  fields: FieldValues;
  isThroughMembrane: boolean;
  relay: string | undefined;
  answer: Description['answer'];
}

/**
 * Where the answers of a form lead, asked of the worker at once and after each pause in typing;
 * `undefined` until the first answer. `fields` must keep its identity while nothing changes. `relay` is
 * Membrane's origin for the person signed in there, where it carries the calls; signing in within the form may
 * change it.
 */
function useDescription(
  platform: string,
  fields: FieldValues,
  isThroughMembrane: boolean,
  relay: string | undefined,
): Description | undefined {
  const [last, setLast] = useState<Described>();
  const isFirst = useRef(true);

  useEffect(() => {
    let isWanted = true;
    const keep = (answer: Description['answer']) => {
      if (isWanted) setLast({ fields, isThroughMembrane, relay, answer });
    };
    const ask = () =>
      send(optionsCommands, 'options.describe', { platform, fields, isThroughMembrane }).then(
        keep,
        () => keep({ kind: 'unanswered' }),
      );
    const timer = setTimeout(ask, isFirst.current ? 0 : pauseInTyping);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [platform, fields, isThroughMembrane, relay]);

  if (last === undefined) return undefined;
  const isCurrent =
    last.fields === fields && last.isThroughMembrane === isThroughMembrane && last.relay === relay;
  return { answer: last.answer, isCurrent };
}
