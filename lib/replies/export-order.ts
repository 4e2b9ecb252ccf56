import { OWN_SOURCE, type Reply } from '../model/reply';

/**
 * Responses in the order in which a file has them: the own library first, because an import gives a shortcut
 * to the first that has it.
 */
export function inExportOrder(replies: readonly Reply[]): Reply[] {
  const isOwn = ({ source }: Reply) => source === OWN_SOURCE;
  return [...replies.filter(isOwn), ...replies.filter((reply) => !isOwn(reply))];
}
