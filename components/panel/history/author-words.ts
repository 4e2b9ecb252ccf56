import type { Message } from '../../../lib/model/history';

const unnamed = { contact: 'Customer', agent: 'Agent', bot: 'Bot', system: 'System' } as const;

/** Who wrote it, in words; the person's own name where the platform leaves it out. */
export function authorWords(message: Message, personName: string | undefined): string {
  const { name, role } = message.author;
  if (name !== undefined && name.trim() !== '') return name;
  return role === 'contact' ? (personName ?? unnamed.contact) : unnamed[role];
}
