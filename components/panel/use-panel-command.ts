import type { MessageType, Payload } from '../../lib/messaging/protocol';
import { sendCommand } from '../../lib/messaging/send';
import { usePanelView } from './view-store';

type PanelCommand = Extract<
  MessageType,
  `panel.${string}` | `people.${string}` | `replies.${string}` | `notes.${string}`
>;

/** Sends a command to the worker; says so when the worker did not take it. Never changes. */
export function usePanelCommand(): typeof send {
  return send;
}

function send<T extends PanelCommand>(type: T, payload: Payload<T>): void {
  sendCommand(type, payload).catch(sayUnanswered);
}

/** Says that the worker did not take a command. */
export function sayUnanswered(): void {
  usePanelView
    .getState()
    .say('Deskside’s background part did not answer. Close this panel and open it again.');
}
