import { useEffect, useRef, useState } from 'react';
import type { DescribeAnswer } from '../../lib/messaging/answers';
import { describeConnection } from '../../lib/messaging/send';
import type { Values } from './form-values';

const pauseInTyping = 200;

export interface Description {
  answer: DescribeAnswer | { kind: 'unanswered' };
  /** False while a newer answer is on its way: good for showing, not for acting on. */
  isCurrent: boolean;
}

/**
 * Where the answers of a form lead, asked of the worker at once and after each pause in typing;
 * `undefined` until the first answer. `fields` must keep its identity while nothing changes.
 */
export function useDescription(platform: string, fields: Values): Description | undefined {
  const [held, setHeld] = useState<{ fields: Values; answer: Description['answer'] }>();
  const isFirst = useRef(true);

  useEffect(() => {
    let isWanted = true;
    const keep = (answer: Description['answer']) => {
      if (isWanted) setHeld({ fields, answer });
    };
    const ask = () =>
      describeConnection({ platform, fields }).then(keep, () => keep({ kind: 'unanswered' }));
    const timer = setTimeout(ask, isFirst.current ? 0 : pauseInTyping);
    isFirst.current = false;
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [platform, fields]);

  return held && { answer: held.answer, isCurrent: held.fields === fields };
}
