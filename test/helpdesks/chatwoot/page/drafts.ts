const store = 'draftMessages';

/** Unsent texts per conversation and mode, where the dashboard keeps them. */
export function readDraft(conversation: number, note: boolean): string {
  return allDrafts()[key(conversation, note)] ?? '';
}

export function writeDraft(conversation: number, note: boolean, text: string): void {
  const drafts = { ...allDrafts(), [key(conversation, note)]: text };
  if (text === '') delete drafts[key(conversation, note)];
  localStorage.setItem(store, JSON.stringify(drafts));
}

function key(conversation: number, note: boolean): string {
  return `draft-${conversation}-${note ? 'NOTE' : 'REPLY'}`;
}

function allDrafts(): Record<string, string> {
  const stored: unknown = JSON.parse(localStorage.getItem(store) ?? '{}');
  if (typeof stored !== 'object' || stored === null) return {};
  return Object.fromEntries(Object.entries(stored).map(([name, text]) => [name, String(text)]));
}
