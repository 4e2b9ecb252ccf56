const colours = ['Silver', 'Teal', 'Crimson', 'Amber', 'Violet', 'Indigo', 'Copper', 'Jade'];
const icons = ['Scissors', 'Anchor', 'Kite', 'Lantern', 'Compass', 'Teapot', 'Feather', 'Bicycle'];

/** The colour and icon Kustomer draws for a customer without a picture. */
export function avatarOf(id: string): { colour: string; icon: string } {
  const colour = colours[Number.parseInt(id.slice(0, 6), 16) % colours.length] ?? 'Silver';
  const icon = icons[Number.parseInt(id.slice(6, 12), 16) % icons.length] ?? 'Scissors';
  return { colour, icon };
}

/** `displayName`: the name, else the mail address, else one made of the avatar ("Silver Scissors"). */
export function displayNameOf(row: {
  id: string;
  name: string | undefined;
  emails: readonly string[];
}): string {
  const { colour, icon } = avatarOf(row.id);
  return row.name || row.emails[0] || `${colour} ${icon}`;
}
