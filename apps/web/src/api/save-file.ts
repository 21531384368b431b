/** Lets the browser save what the page holds. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the file when it comes back to its events.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
