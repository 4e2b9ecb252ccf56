import { isJsonObject } from '../model/json-object';

/**
 * The little of the extension API that the content script needs, without the polyfill's 10 kB.
 * Once the extension was reloaded or removed, `alive` is false and nothing may be called.
 */
interface PageRuntime {
  id?: string;
  getURL(path: string): string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: {
    addListener(listener: MessageListener): void;
    removeListener(listener: MessageListener): void;
  };
}

type MessageListener = (
  message: unknown,
  sender: unknown,
  sendResponse: (answer: unknown) => void,
) => boolean;

declare const chrome: { runtime?: PageRuntime };

/** False in a page whose extension was reloaded, updated or removed. */
export function isAlive(): boolean {
  return typeof chrome !== 'undefined' && chrome.runtime?.id !== undefined;
}

/** Sends the worker a message. `false` when it could not be delivered or was not accepted. */
export async function tellWorker(type: string, payload: unknown): Promise<boolean> {
  return (await send(type, payload)) !== undefined;
}

/** Asks the worker for a text; `undefined` when there is no answer. */
export async function askWorker(type: string, payload: unknown): Promise<string | undefined> {
  const answer = await send(type, payload);
  return typeof answer?.value === 'string' ? answer.value : undefined;
}

async function send(type: string, payload: unknown): Promise<Record<string, unknown> | undefined> {
  if (!isAlive()) return undefined;
  try {
    const answer = await chrome.runtime?.sendMessage({ type, payload });
    return isJsonObject(answer) && answer.ok === true ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Address of a page of the extension; empty once it is gone. */
export function extensionUrl(path: string): string {
  return isAlive() ? (chrome.runtime?.getURL(path) ?? '') : '';
}

/**
 * Calls `answer` for each message of the worker; its result is sent back, once it is there. A
 * failure is sent back as `undefined`. Returns how to stop.
 */
export function onWorkerMessage(
  answer: (message: unknown) => boolean | Promise<unknown>,
): () => void {
  const listener: MessageListener = (message, _sender, sendResponse) => {
    const result = answer(message);
    if (typeof result === 'boolean') {
      sendResponse(result);
      return false;
    }
    result.then(sendResponse, () => sendResponse(undefined));
    return true;
  };
  chrome.runtime?.onMessage.addListener(listener);
  return () => {
    if (isAlive()) chrome.runtime?.onMessage.removeListener(listener);
  };
}
