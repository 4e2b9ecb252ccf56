import { useEffect, useState } from 'react';
import { type TagsAnswer, tagsAnswerSchema } from '../../../lib/messaging/answers';
import { request } from '../../../lib/messaging/send';
import type { Contact } from '../../../lib/model/contact';
import { contactRef } from '../../../lib/model/ids';
import { contactOfRef } from '../../../lib/storage/panel-queries';

/** The tags of these contacts, asked for while this is shown; `undefined` until they are told. */
export function useTags(contacts: readonly Contact[]): TagsAnswer | undefined {
  const [told, setTold] = useState<{ refs: string; answer: TagsAnswer }>();
  const refs = contacts.map(contactRef).join('\n');
  useEffect(() => {
    let isWanted = true;
    const wanted = { contacts: refs.split('\n').map(contactOfRef) };
    const settle = (answer: TagsAnswer) => {
      if (isWanted) setTold({ refs, answer });
    };
    // Without an answer everything else is shown all the same.
    request('people.tags', wanted, tagsAnswerSchema).then(settle, () => settle([]));
    return () => {
      isWanted = false;
    };
  }, [refs]);
  return told?.refs === refs ? told.answer : undefined;
}
