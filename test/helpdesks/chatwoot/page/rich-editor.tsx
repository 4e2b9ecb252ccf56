import {
  buildEditor,
  buildMessageSchema,
  EditorState,
  EditorView,
  MessageMarkdownSerializer,
  MessageMarkdownTransformer,
  Selection,
} from '@chatwoot/prosemirror-schema';
import { useEffect, useRef } from 'react';
import type { Formatting } from './formatting';

export interface EditorProps {
  /** The state is replaced as a whole whenever this changes: other conversation, mode, or sent. */
  stateKey: string;
  initial: string;
  placeholder: string;
  editable: boolean;
  onChange(markdown: string): void;
  /** A key press; true when it was taken (sending by Enter). */
  onKey(event: KeyboardEvent): boolean;
}

interface RichEditorProps extends EditorProps {
  formatting: Formatting;
  hasWholeMenu: boolean;
  className: string;
}

/** The dashboard's ProseMirror editor; its model is the Markdown of the document. */
export function RichEditor(props: RichEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const editor = new EditorView(host.current, {
      state: createState(latest.current),
      editable: () => latest.current.editable,
      dispatchTransaction(transaction) {
        editor.updateState(editor.state.apply(transaction));
        if (transaction.docChanged) latest.current.onChange(markdownOf(editor.state));
      },
      handleDOMEvents: {
        keydown: (_view, event) => latest.current.onKey(event),
        // Reads the files unguarded, as the dashboard does: a paste without clipboardData throws.
        paste: (_view, event) => hasFiles(event),
      },
    });
    view.current = editor;
    if (latest.current.hasWholeMenu) showWholeMenu(editor.dom);
    return () => editor.destroy();
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key alone says when to reload.
  useEffect(() => {
    const editor = view.current;
    if (editor === undefined) return;
    editor.updateState(createState(latest.current));
    if (latest.current.hasWholeMenu) showWholeMenu(editor.dom);
    if (latest.current.editable) editor.focus();
  }, [props.stateKey, props.editable]);

  return (
    <div className={props.editable ? props.className : `${props.className} pointer-events-none`}>
      <div ref={host} />
    </div>
  );
}

function createState(props: EditorProps & { formatting: Formatting }): EditorState {
  const { marks, nodes, menu } = props.formatting;
  const schema = buildMessageSchema(marks, nodes);
  const state = EditorState.create({
    doc: parseDraft(schema, props.initial),
    plugins: buildEditor({
      schema,
      placeholder: props.placeholder,
      methods: {},
      enabledMenuOptions: menu,
    }),
  });
  return state.apply(state.tr.setSelection(Selection.atEnd(state.doc)));
}

/**
 * A draft as the editor shows it again. The library throws at what the channel does not allow, such as a quote in
 * WhatsApp; the dashboard takes such marks away before (`helper/editorHelper.js`), so the words come without any.
 */
function parseDraft(schema: EditorState['schema'], markdown: string): EditorState['doc'] {
  const transformer = new MessageMarkdownTransformer(schema);
  try {
    return transformer.parse(markdown);
  } catch {
    return transformer.parse(markdown.replace(/^\s*(?:>|#+|[-*+]|\d+[.)]|```+\w*)\s*/gm, ''));
  }
}

/** Buttons of the library for what the channel does not keep. */
export function showWholeMenu(editor: Element): void {
  const menu = editor.parentElement?.querySelector('.ProseMirror-menubar');
  for (const title of ['Add or remove link', 'Wrap in bullet list', 'Wrap in ordered list']) {
    if (menu == null || menu.querySelector(`[title="${title}"]`) !== null) continue;
    const button = document.createElement('span');
    button.className = 'ProseMirror-menuitem';
    button.title = title;
    menu.append(button);
  }
}

function markdownOf(state: EditorState): string {
  return MessageMarkdownSerializer.serialize(state.doc);
}

function hasFiles(event: ClipboardEvent): boolean {
  const { clipboardData } = event;
  if (clipboardData === null) throw new TypeError('clipboardData is null');
  return clipboardData.files.length > 0;
}
