import { wholeText } from '../insert/composer-content';
import { insertText } from '../insert/insert-text';
import { undoInsertion } from '../insert/undo-insertion';

/** What puts text into a composer and takes it back. */
export interface InsertionTools {
  insertText: typeof insertText;
  undoInsertion: typeof undoInsertion;
  wholeText: typeof wholeText;
}

/** Half of what a content script would be: brought into a page when something is to be inserted. */
declare global {
  var desksideInsertion: InsertionTools | undefined;
}

/** Makes the tools known to the content script that runs in this page. */
export function provideInsertionTools(): void {
  globalThis.desksideInsertion = { insertText, undoInsertion, wholeText };
}
