import type { Reply } from '../../../lib/model/reply';

/** A response with as little in it as the model allows. */
export function reply(part: Partial<Reply>): Reply {
  return {
    source: 'own',
    id: part.shortcut ?? part.title ?? 'r',
    title: '',
    shortcut: '',
    body: '',
    tags: [],
    variants: [],
    platforms: [],
    ...part,
  };
}
