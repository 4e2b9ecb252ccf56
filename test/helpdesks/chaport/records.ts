/** One visitor as Chaport keeps them, with their chats. */
export interface Visitor {
  /** The API's id: 24 hex characters. */
  id: string;
  /** The id in the web app's address: a UUID. */
  webId: string;
  name?: string;
  email?: string;
  phone?: string;
  notes?: string;
  custom: Record<string, string>;
  utm: Record<string, string>;
  city?: string;
  country?: string;
  language?: string;
  /** Newest first. */
  chats: Chat[];
}

export interface Chat {
  /** Epoch ms of its start; unique within the visitor only. */
  id: number;
  stage: string;
  /** Ids of the assigned operators. */
  operators: string[];
  missed: boolean;
  /** In the order they happened. */
  events: ChatEvent[];
}

export interface ChatEvent {
  id: string;
  type: string;
  /** Epoch ms. */
  at: number;
  params: Record<string, string | number>;
}

export interface Operator {
  id: string;
  name: string;
  email: string;
  /** Deleted ones are no longer listed, though old messages still carry their id. */
  deleted: boolean;
}

/** When somebody last said something in the chat, epoch ms; its start when nobody did. */
export function lastActivity(chat: Chat): number {
  return chat.events.at(-1)?.at ?? chat.id;
}
