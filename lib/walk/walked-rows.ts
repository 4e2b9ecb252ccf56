import type { CapturedItem } from '../model/page';

/** A message of the page, and where it is. */
export interface PlacedRow {
  element: object;
  item: CapturedItem;
  /** Px from the end of the list where the oldest messages are. */
  place: number;
}

/** What is drawn of a list at one moment. */
export interface Look {
  /** Oldest first. */
  rows: readonly PlacedRow[];
  /** Px of all that can be scrolled through. */
  height: number;
}

/** A message that was seen; `element` is what shows it now, or showed it last. */
export interface KnownRow {
  element: object;
  item: CapturedItem;
  /** What was read of the element when it was seen last. */
  read: CapturedItem;
  /** What it says, whatever is above it. */
  print: string;
  /** Px from the end of the list where the newest messages are. */
  fromNewest: number;
}

/** What is no further apart than this (px) is in one place: browsers report heights in whole pixels. */
const nearby = 3;

/** Fewer rows in common than these prove nothing, unless an id or the element itself does. */
const fewestInCommon = 2;

/**
 * All that was seen of a list on the way through it, in order. Lists that draw only what is near the
 * window remove rows and draw them again as other elements; so each look is joined to what is known by
 * what the rows say and how far they are from the newest message, which stays the same when older ones
 * arrive. A look that cannot be joined is rejected: it may be of another conversation.
 */
export class WalkedRows {
  #rows: KnownRow[] = [];
  #byElement = new WeakMap<object, KnownRow>();

  get count(): number {
    return this.#rows.length;
  }

  get oldest(): KnownRow | undefined {
    return this.#rows[0];
  }

  get newest(): KnownRow | undefined {
    return this.#rows.at(-1);
  }

  /** Adds what is drawn now; false where nothing joins it to what is known. */
  add(look: Look): boolean {
    const shown = this.#rowsOf(look);
    if (shown.length === 0) return this.#rows.length === 0;
    const isFirst = this.#rows.length === 0;
    return this.#take(isFirst ? shown : (this.#byIdentity(shown) ?? this.#byContent(shown)));
  }

  /**
   * Adds what is drawn at the newest end of the list, where messages may have arrived: all that is known
   * is further from that end then.
   */
  addNewest(look: Look): boolean {
    const shown = this.#rowsOf(look);
    for (let come = 1; come <= shown.length - fewestInCommon; come += 1) {
      const shift = this.#rows.length - shown.length + come;
      const by = (shown.at(-come - 1)?.fromNewest ?? 0) - (this.newest?.fromNewest ?? 0);
      if (by <= 0 || !this.#fits(shown, shift, by)) continue;
      for (const row of this.#rows) row.fromNewest += by;
      return this.add(look);
    }
    return false;
  }

  /** What is known of the message that this element shows. */
  rowOf(element: object): KnownRow | undefined {
    return this.#byElement.get(element);
  }

  /** All that is known, oldest first, with what only the rows above say: day, author and time. */
  items(): CapturedItem[] {
    const items: CapturedItem[] = [];
    for (const { item } of this.#rows) items.push(completed(item, items.at(-1)));
    return items;
  }

  #rowsOf({ rows, height }: Look): KnownRow[] {
    return rows.map(({ element, item, place }) => {
      const known = this.#byElement.get(element);
      // Of thousands of rows hardly any says anything other than at the last look.
      const print = known?.read === item ? known.print : printOf(item);
      return { element, item, read: item, print, fromNewest: height - place };
    });
  }

  #take(joined: KnownRow[] | undefined): boolean {
    if (joined === undefined) return false;
    this.#rows = joined;
    for (const row of joined) {
      if (this.#byElement.get(row.element) !== row) this.#byElement.set(row.element, row);
    }
    return true;
  }

  /** Where most rows are still shown by the same elements as before, these show what is where. */
  #byIdentity(shown: KnownRow[]): KnownRow[] | undefined {
    const met: { index: number; place: number }[] = [];
    for (const [index, row] of shown.entries()) {
      const known = this.#byElement.get(row.element);
      if (known?.element !== row.element || !isAlike(known, row)) continue;
      // Mostly the next one: to look for it among thousands takes long.
      const next = (met.at(-1)?.place ?? -1) + 1;
      const place = this.#rows[next] === known ? next : this.#rows.indexOf(known);
      if (place !== -1) met.push({ index, place });
    }
    const [first, last] = [met[0], met.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const inOrder = met.every(({ place }, index) => place > (met[index - 1]?.place ?? -1));
    const within = last.index - first.index + 1;
    if (!inOrder || met.length * 2 <= within) return undefined;
    // What was drawn together on either side of the rows in common has its place there.
    const older = first.place > 0 ? this.#rows.slice(0, first.place) : shown.slice(0, first.index);
    const newer =
      last.place < this.#rows.length - 1
        ? this.#rows.slice(last.place + 1)
        : shown.slice(last.index + 1);
    const middle = shown
      .slice(first.index, last.index + 1)
      .map((row) => renewed(this.#byElement.get(row.element) ?? row, row));
    return [...older, ...middle, ...newer];
  }

  #byContent(shown: KnownRow[]): KnownRow[] | undefined {
    const shift = this.#shiftByName(shown) ?? this.#shiftByPlace(shown) ?? this.#shiftByTime(shown);
    if (shift === undefined) return undefined;
    const older = shown.slice(0, Math.max(0, -shift));
    const newer = shown.slice(Math.max(0, this.#rows.length - shift));
    const known = this.#rows.map((row, index) => {
      const now = shown[index - shift];
      return now !== undefined && isAlike(row, now) ? renewed(row, now) : row;
    });
    return [...older, ...known, ...newer];
  }

  /** By how many positions the rows that are shown lie after the known ones, by the page's own ids. */
  #shiftByName(shown: readonly KnownRow[]): number | undefined {
    const ids = shown.map(({ item }) => item.pageId);
    if (ids.every((id) => id === undefined)) return undefined;
    const known = this.#rows.findIndex(({ item }) => item.pageId && ids.includes(item.pageId));
    return known === -1 ? undefined : known - ids.indexOf(this.#rows[known]?.item.pageId);
  }

  /** The same by position: a row in the place of a known one is that one. */
  #shiftByPlace(shown: readonly KnownRow[]): number | undefined {
    const tried = new Set<number>();
    for (const [index, { fromNewest }] of shown.entries()) {
      const place = this.#rows.findIndex((row) => Math.abs(row.fromNewest - fromNewest) <= nearby);
      const shift = place - index;
      if (place === -1 || tried.has(shift)) continue;
      if (this.#fits(shown, shift, 0)) return shift;
      tried.add(shift);
    }
    return undefined;
  }

  /**
   * The same where the page guessed heights anew and nothing is where it was: by rows that say the same at
   * the same time as exactly one of the known. All of them have to agree.
   */
  #shiftByTime(shown: readonly KnownRow[]): number | undefined {
    const known = placesByTime(this.#rows);
    const shifts = [...placesByTime(shown)].flatMap(([print, index]) => {
      const place = known.get(print);
      return place === undefined ? [] : [place - index];
    });
    const [shift] = shifts;
    const isSure = shifts.length >= fewestInCommon && shifts.every((each) => each === shift);
    return isSure ? shift : undefined;
  }

  /**
   * Whether the two say the same when they are laid over each other with this shift, with enough of them
   * in the exact place where they have to be: `by` px further from the newest end than they were.
   */
  #fits(shown: readonly KnownRow[], shift: number, by: number): boolean {
    const from = Math.max(0, -shift);
    const to = Math.min(shown.length, this.#rows.length - shift);
    let [alike, inPlace] = [0, 0];
    for (let index = from; index < to; index += 1) {
      const [now, known] = [shown[index], this.#rows[index + shift]];
      if (now === undefined || known === undefined || !isAlike(known, now)) continue;
      alike += 1;
      if (Math.abs(known.fromNewest + by - now.fromNewest) <= nearby) inPlace += 1;
    }
    const needed = Math.min(fewestInCommon, shown.length, this.#rows.length);
    return inPlace >= needed && alike * 2 > to - from;
  }
}

function printOf({ kind, direction, text, attachments }: CapturedItem): string {
  return JSON.stringify([kind, direction, text, attachments]);
}

/** The places of rows that show their own time and of which no other says the same at the same time. */
function placesByTime(rows: readonly KnownRow[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, { item, print }] of rows.entries()) {
    const time = item.time ?? item.timeLabel;
    if (time === undefined) continue;
    const timed = `${time} ${print}`;
    if (places.has(timed)) repeated.add(timed);
    places.set(timed, index);
  }
  for (const print of repeated) places.delete(print);
  return places;
}

/** Ids decide where both have one. */
function isAlike(one: KnownRow, other: KnownRow): boolean {
  const [a, b] = [one.item.pageId, other.item.pageId];
  return a !== undefined && b !== undefined ? a === b : one.print === other.print;
}

/** The known row as it is drawn now; what it said about itself before is kept where it says less now. */
function renewed(known: KnownRow, now: KnownRow): KnownRow {
  const { item: before, read } = known;
  known.element = now.element;
  known.fromNewest = now.fromNewest;
  if (read === now.read) return known;
  known.read = now.read;
  known.print = now.print;
  const { afterGap, ...said } = now.item;
  const isTimed = said.time !== undefined || said.timeLabel !== undefined;
  const { time, timeLabel } = isTimed ? said : before;
  const { author = before.author, dateLabel = before.dateLabel } = said;
  const isApart = afterGap === true && before.afterGap === true;
  known.item = { ...said, author, time, timeLabel, dateLabel, ...(isApart ? { afterGap } : {}) };
  return known;
}

/** A message without a date has that of the one above; one without author and time has those, too. */
function completed(item: CapturedItem, above: CapturedItem | undefined): CapturedItem {
  if (above === undefined || item.afterGap === true) return item;
  const dateLabel = item.dateLabel ?? above.dateLabel;
  const isTold = (item.author ?? item.time ?? item.timeLabel) !== undefined;
  const isJoined = !isTold && item.kind === above.kind && item.direction === above.direction;
  const { author, time, timeLabel } = isJoined ? above : item;
  return { ...item, dateLabel, author, time, timeLabel };
}
