import { clip } from './capture-text';

/** Who said a message, and when. */
export interface Meta {
  author?: string | undefined;
  time?: number | undefined;
  timeLabel?: string | undefined;
}

/** What stands above a message. */
export function readMeta(element: Element): Meta {
  const place = element.querySelector('.chat-message__time');
  return {
    author: clip(element.querySelector('.chat-message__username')?.textContent, 320),
    time: place === null ? undefined : readExactTime(place),
    timeLabel: clip(place?.textContent, 80),
  };
}

/** A joined message has author and time of the group's first, unless it tells its own. */
export function completed(own: Meta, group: Meta): Meta {
  const hasTime = own.time !== undefined || own.timeLabel !== undefined;
  const { time, timeLabel } = hasTime ? own : group;
  return { author: own.author ?? group.author, time, timeLabel };
}

/** An exact time in an attribute, where there is one; none is known to be. */
function readExactTime(place: Element): number | undefined {
  const precise = place.matches('[datetime]')
    ? place
    : (place.querySelector('[datetime]') ?? place);
  const told = ['datetime', 'data-timestamp', 'data-time', 'title'].map((name) =>
    readTime(precise.getAttribute(name) ?? ''),
  );
  return told.find((time) => time !== undefined);
}

function readTime(text: string): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  const time = /\b(19|20)\d\d\b.*\d:\d\d/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
