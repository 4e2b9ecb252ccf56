import type { LucideIcon } from 'lucide-react';
import type { Findable } from './match-commands';

/** The kinds of things the palette offers. */
export type PanelCommandGroup = 'commands' | 'people' | 'responses';

/** Something that can be done from the palette. */
export interface PanelCommand extends Findable {
  id: string;
  group: PanelCommandGroup;
  Icon: LucideIcon;
  /** Distinguishes it from others with the same title. */
  detail?: string | undefined;
  /** Keys that do the same thing, such as `Ctrl+F`. */
  keys?: string;
  /** The focus returns to where it was: the command opens nothing that takes it. */
  keepsFocus?: boolean;
  run(): void;
}
