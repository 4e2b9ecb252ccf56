import { t } from '@lingui/core/macro';
import { useEffect, useRef, useState } from 'react';
import { type CardTestAnswer, cardCommands } from '../../../lib/messaging/card-commands';
import { send } from '../../../lib/messaging/send';
import { readCardAddress } from '../../../lib/model/card-address';
import type { DataCard } from '../../../lib/model/data-card';
import { matchPatternOf } from '../../../lib/model/match-patterns';
import { useIsMounted } from '../../hooks/use-is-mounted';
import { requestPermission } from '../permissions';
import { useUnloadQuestion } from '../use-unload-question';
import {
  type CardFieldName,
  type CardFieldProblems,
  type CardFields,
  fieldOrder,
  keyOfName,
  readCardFields,
  sendCardDraft,
} from './card-draft';

export interface CardFormState {
  fields: CardFields;
  problems: CardFieldProblems;
  busy: 'test' | 'save' | undefined;
  test: CardTestAnswer | undefined;
  failure: string | undefined;
  /** Whether the secret of the stored card would be used for this address. */
  hasSecret: boolean;
  set(name: CardFieldName, value: string): void;
  /** Called in a click handler: the browser may have to ask. Returns the first wrong field. */
  run(command: 'test' | 'save'): CardFieldName | undefined;
}

/** The form of a card. `onSaved` is called once it is saved. */
export function useCardForm(
  card: DataCard | undefined,
  onSaved: (name: string) => void,
): CardFormState {
  const [fields, setFields] = useState<CardFields>(() => ({
    name: card?.name ?? '',
    key: card?.key ?? '',
    address: card?.address ?? '',
    header: card?.header ?? '',
    secret: '',
  }));
  const [isKeyTyped, setKeyTyped] = useState(card !== undefined);
  const [problems, setProblems] = useState<CardFieldProblems>({});
  const [busy, setBusy] = useState<CardFormState['busy']>();
  const [test, setTest] = useState<CardTestAnswer>();
  const [failure, setFailure] = useState<string>();
  const asked = useRef(new Set<string>());
  const isOpen = useIsMounted();
  useEffect(() => {
    const origins = asked.current;
    return () => {
      for (const origin of origins) giveBack(origin);
    };
  }, []);
  const address = readCardAddress(fields.address);
  const origin = 'problem' in address ? undefined : address.origin;
  const isSameHost = origin === card?.origin && card?.header !== undefined;
  const changes = useRef(0);
  useUnloadQuestion(() => changes.current > 0);
  const set = (name: CardFieldName, value: string) => {
    // It would not be among what is being saved.
    if (busy === 'save') return;
    const next = { ...fields, [name]: value };
    if (name === 'key') setKeyTyped(true);
    if (name === 'name' && !isKeyTyped) next.key = keyOfName(value);
    setFields(next);
    setProblems({ ...problems, [name]: undefined });
    setTest(undefined);
    setFailure(undefined);
    changes.current += 1;
  };
  const run = (command: 'test' | 'save'): CardFieldName | undefined => {
    const read = readCardFields(fields);
    const needsSecret = fields.header.trim() !== '' && fields.secret === '' && !isSameHost;
    const wrong = {
      ...read.problems,
      ...(needsSecret ? { secret: t`Enter the secret for this header and host.` } : {}),
    };
    setProblems(wrong);
    setTest(undefined);
    setFailure(undefined);
    const { form } = read;
    if (form === undefined || origin === undefined || needsSecret) {
      return fieldOrder.find((name) => wrong[name] !== undefined);
    }
    // Nothing may be awaited before this: the browser asks only while a click is being handled.
    const permission = requestPermission([matchPatternOf(origin)]);
    setBusy(command);
    const before = changes.current;
    const work = async () => {
      if (!(await permission)) {
        const { host } = new URL(origin);
        const message = t`The browser did not allow Deskside to reach ${host}. Try again and choose “Allow”.`;
        return { kind: 'failed', message } as const;
      }
      asked.current.add(origin);
      const isTried = command === 'save' || isOpen.current;
      const answer = isTried
        ? await sendCardDraft(command, form, card?.id, fields.secret)
        : undefined;
      // Closed while the browser was asking: nobody else gives it back.
      if (!isOpen.current) giveBack(origin);
      return answer;
    };
    void work().then((answer) => {
      setBusy(undefined);
      if (answer === undefined) return;
      // It was found out about other answers than those that stand there now.
      if (command === 'test' && changes.current !== before) return;
      if (answer.kind === 'failed') setFailure(answer.message);
      else if ('cardId' in answer) onSaved(form.name);
      else setTest(answer);
    });
    return undefined;
  };
  return { fields, problems, busy, test, failure, hasSecret: isSameHost, set, run };
}

/** A permission that was only for a test is given back; where a saved card needs it, it stays. */
function giveBack(origin: string): void {
  send(cardCommands, 'cards.leave', { origin }).catch(() => undefined);
}
