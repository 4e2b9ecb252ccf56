import type { LucideIcon } from 'lucide-react';
import type { Findable } from './match-commands';

/** The kinds of what the palette offers. */
export type PanelCommandGroup = 'commands' | 'people' | 'responses';

/** Something that can be done from the palette. */
export interface PanelCommand extends Findable {
  id: string;
  group: PanelCommandGroup;
  Icon: LucideIcon;
  /** What tells it from others of the same title. */
  detail?: string | undefined;
  /** Keys that do the same, such as `Ctrl+F`. */
  keys?: string;
  /** The focus goes back to where it was: nothing is opened that takes it. */
  keepsFocus?: boolean;
  run(): void;
}
