/** Discord's numbers for the components and button styles used here; discord.js itself takes half a second to load. */
export const component = {
  actionRow: 1,
  button: 2,
  textDisplay: 10,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  secondary: 2,
  success: 3,
} as const;

/** Message flag 1 << 15: the message is made of components. It cannot be taken back by an edit. */
export const isComponentsV2 = 32_768;
