import { InlineEditor } from '@ckeditor/ckeditor5-editor-inline';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';

/** CKEditor 5 with paragraphs; a paragraph is a line, and a blank line lies between two. */
export function mountCkEditor(host: HTMLElement): () => string {
  let read = (): string => '';
  void InlineEditor.create(host, {
    licenseKey: 'GPL',
    plugins: [Essentials, Paragraph],
  }).then((editor) => {
    read = () =>
      editor
        .getData()
        .split('</p><p>')
        .map((line) => textOf(line))
        .join('\n\n');
  });
  return () => read();
}

function textOf(html: string): string {
  const parsed = new DOMParser().parseFromString(html.replaceAll('<br>', '\n'), 'text/html');
  return (parsed.body.textContent ?? '').replaceAll('\u00a0', ' ');
}
