import { expect } from 'vitest';
import type { Contact } from '../../../lib/model/contact';
import type { Coverage } from '../../../lib/model/coverage';
import type { HistoryOptions, HistoryPart, PlatformApi } from '../../../lib/platforms/contract/api';

/** What is needed to read a history and to check every claim about it. */
export interface Readable {
  api: PlatformApi;
  contact: Contact;
  /** Epoch ms of each message and note, by id. */
  truth: ReadonlyMap<string, number>;
}

/** A reader that keeps what it read, as the worker does, and checks each part on the way. */
export class CheckedReader {
  readonly stored = new Map<string, number>();
  coverage: Coverage | undefined;
  cursor: string | undefined;
  bookmark: string | undefined;
  calls = 0;
  /** Whether the last look was broken off. */
  isUnfinished = false;
  readonly #conversations = new Map<string, string>();

  constructor(readonly of: Readable) {}

  /** Reads on; stops listening after `mostParts`. Returns how many parts came. */
  read(wanted: number, mostParts = Number.POSITIVE_INFINITY): Promise<number> {
    return this.#listen({ wanted, cursor: this.cursor }, mostParts);
  }

  /** Looks what is new since the last part, as the panel does again and again. */
  async look(wanted: number, mostParts = Number.POSITIVE_INFINITY): Promise<number> {
    const { bookmark, isUnfinished } = this;
    const parts = await this.#listen({ wanted, bookmark, isUnfinished }, mostParts);
    this.isUnfinished = parts >= mostParts;
    return parts;
  }

  async #listen(options: Omit<HistoryOptions, 'signal'>, mostParts: number): Promise<number> {
    const { api, contact } = this.of;
    const { signal } = new AbortController();
    this.calls += 1;
    let parts = 0;
    for await (const part of api.history?.(contact, { ...options, signal }) ?? []) {
      this.#keep(part);
      parts += 1;
      if (parts >= mostParts) break;
    }
    return parts;
  }

  /** Reads screen by screen to the end. */
  async readAll(wanted: number): Promise<void> {
    for (;;) {
      await this.read(wanted);
      if (this.cursor === undefined) return;
      expect(this.calls, 'it ends').toBeLessThan(1_000);
    }
  }

  /** Everything there is was read. */
  expectWhole(): void {
    expect([...this.stored.keys()].sort()).toEqual([...this.of.truth.keys()].sort());
  }

  #keep(part: HistoryPart): void {
    for (const message of part.messages) {
      this.stored.set(message.id, message.sentAt);
      this.#conversations.set(message.id, message.conversationId);
    }
    if (part.gone !== undefined) this.#forget(part.gone);
    this.bookmark = part.bookmark;
    this.coverage = part.coverage;
    this.cursor = part.cursor;
    expect(part.coverage.more === true, 'more and cursor agree').toBe(part.cursor !== undefined);
    this.#expectTrue(part.coverage);
  }

  #forget(gone: readonly string[]): void {
    for (const [id, conversation] of this.#conversations) {
      if (gone.includes(conversation)) this.stored.delete(id);
    }
  }

  /** Nothing newer than `since` is missing; nothing at all, where that is claimed. */
  #expectTrue({ state, since }: Coverage): void {
    if (state !== 'complete' && since === undefined) return;
    const from = state === 'complete' ? Number.NEGATIVE_INFINITY : (since ?? 0);
    const missing: [string, number][] = [];
    for (const [id, at] of this.of.truth) {
      if (at > from && !this.stored.has(id)) missing.push([id, at]);
    }
    expect(missing, `${state} since ${since}`).toEqual([]);
  }
}
