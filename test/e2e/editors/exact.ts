import {
  buildEditor,
  buildMessageSchema,
  EditorState,
  EditorView,
  MessageMarkdownSerializer,
  MessageMarkdownTransformer,
  Selection,
} from '@chatwoot/prosemirror-schema';
import { insertText } from '../../../lib/insert/insert-text';
import { undoInsertion } from '../../../lib/insert/undo-insertion';
import { findChatwootComposer } from '../../../lib/platforms/chatwoot/page/composer';
import { composeMarkdown } from '../../../lib/replies/markdown';
import { formattingFor } from '../../helpdesks/chatwoot/page/formatting';
import { showWholeMenu } from '../../helpdesks/chatwoot/page/rich-editor';

/** A draft in one of Chatwoot's composers, with the caret between its two halves. */
export interface ChatwootDraft {
  channel: string;
  isNote: boolean;
  /** The menu shows all its buttons, whatever the channel keeps. */
  hasWholeMenu: boolean;
  head: string;
  tail: string;
}

export interface ChatwootResult {
  kind: string;
  /** The Markdown that would be sent: before, after the insertion, and after it was taken back. */
  before: string;
  after: string;
  undone?: string;
}

const { signal } = new AbortController();

/** Puts a response into Chatwoot's own editor, built as its dashboard does; perhaps takes it back. */
async function insertIntoChatwoot(
  draft: ChatwootDraft,
  body: string,
  isTakenBack: boolean,
): Promise<ChatwootResult> {
  const { view, element } = mount(draft);
  const model = () => MessageMarkdownSerializer.serialize(view.state.doc);
  const before = model();
  const find = () => {
    const { state } = findChatwootComposer(document) ?? {};
    return { element, formatting: state?.formatting ?? [], hasPicker: true };
  };
  const ports = {
    find,
    lastCaret: () => undefined,
    sinceTyping: () => Number.POSITIVE_INFINITY,
  };
  const result = await insertText(composeMarkdown(body), ports, signal);
  const after = model();
  const { kind } = result;
  if (!isTakenBack || kind !== 'inserted') return { kind, before, after };
  await undoInsertion(result.insertion, signal);
  return { kind, before, after, undone: model() };
}

function mount({ channel, isNote, hasWholeMenu, head, tail }: ChatwootDraft) {
  const box = document.createElement('div');
  box.className = isNote ? 'reply-box is-private' : 'reply-box';
  const top = document.createElement('div');
  top.className = 'reply-box__top';
  box.append(top);
  document.body.replaceChildren(box);
  const { marks, nodes, menu } = formattingFor(channel, isNote);
  const schema = buildMessageSchema(marks, nodes);
  const view = new EditorView(top, {
    state: EditorState.create({
      doc: new MessageMarkdownTransformer(schema).parse(head + tail),
      plugins: buildEditor({ schema, placeholder: '', methods: {}, enabledMenuOptions: menu }),
    }),
  });
  if (hasWholeMenu) showWholeMenu(view.dom);
  view.focus();
  const caret = Selection.near(view.state.doc.resolve(1 + head.length));
  view.dispatch(view.state.tr.setSelection(caret));
  return { view, element: view.dom };
}

Object.assign(window, { insertIntoChatwoot });
