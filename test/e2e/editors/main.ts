import { mountCkEditor } from './ckeditor';
import { mountLexical } from './lexical';
import { mountQuill } from './quill';
import { mountSlate } from './slate';

const mounts = {
  lexical: mountLexical,
  slate: mountSlate,
  quill: mountQuill,
  ckeditor: mountCkEditor,
} as const;

const name = location.pathname.split('/').at(-1);
const place = document.querySelector<HTMLElement>('#chat-input > div');
for (const [editor, mount] of Object.entries(mounts)) {
  // The editor's own model, for the test to read.
  if (editor === name && place !== null) Object.assign(window, { readModel: mount(place) });
}
