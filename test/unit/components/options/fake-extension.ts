type Listener = () => void;

interface Sent {
  type: string;
  payload: Record<string, unknown>;
}

/** An event of the browser that a test can fire. */
class FakeEvent {
  readonly #listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.#listeners.add(listener);
  removeListener = (listener: Listener): void => void this.#listeners.delete(listener);
  fire(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** What the browser and the worker do for the options page, with a log of what was asked. */
class FakeExtension {
  /** Everything that happened, in order: `request`, `drop`, and the types of messages. */
  log: string[] = [];
  sent: Sent[] = [];
  requested: string[][] = [];
  drops: Record<string, unknown>[] = [];
  granted = new Set<string>();
  willGrant = true;
  /** What the administrator set. */
  managed: Record<string, unknown> = {};
  answer: (type: string, payload: Record<string, unknown>) => unknown = () => ({ ok: true });
  onAdded = new FakeEvent();
  onRemoved = new FakeEvent();

  reset(): void {
    Object.assign(this, {
      log: [],
      sent: [],
      requested: [],
      drops: [],
      willGrant: true,
      managed: {},
    });
    this.granted = new Set();
    this.answer = () => ({ ok: true });
  }

  /** Stands for `saveDraftSecrets`. */
  drop = async (draftId: string, secrets: unknown): Promise<void> => {
    this.log.push('drop');
    this.drops.push({ [draftId]: secrets });
  };

  browser = {
    permissions: {
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => this.granted.has(origin)),
      remove: async ({ permissions }: { permissions: string[] }) => {
        this.log.push(`remove ${permissions.join(' ')}`);
        return true;
      },
      request: async ({ origins = [] }: { origins?: string[] }) => {
        this.log.push('request');
        this.requested.push(origins);
        if (!this.willGrant) return false;
        for (const origin of origins) this.granted.add(origin);
        this.onAdded.fire();
        return true;
      },
      onAdded: this.onAdded,
      onRemoved: this.onRemoved,
    },
    storage: {
      onChanged: new FakeEvent(),
      managed: { get: async () => this.managed },
      local: { get: async () => ({}), set: async () => undefined },
    },
    runtime: {
      getManifest: () => ({ version: '9.9.9' }),
      sendMessage: async (message: Sent) => {
        this.log.push(message.type);
        this.sent.push(message);
        return this.answer(message.type, message.payload);
      },
    },
  };
}

export const extension = new FakeExtension();
