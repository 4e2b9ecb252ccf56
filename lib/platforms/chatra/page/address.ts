/** Ids are 17 characters that cannot be mistaken for each other; shorter words are lists. */
const conversation = /^\/conversations\/([2-9A-HJ-NP-TW-Za-km-z]{17})(?=[/?#]|$)/;

/** The chat that a path of the agent app names: `/conversations/{chat id}`. */
export function readChatraChatId(pathname: string): string | undefined {
  return conversation.exec(pathname)?.[1];
}
