import { ToggleChip } from '../../ui/ToggleChip';

/** Which part of the canned responses is on the page. */
export type ManageView = 'all' | 'duplicates' | 'deleted' | 'files' | 'team';

const views: readonly (readonly [ManageView, string])[] = [
  ['all', 'All'],
  ['duplicates', 'Duplicates'],
  ['deleted', 'Deleted'],
  ['files', 'Import and export'],
  ['team', 'Team library'],
];

interface ViewChoiceProps {
  view: ManageView;
  onChoose(view: ManageView): void;
}

/** Chooses the part of the canned responses to manage. */
export function ViewChoice({ view, onChoose }: ViewChoiceProps) {
  return (
    <div className="flex flex-wrap items-center gap-1">
      {views.map(([name, label]) => (
        <ToggleChip key={name} isOn={name === view} onToggle={() => onChoose(name)}>
          {label}
        </ToggleChip>
      ))}
    </div>
  );
}
