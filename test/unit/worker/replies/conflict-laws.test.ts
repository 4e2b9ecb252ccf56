import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Transport } from '../../../../lib/http/transport';
import { TransportError } from '../../../../lib/http/transport-error';
import type { Reply } from '../../../../lib/model/reply';
import { createWorld } from '../../../helpdesks/world/world';
import { apiOver, onChatwoot } from '../../platforms/emulated';
import { ReplyWorld } from './reply-world';

const { emulator, connection, transport } = onChatwoot(createWorld(Date.UTC(2026, 10, 20, 12)));
const [account] = emulator.installation('app.chatwoot.com').accounts;
if (account === undefined) throw new TypeError('the world is empty');
const source = connection.id;

/** What one editor does: write something, and what becomes of it on its way. */
const step = fc.record({
  act: fc.constantFrom('save', 'save', 'save', 'remove', 'publish'),
  fate: fc.constantFrom('answered', 'answered', 'answered', 'lost', 'unanswered'),
  choice: fc.constantFrom('mine', 'theirs', 'both'),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** A text that was in Chatwoot and was written over, or deleted. */
interface Replaced {
  before: string;
  /** By whoever did it, of what was to be replaced. */
  seen: string | undefined;
}

/** One browser that writes to the same Chatwoot as the others, at the pace that the schedule gives. */
class Editor {
  readonly world = new ReplyWorld();
  readonly told = new Set<string>();
  /** What this editor's next write was to replace, by the response. */
  #seen: string | undefined;
  #fate: Step['fate'] = 'answered';

  constructor(
    readonly name: string,
    private readonly schedule: fc.Scheduler,
    private readonly replaced: Replaced[],
  ) {}

  async open(): Promise<void> {
    await this.world.connect(source, apiOver(connection, this.#transport()), {
      find: 'api',
      history: 'api',
    });
    this.world.clock = Date.now();
  }

  /** Each request waits for its turn, and is carried out at once when it has it. */
  #transport(): Transport {
    return {
      send: async (request) => {
        await this.schedule.schedule(Promise.resolve(), `${this.name} ${request.method}`);
        if (request.method === 'GET') return transport.send(request);
        if (this.#fate === 'lost') throw new TransportError('timeout');
        const id = Number(/(\d+)$/.exec(String(request.path))?.[1]);
        const before = account?.cannedResponses.find((row) => row.id === id)?.content;
        const answer = await transport.send(request);
        if (before !== undefined) this.replaced.push({ before, seen: this.#seen });
        if (this.#fate === 'unanswered') throw new TransportError('not-json');
        return answer;
      },
    };
  }

  async run(steps: readonly Step[]): Promise<void> {
    for (const [at, each] of steps.entries()) {
      await this.world.refresh(true);
      const shown = (await this.#stored()).find(({ shortcut }) => shortcut === 'hello');
      this.#fate = each.fate;
      const text = `${this.name}${at}`;
      if (each.act === 'remove') await this.#remove(shown);
      else await this.#save(each.act === 'publish' ? undefined : shown, text, each.choice);
      this.#fate = 'answered';
    }
  }

  async #remove(shown: Reply | undefined): Promise<void> {
    if (shown === undefined) return;
    this.#seen = shown.body;
    await this.world.handlers['replies.remove']({ base: shown }, { kind: 'options' });
  }

  /** Saves as the form does: what is chosen in a conflict goes with what was shown in it. */
  async #save(shown: Reply | undefined, text: string, choice: Step['choice']): Promise<void> {
    let [base, body] = [shown, text];
    for (let tries = 0; tries < 4; tries += 1) {
      this.#seen = base?.body;
      const answer = await this.world.save(
        { source, shortcut: 'hello', title: 'hello', body, ...(base && { id: base.id }) },
        base,
      );
      if (answer.kind === 'failed') continue;
      if (answer.kind === 'ok') return;
      this.told.add(body);
      if (choice === 'theirs') return;
      if (choice === 'both' && answer.theirs !== undefined) body = `${answer.theirs.body} ${body}`;
      base = answer.theirs;
    }
  }

  async #stored(): Promise<Reply[]> {
    const all = await this.world.database.replies.where('source').equals(source).toArray();
    return all.filter(({ deletedAt }) => deletedAt === undefined);
  }

  /** What this editor is told at the latest when the library is read the next time. */
  async toldInTheEnd(): Promise<Set<string>> {
    await this.world.refresh(true);
    const crossed = await this.world.database.replyVersions.where('crossedAt').above(0).toArray();
    return new Set([...this.told, ...crossed.map(({ content }) => content.body)]);
  }
}

it('no text that anybody saved disappears without somebody having chosen so', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 3 }),
      fc.scheduler(),
      async (plans, schedule) => {
        account.cannedResponses = [
          { id: 1, shortCode: 'hello', content: 'first', createdAt: 1, updatedAt: 1 },
        ];
        const replaced: Replaced[] = [];
        const editors = plans.map((_plan, at) => new Editor('ABC'[at] ?? '', schedule, replaced));
        for (const editor of editors) await editor.open();
        await schedule.waitFor(
          Promise.all(editors.map((editor, at) => editor.run(plans[at] ?? []))),
        );
        const told = new Set<string>();
        const reading = Promise.all(
          editors.map(async (editor) => {
            for (const text of await editor.toldInTheEnd()) told.add(text);
          }),
        );
        await schedule.waitFor(reading);
        const silent = replaced.filter(({ before, seen }) => seen !== before && !told.has(before));
        expect(silent).toEqual([]);
        // Nothing is there twice, whatever got lost.
        const codes = account.cannedResponses.map(({ shortCode }) => shortCode);
        expect(new Set(codes).size).toBe(codes.length);
      },
    ),
    { numRuns: 20 },
  );
});
