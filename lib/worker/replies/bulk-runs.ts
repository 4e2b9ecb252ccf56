import { t } from '@lingui/core/macro';
import { wait } from '../../async/wait';
import { isResting, LONGEST_WAIT_MS } from '../../http/retry';
import { TransportError, type TransportFailure } from '../../http/transport-error';
import type { BulkAnswer } from '../../messaging/bulk-commands';
import type { Payload } from '../../messaging/commands';
import { type BulkItemRow, type BulkRunRow, bulkProgress } from '../../model/bulk-run';
import { OWN_SOURCE } from '../../model/reply';
import { ReplyRefused } from '../../platforms/contract/replies';
import { RATE_LIMIT_PAUSE_MS } from '../failure-pause';
import type { WorkerPorts } from '../ports';
import { isQuotaError } from '../quota-error';
import { runInBackground } from '../run-in-background';
import { changeRunning, forgetRun, nextItem, noteOnItem, settleItem } from './bulk-journal';
import { planBulkRun } from './bulk-planning';
import { BulkProblem, nameOfSource, openBulkSource } from './bulk-sources';
import {
  type BulkSource,
  doStep,
  lookForSent,
  refusalOfStep,
  type StepOutcome,
  undoStep,
} from './bulk-step';
import { replyWriteFailure } from './failure-words';
import { inSourceTurn } from './sources';

/** The browser wakes the worker no sooner than this (ms); it stops an idle one about as soon. */
const WAKE_MS = 30_000;
/** After a failure that may pass, it goes on after these times (ms); then it stops. */
const PAUSES_MS = [2_000, 10_000, 30_000, 60_000];
/** How often one response is tried before it is left as it is. */
const MOST_TRIES = 3;

/** The browser's part of the runs; the worker puts it in. */
export interface BulkPorts {
  /** Wakes the worker at `at` (epoch ms), replacing an earlier alarm; never when `undefined`. */
  schedule(at: number | undefined): Promise<void>;
  newId(): string;
  /** Replaced in tests. */
  wait?: typeof wait;
}

/**
 * Changes many responses, one after the other, as it was planned and confirmed. The plan and how far
 * it is are stored before and after each write: a worker that is stopped anywhere continues when it is
 * started again, and what was sent without an answer is looked for before it is sent once more.
 */
export class BulkRuns {
  #pass: Promise<void> | undefined;
  #isWanted = false;
  readonly #stop = new AbortController();
  /** Run and phase whose sources this worker has read, and needs not read again for a second try. */
  #read = '';

  constructor(
    private readonly ports: WorkerPorts,
    private readonly bulkPorts: BulkPorts,
  ) {}

  plan(request: Payload<'bulk.plan'>): Promise<BulkAnswer> {
    return planBulkRun(this.ports, request, () => this.bulkPorts.newId());
  }

  /** Carries out a person's command; the work itself continues afterwards. */
  async act({ run: id, action }: Payload<'bulk.act'>): Promise<BulkAnswer> {
    const run = await this.ports.database.bulkRuns.get(id);
    if (run === undefined)
      return { kind: 'failed', message: t`This bulk change no longer exists.` };
    const isRunning = run.state === 'running';
    if (action === 'stop') {
      const message = t`You stopped it.`;
      await changeRunning(this.ports, run, { state: 'stopped', message });
      return { kind: 'ok', id };
    }
    if (isRunning) return { kind: 'failed', message: t`It’s already running.` };
    if (action === 'discard') {
      await forgetRun(this.ports, id);
      return { kind: 'ok', id };
    }
    const isFitting = action === 'start' ? run.state === 'planned' : run.state !== 'planned';
    if (!isFitting) return { kind: 'failed', message: t`It was already started.` };
    const phase = action === 'undo' ? 'undo' : run.phase;
    const fresh = { message: undefined, retryAt: undefined, failures: 0 };
    await this.ports.database.bulkRuns.update(id, { ...fresh, phase, state: 'running' });
    this.#read = '';
    runInBackground('changes of many responses', () => this.wake());
    return { kind: 'ok', id };
  }

  /** Goes on with what is under way. Resolves when it has ended, stopped or waits for the alarm. */
  async wake(): Promise<void> {
    this.#isWanted = true;
    if (this.#pass !== undefined) await this.bulkPorts.schedule(this.ports.now() + WAKE_MS);
    this.#pass ??= this.#work().finally(() => {
      this.#pass = undefined;
    });
    return this.#pass;
  }

  /** Ends all work at once, as the browser does when it stops the worker. */
  stop(): void {
    this.#stop.abort(new DOMException('stopped', 'AbortError'));
  }

  async #work(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      const run = await this.ports.database.bulkRuns.where('state').equals('running').first();
      if (run === undefined) await this.bulkPorts.schedule(undefined);
      else if (await this.#isDue(run)) await this.#goOn(run);
      // A wake-up from here on begins another pass.
      if (!this.#isWanted) this.#pass = undefined;
    }
  }

  /** Waits where that is short; else the alarm starts the worker again. */
  async #isDue({ retryAt = 0 }: BulkRunRow): Promise<boolean> {
    const now = this.ports.now();
    const delay = isResting(retryAt, now) ? retryAt - now : 0;
    const isLong = delay > LONGEST_WAIT_MS;
    await this.bulkPorts.schedule(isLong ? Math.max(retryAt, now + WAKE_MS) : now + WAKE_MS);
    if (isLong) return false;
    await (this.bulkPorts.wait ?? wait)(delay, this.#stop.signal);
    return true;
  }

  /** Does one response after the other until the end, a failure, or somebody stops it. */
  async #goOn(run: BulkRunRow): Promise<void> {
    this.#isWanted = true;
    const sources = new Map<string, BulkSource>();
    for (;;) {
      this.#stop.signal.throwIfAborted();
      const current = await this.ports.database.bulkRuns.get(run.id);
      if (current?.state !== 'running') return;
      const item = await nextItem(this.ports, current);
      if (item === undefined) return changeRunning(this.ports, current, endOf(current));
      if (!(await this.#doItem(current, item, sources))) return;
    }
  }

  /** Whether the next one may follow at once. */
  async #doItem(
    run: BulkRunRow,
    item: BulkItemRow,
    sources: Map<string, BulkSource>,
  ): Promise<boolean> {
    let place = item.source;
    const begin = (source: string) => {
      place = source;
    };
    try {
      if (sources.size === 0) await this.#open(run, sources, begin);
      place = item.source;
      const source = sources.get(item.source);
      const isThere = source?.written === undefined || (await this.#isConnected(item.source));
      if (source === undefined || !isThere) throw new BulkProblem(removedConnection());
      const step = { ports: this.ports, item, source, newId: () => this.bulkPorts.newId() };
      const goBack = item.state === 'open' ? lookForSent : undoStep;
      const work = () => (run.phase === 'do' ? doStep(step) : goBack(step));
      return await this.#settle(run, item, await inSourceTurn(this.ports, item.source, work));
    } catch (error) {
      this.#stop.signal.throwIfAborted();
      const label = await nameOfSource(this.ports, place);
      const why = label === '' ? removedConnection() : refusalOfStep(error);
      if (why === undefined) return this.#pause(run, error, label);
      // The sources still connected are opened again: the removed one may have prevented it.
      if (label === '') sources.clear();
      if (place === item.source) await settleItem(this.ports, item, { state: leftState(run), why });
      return true;
    }
  }

  async #open(
    run: BulkRunRow,
    sources: Map<string, BulkSource>,
    begin: (source: string) => void,
  ): Promise<void> {
    const key = `${run.id} ${run.phase}`;
    const isRead = this.#read === key;
    for (const source of run.sources) {
      // What was to be done through a removed connection went with it; the rest continues.
      if (source !== OWN_SOURCE && !(await this.#isConnected(source))) continue;
      begin(source);
      const opened = await openBulkSource(this.ports, source, {
        signal: this.#stop.signal,
        isRead,
      });
      sources.set(source, opened);
    }
    this.#read = key;
  }

  async #isConnected(source: string): Promise<boolean> {
    return (await this.ports.database.connections.get(source)) !== undefined;
  }

  async #settle(run: BulkRunRow, item: BulkItemRow, outcome: StepOutcome): Promise<boolean> {
    const tries = (item.tries ?? 0) + 1;
    const isLast = outcome.state === 'again' && tries >= MOST_TRIES;
    if (outcome.state !== 'again' || isLast) {
      const { why } = outcome;
      const settled = outcome.state === 'again' ? { state: leftState(run), why } : outcome;
      await settleItem(this.ports, item, settled);
      return true;
    }
    await noteOnItem(this.ports, item, { tries, isSent: true });
    const retryAt = this.ports.now() + (PAUSES_MS[tries - 1] ?? WAKE_MS);
    await changeRunning(this.ports, run, { message: outcome.why, retryAt });
    return false;
  }

  /** Whatever went wrong, nothing is lost: it continues by itself, or when somebody asks for it. */
  async #pause(run: BulkRunRow, error: unknown, label: string): Promise<false> {
    const now = this.ports.now();
    const change = (to: Partial<BulkRunRow>) => changeRunning(this.ports, run, to);
    // What was read may be outdated when it goes on, however short the wait is meant to be.
    this.#read = '';
    if (error instanceof TransportError && error.failure === 'rate-limited') {
      const message = t`${label} is not accepting any more requests right now. This continues by itself.`;
      await change({ retryAt: error.retryAt ?? now + RATE_LIMIT_PAUSE_MS, message });
      return false;
    }
    const failures = run.failures + 1;
    const pause = PAUSES_MS[run.failures];
    const message = wordsOf(error, label);
    if (isLasting(error) || pause === undefined)
      await change({ state: 'stopped', message, failures });
    else await change({ message, failures, retryAt: now + pause });
    return false;
  }
}

/** Responses not dealt with that are no longer there were removed with a connection. */
function endOf(run: BulkRunRow): Partial<BulkRunRow> {
  const { done, total } = bulkProgress(run);
  if (done === total) return { state: 'ended' };
  return { state: 'stopped', message: removedConnection() };
}

function removedConnection(): string {
  return t`The account was disconnected in the meantime. What was already written there stays there.`;
}

function leftState({ phase }: BulkRunRow): 'left' | 'kept' {
  return phase === 'do' ? 'left' : 'kept';
}

/** Failures that do not pass by themselves. */
const lasting: ReadonlySet<TransportFailure> = new Set([
  'unauthorised',
  'forbidden',
  'not-found',
  'refused',
  'redirected',
  'permission-missing',
  'no-secret',
]);

function isLasting(error: unknown): boolean {
  if (error instanceof TransportError) return lasting.has(error.failure);
  return error instanceof BulkProblem || error instanceof ReplyRefused || isQuotaError(error);
}

function wordsOf(error: unknown, label: string): string {
  if (error instanceof BulkProblem) return error.message;
  if (isQuotaError(error))
    return t`This browser has no storage left. Free up disk space, then continue.`;
  const answer = replyWriteFailure(error, label);
  return answer.kind === 'ok' ? '' : answer.message;
}
