import * as v from 'valibot';

/** How long the page was blocked at most, in ms of processor time: other programs do not count. */
export interface LongestTasks {
  /** By one task, whatever it did. */
  all: number;
  /** By the page's own work in one task: its styles, its layout, its painting, its own listeners. */
  page: number;
  /** By the rest of one task, which is ours. */
  ours: number;
}

const recorded = v.object({
  traceEvents: v.array(
    v.looseObject({
      ...{ name: v.string(), ph: v.string(), pid: v.number(), tid: v.number(), ts: v.number() },
      // Of an event whose beginning and end are apart.
      id2: v.optional(v.looseObject({ local: v.optional(v.string(), '') }), {}),
      ...{ dur: v.optional(v.number(), 0), tdur: v.optional(v.number(), 0) },
      args: v.optional(
        v.looseObject({
          name: v.optional(v.unknown()),
          data: v.optional(v.looseObject({ message: v.optional(v.unknown()) }), {}),
        }),
        {},
      ),
    }),
  ),
});

type Event = v.InferOutput<typeof recorded>['traceEvents'][number];

/** A page's own work, by the names that Chromium gives it. */
const byPage = new Set([
  ...['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit'],
  // Only the bench's page has listeners of its own here, such as for the scrolling of its list.
  'EventDispatch',
]);

/** The longest tasks of the page's main thread, from a trace of Chromium. */
export function longestTasks(trace: string): LongestTasks {
  const { traceEvents } = v.parse(recorded, JSON.parse(trace));
  const threadOf = ({ pid, tid }: Event) => `${pid} ${tid}`;
  const isNaming = ({ name, args }: Event) =>
    name === 'thread_name' && args.name === 'CrRendererMain';
  const mains = new Set(traceEvents.filter(isNaming).map(threadOf));
  const events = traceEvents
    .filter((event) => event.ph === 'X' && mains.has(threadOf(event)))
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const longest: LongestTasks = { all: 0, page: 0, ours: 0 };
  let [task, own] = [0, 0];
  let [taskEnd, ownEnd] = [0, 0];
  const close = (): void => {
    longest.all = Math.max(longest.all, task);
    longest.page = Math.max(longest.page, own);
    longest.ours = Math.max(longest.ours, task - own);
  };
  for (const { name, ts, dur, tdur } of events) {
    if (name === 'RunTask' && ts >= taskEnd) {
      close();
      [task, own] = [tdur / 1_000, 0];
      taskEnd = ts + dur;
    } else if (byPage.has(name) && ts >= ownEnd && ts < taskEnd) {
      own += tdur / 1_000;
      ownEnd = ts + dur;
    }
  }
  close();
  return longest;
}

/**
 * How long a frame of the page took at most, from a trace of Chromium in which it wrote this mark with
 * `console.timeStamp`: in ms of its main thread's processor time, so that other programs do not count.
 */
export function longestFrame(trace: string, mark: string): number {
  const { traceEvents } = v.parse(recorded, JSON.parse(trace));
  const marked = traceEvents.find(({ args }) => args.data?.message === mark);
  if (marked === undefined) throw new Error(`the trace has no mark "${mark}"`);
  const own = traceEvents
    .filter(({ pid, tid }) => pid === marked.pid && tid === marked.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const frames = own.filter(({ name }) => name === 'AnimationFrame');
  const begun = new Map<string | undefined, number>();
  let longest = 0;
  for (const { ph, ts, id2 } of frames) {
    if (ph === 'b') begun.set(id2.local, ts);
    const start = ph === 'e' ? begun.get(id2.local) : undefined;
    if (start === undefined) continue;
    const within = tasks.filter((task) => task.ts + task.dur > start && task.ts < ts);
    longest = Math.max(longest, within.reduce((sum, task) => sum + task.tdur, 0) / 1_000);
  }
  return longest;
}
