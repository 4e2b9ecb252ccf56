import Quill from 'quill';

/** Quill without a theme. */
export function mountQuill(host: HTMLElement): () => string {
  const quill = new Quill(host);
  return () => quill.getText().replace(/\n$/, '');
}
