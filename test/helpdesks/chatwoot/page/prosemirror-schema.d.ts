/** The part of the untyped package that the page uses. */
declare module '@chatwoot/prosemirror-schema' {
  import type { Node, Schema } from 'prosemirror-model';
  import type { Plugin } from 'prosemirror-state';

  export { EditorState, Selection } from 'prosemirror-state';
  export { EditorView } from 'prosemirror-view';

  export function buildMessageSchema(marks: string[], nodes: string[]): Schema;
  export function buildEditor(options: {
    schema: Schema;
    placeholder: string;
    methods?: Record<string, () => void>;
    plugins?: Plugin[];
    enabledMenuOptions: string[];
  }): Plugin[];
  export class MessageMarkdownTransformer {
    constructor(schema: Schema);
    parse(markdown: string): Node;
  }
  export const MessageMarkdownSerializer: { serialize(doc: Node): string };
}
