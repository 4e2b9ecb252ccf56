import { createRoot } from 'react-dom/client';
import { createEditor, Node } from 'slate';
import { withHistory } from 'slate-history';
import { Editable, Slate, withReact } from 'slate-react';

/** Slate with React, one paragraph for each line. */
export function mountSlate(host: HTMLElement): () => string {
  const editor = withHistory(withReact(createEditor()));
  const initialValue = [{ type: 'paragraph', children: [{ text: '' }] }];
  createRoot(host).render(
    <Slate editor={editor} initialValue={initialValue}>
      <Editable />
    </Slate>,
  );
  return () => editor.children.map((line) => Node.string(line)).join('\n');
}
