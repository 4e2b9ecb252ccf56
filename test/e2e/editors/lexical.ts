import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerPlainText } from '@lexical/plain-text';
import { $getRoot, createEditor } from 'lexical';

/** Lexical with plain text and history, as a messenger would set it up. */
export function mountLexical(host: HTMLElement): () => string {
  host.contentEditable = 'true';
  const editor = createEditor({
    namespace: 'bench',
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(host);
  registerPlainText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  return () => editor.getEditorState().read(() => $getRoot().getTextContent());
}
