import type { Reply } from '../../../../../lib/model/reply';

/** A canned response of the own library with everything that must be there. */
export function reply(given: Partial<Reply> = {}): Reply {
  return {
    source: 'own',
    id: '1',
    title: 'Greeting',
    shortcut: 'hello',
    body: 'Hello {{contact.first_name}}!',
    tags: [],
    variants: [],
    platforms: [],
    ...given,
  };
}
