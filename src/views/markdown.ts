/** So that nothing in a name is taken for Markdown. VS Code's `appendText` also forbids lines to break. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[!-/:-@[-`{-~]/g, '\\$&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
