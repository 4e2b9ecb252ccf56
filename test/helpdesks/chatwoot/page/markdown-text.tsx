/** The small part of Markdown that chats contain: bold, and line breaks written with a backslash. */
export function MarkdownText({ text }: { text: string }) {
  const parts = text.replace(/\\(?=\n)/g, '').split(/\*\*([^*\n]+)\*\*/);
  return parts.map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change places.
    index % 2 === 1 ? <strong key={index}>{part}</strong> : part,
  );
}
