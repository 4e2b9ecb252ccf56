import type { ComposerMode } from '../model/insertion';
import { type Reply, replyRef, type UsageRow } from '../model/reply';
import { languageScriptOf } from '../text/language-script';

/** Where a response is to go, and what was used before. */
export interface SuitabilityContext {
  platform?: string | undefined;
  /** BCP 47 language of the customer. */
  language?: string | undefined;
  /** The kind of message that the composer's text becomes. */
  mode?: ComposerMode | undefined;
  /** What the customer wrote last. */
  lastMessage?: string | undefined;
  /** By `replyRef`. */
  usage: ReadonlyMap<string, UsageRow>;
  /** Epoch ms. */
  now: number;
}

const HALF_LIFE_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * How well a response suits apart from what is typed, as points to add to those of a match: use
 * gives up to 12, of which half is gone after 30 days without; another platform than it is meant
 * for takes 30.
 */
export function suitabilityPoints(reply: Reply, context: SuitabilityContext): number {
  return (
    pointsOfUse(context.usage.get(replyRef(reply)), context.now) +
    platformPoints(reply, context.platform) +
    languagePoints(reply, context.language) +
    audiencePoints(reply, context.mode)
  );
}

/** A text of a response, and its language where it is known (BCP 47). */
export interface ReplyText {
  body: string;
  language?: string | undefined;
}

/** The text in the customer's language, where there is one; else the response's own. */
export function textFor(reply: Reply, language: string | undefined): ReplyText {
  if (language === undefined) return reply;
  const texts = [reply, ...reply.variants];
  const exact = texts.find((text) => tag(text.language) === tag(language));
  const close = texts.filter((text) => isSameLanguage(text.language, language));
  // Somebody in Hong Kong reads what was written for Taiwan sooner than what was for Beijing.
  const { script } = languageScriptOf(language);
  const legible = close.find((text) => languageScriptOf(text.language ?? '').script === script);
  return exact ?? legible ?? close[0] ?? reply;
}

function pointsOfUse(usage: UsageRow | undefined, now: number): number {
  if (usage === undefined) return 0;
  const age = Math.max(0, now - usage.lastUsedAt);
  return Math.min(12, 3 * Math.log2(1 + usage.count)) * (0.5 + 0.5 ** (1 + age / HALF_LIFE_MS));
}

function platformPoints({ platforms }: Reply, platform: string | undefined): number {
  if (platform === undefined || platforms.length === 0) return 0;
  return platforms.includes(platform) ? 3 : -30;
}

function languagePoints(reply: Reply, language: string | undefined): number {
  if (language === undefined || reply.language === undefined) return 0;
  const all = [reply.language, ...reply.variants.map((variant) => variant.language)];
  return all.some((each) => isSameLanguage(each, language)) ? 6 : -6;
}

function audiencePoints({ audience }: Reply, mode: ComposerMode | undefined): number {
  if (mode === undefined || audience === undefined) return 0;
  return (audience === 'internal') === (mode === 'note') ? 2 : -10;
}

/** Platforms write `pt_BR`, browsers `pt-BR`. */
function tag(language: string | undefined): string | undefined {
  return language?.toLowerCase().replaceAll('_', '-');
}

/** `pt` and `pt-BR` are one language here. */
function isSameLanguage(a: string | undefined, b: string): boolean {
  return a !== undefined && languageScriptOf(a).language === languageScriptOf(b).language;
}
