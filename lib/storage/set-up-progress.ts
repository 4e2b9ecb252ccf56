import * as v from 'valibot';
import { storage } from 'wxt/utils/storage';
import { setUpHelpdeskSchema } from '../model/helpdesk-offer';

const chosenSchema = v.object({
  ...setUpHelpdeskSchema.entries,
  /** Whether it goes through Membrane; absent: as chosen for all of them. */
  isThroughMembrane: v.optional(v.boolean()),
});
/** A helpdesk that was chosen to be connected. */
export type ChosenHelpdesk = v.InferOutput<typeof chosenSchema>;

/** Nobody chooses more than this. */
const mostChosen = 30;

/** Unreadable helpdesks are left out, the others stay. */
const chosenList = v.pipe(
  v.array(v.unknown()),
  v.transform((items) =>
    items.slice(0, mostChosen).flatMap((item) => {
      const read = v.safeParse(chosenSchema, item);
      return read.success ? [read.output] : [];
    }),
  ),
);

const setUpSchema = v.object({
  stage: v.fallback(v.picklist(['choose', 'way', 'connect', 'done']), 'choose'),
  chosen: v.fallback(chosenList, []),
  /** Id of the helpdesk that is being connected. */
  current: v.fallback(v.optional(v.string()), undefined),
  isThroughMembrane: v.fallback(v.boolean(), false),
  /** True when the person chose to do without the guide. */
  isSkipped: v.fallback(v.boolean(), false),
});

/**
 * How far the set-up has come. What is in it was chosen or typed into fields that are not secret; a
 * key is never part of it.
 */
export type SetUpState = v.InferOutput<typeof setUpSchema>;

const item = storage.defineItem<unknown>('local:set-up');

/** How far the set-up has come; the beginning where nothing, or nothing readable, is stored. */
export async function readSetUp(): Promise<SetUpState> {
  return parseSetUp(await item.getValue());
}

/** Keeps how far the set-up has come. */
export async function writeSetUp(state: SetUpState): Promise<void> {
  await item.setValue(v.parse(setUpSchema, state));
}

/** Calls `onChange` after each change, here or in another tab. Returns how to stop. */
export function watchSetUp(onChange: (state: SetUpState) => void): () => void {
  return item.watch((stored) => onChange(parseSetUp(stored)));
}

/** Reads what is stored, in whatever form it is. */
export function parseSetUp(stored: unknown): SetUpState {
  const read = v.safeParse(setUpSchema, stored ?? {});
  return read.success ? read.output : v.parse(setUpSchema, {});
}

/** Whether somebody began the set-up and has not finished it. */
export function isSetUpUnfinished({ chosen, stage }: SetUpState): boolean {
  return chosen.length > 0 && stage !== 'done';
}
