/** What tests call in the page as `window.emulator`. */
export interface ChatwootPageHook {
  /** A new message of the customer in the open conversation, on screen and in the data. */
  receive(text: string): Promise<void>;
  /** The Markdown the dashboard would send: its model, not the DOM. */
  composerModel(): string;
  /** Client-side navigation to a path of the dashboard. */
  navigate(path: string): void;
}

export function installHook(hook: ChatwootPageHook): void {
  Object.assign(window, { emulator: hook });
}
