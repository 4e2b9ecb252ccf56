import type { Message } from '../../../lib/model/history';
import { mayBeMarkdown } from '../../../lib/text/markdown-hint';

/** Messages are parsed for this long (ms) before the browser may draw a frame. */
const turnLength = 12;

/**
 * The searchable text of messages whose source differs from what is shown; the parser is loaded for the first
 * of them.
 */
export async function shownWords(
  messages: readonly Message[],
): Promise<ReadonlyMap<Message, string>> {
  const written = messages.filter(
    ({ format, text }) => format === 'markdown' && mayBeMarkdown(text),
  );
  const words = new Map<Message, string>();
  if (written.length === 0) return words;
  const { searchedWords } = await import('../../../lib/replies/markdown-words');
  let end = performance.now() + turnLength;
  for (const message of written) {
    words.set(message, searchedWords(message.text));
    if (performance.now() < end) continue;
    await new Promise((resolve) => setTimeout(resolve));
    end = performance.now() + turnLength;
  }
  return words;
}
