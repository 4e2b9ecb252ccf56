import * as v from 'valibot';
import { type Answer, type Commands, commands, type MessageType } from '../messaging/commands';
import type { AnswerOf, CommandTable, PayloadOf, SenderKind } from '../messaging/define-command';
import { isQuotaError } from './quota-error';

/** What the browser says about a sender; nothing in it comes from the message. */
export interface Sender {
  id?: string | undefined;
  /** Address of the sending document. */
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
}

export interface VerifiedSender {
  kind: SenderKind;
  /** Set for `page`. */
  tab?: { tabId: number; windowId: number; origin: string };
}

/** What the worker does for each message of a table; it answers as the table says. */
export type HandlersOf<T extends CommandTable<T>> = {
  -readonly [K in keyof T]: (
    payload: PayloadOf<T[K]>,
    from: VerifiedSender,
  ) => Promise<AnswerOf<T[K]>>;
};
export type Handlers = HandlersOf<Commands>;

/** Who we are. `base` is the address of the extension's root, with a slash at the end. */
export interface ExtensionAddress {
  id: string;
  base: string;
}

export type MessageAnswer = { ok: true; value?: unknown } | { ok: false; error: string };

const envelope = v.object({
  type: v.pipe(v.string(), v.guard(isMessageType)),
  payload: v.unknown(),
});

function isMessageType(type: string): type is MessageType {
  return Object.hasOwn(commands, type);
}

/**
 * Answers one message. Refused without a trace of the content: anything that is not a known
 * message, comes from another extension, from a kind of sender that may not send it, or from a
 * frame inside a page. Never throws.
 */
export async function route(
  message: unknown,
  sender: Sender,
  handlers: Handlers,
  extension: ExtensionAddress,
): Promise<MessageAnswer> {
  const from = verifySender(sender, extension);
  const known = v.safeParse(envelope, message);
  if (from === undefined || !known.success) return { ok: false, error: 'refused' };
  const { type, payload } = known.output;
  if (!commands[type].senders.includes(from.kind)) return { ok: false, error: 'refused' };
  try {
    return { ok: true, value: await dispatch(type, payload, from, handlers) };
  } catch (error) {
    if (v.isValiError(error)) return { ok: false, error: 'refused' };
    if (isQuotaError(error)) return { ok: false, error: 'storage-full' };
    return { ok: false, error: error instanceof Error ? error.name : 'failed' };
  }
}

function dispatch<T extends MessageType>(
  type: T,
  payload: unknown,
  from: VerifiedSender,
  handlers: Handlers,
): Promise<Answer<T>> {
  const parsed = v.parse<Commands[T]['payload']>(commands[type].payload, payload);
  return handlers[type](parsed, from);
}

/** The panel, and the part of it that is shown over a helpdesk page. */
const panelPages: ReadonlySet<string> = new Set(['/sidepanel.html', '/picker.html']);

/** Who is speaking, judged by what the browser vouches for; `undefined` for strangers. */
export function verifySender(
  sender: Sender,
  extension: ExtensionAddress,
): VerifiedSender | undefined {
  if (sender.id !== extension.id || sender.url === undefined || !URL.canParse(sender.url))
    return undefined;
  const url = new URL(sender.url);
  if (sender.url.startsWith(extension.base)) {
    if (panelPages.has(url.pathname)) return { kind: 'panel' };
    return url.pathname === '/options.html' ? { kind: 'options' } : undefined;
  }
  const { id: tabId, windowId } = sender.tab ?? {};
  const topFrame = sender.frameId === 0;
  if (!topFrame || tabId === undefined || windowId === undefined) return undefined;
  return { kind: 'page', tab: { tabId, windowId, origin: url.origin } };
}
